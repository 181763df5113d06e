// Labels on houses that mark a family as poor: some families leave for shame, and self-confidence
// suffers.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/livelihood_levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Houses marked in public as those of a poor family: some leave for shame, all feel it.
struct LabellingParameters {
  bool on = true;
  float more_requests = 4;
  float shame = 0.002f;
};

template <>
struct Table<LabellingParameters> {
  static constexpr std::string_view group = "labelling";
  static constexpr auto rows = std::to_array<Parameter<LabellingParameters>>({
      {"on",
       &LabellingParameters::on,
       "",
       {0, 1},
       "whether labels on houses do anything",
       "choice of the user"},
      {"more_requests",
       &LabellingParameters::more_requests,
       "ratio",
       {0, 100},
       "requests to leave that a label adds, for each usual one; below the line, where nobody asks "
       "otherwise, the usual ones come on top",
       "assumption, 0 to 10: press reports of waves of withdrawals, no study found"},
      {"shame",
       &LabellingParameters::shame,
       "share per month",
       {0, 1},
       "of self-confidence lost where the house is labelled",
       "assumption, 0 to 0.01"},
  });
  static_assert(describes(rows));
};

/// Whose house is labelled: always the same families for a given share.
/// @param labelled  out: 1 or 0
/// @param hurt      share of self-confidence lost this month, added to
/// @param active    1 while in the programme, else 0
/// @param lot       0 to 127, drawn for good
inline void label_houses(std::span<float> labelled, std::span<float> hurt,
                         std::span<float const> active, std::span<std::int32_t const> lot,
                         LabellingLevers const& levers, LabellingParameters const& p) {
  auto const below = static_cast<std::int32_t>(levers.share * 128.0f + 0.5f);
  auto const slots = labelled.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const marked = lot[i] < below ? active[i] : 0.0f;
    labelled[i] = marked;
    hurt[i] += p.shame * marked;
  }
}

}  // namespace graduasi
