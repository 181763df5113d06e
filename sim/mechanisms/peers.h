// Learning from neighbours: what families of a circle see of each other's self-confidence and
// exits.
#pragma once

#include "base/columns.h"
#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What families learn from their neighbours in the mentoring group.
struct PeersParameters {
  bool on = true;
  float pull = 0.01f;
};

template <>
struct Table<PeersParameters> {
  static constexpr std::string_view group = "peers";
  static constexpr auto rows = std::to_array<Parameter<PeersParameters>>({
      {"on",
       &PeersParameters::on,
       "",
       {0, 1},
       "whether families look at each other; off, neither confidence nor the decision to leave "
       "follows the circle",
       "choice of the user"},
      {"pull",
       &PeersParameters::pull,
       "per month",
       {0, 1},
       "of self-confidence to the mean of the circle's active families",
       "assumption, 0 to 0.05; E063, E141: role models, the sign only"},
  });
  static_assert(describes(rows));
};

/// Families of one circle: neighbours in the order of memory, as many as a vector register holds,
/// close to a mentoring group of 15 to 25. A circle never changes, whatever a policy does to
/// caseloads.
inline constexpr std::size_t circle = lanes;

/// How the circle's families stand when the month begins.
struct PeersInputs {
  std::span<float const> active;             ///< 1 while in the programme, else 0
  std::span<float const> gone;               ///< 1 once out of it, else 0
  std::span<float const> confidence;         ///< share in [0, 1]
  std::span<std::int32_t const> status;      ///< a Status
  std::span<std::int32_t const> since_exit;  ///< months, 1 in the first one outside, stops at 63
  std::span<float const> was_poor;           ///< 1 once poor since the exit, else 0
  std::int32_t last_self_reliant;            ///< the last Status that is counted as self-reliant
};

/// What one circle adds up to.
struct CircleSums {
  std::int32_t active, families, confidence, left;
};

/// A family that left self-reliantly counts nearly in full at first and is forgotten within five
/// years; one that was poor since is no example. Integers, so that the order of a sum means
/// nothing. A sum over a register costs many steps, so three small ones share a word: two of at
/// most 16, and `left`.
inline CircleSums sums_of_circle(PeersInputs const& in, std::size_t from) {
  static_assert(circle < 32);
  std::int32_t confidence = 0, three = 0;
#pragma omp simd reduction(+ : confidence, three)
  for (std::size_t i = from; i < from + circle; ++i) {
    float const out =
        in.status[i] <= in.last_self_reliant ? in.gone[i] * (1.0f - in.was_poor[i]) : 0.0f;
    float const heads = in.active[i] + 32.0f * (in.active[i] + in.gone[i]);
    confidence += static_cast<std::int32_t>(in.active[i] * in.confidence[i] * 65536.0f);
    three += static_cast<std::int32_t>(heads) +
             static_cast<std::int32_t>(1024.0f * out) * (63 - in.since_exit[i]);
  }
  return {three & 31, three >> 5 & 31, confidence, three >> 10};
}

/// @param peer_pull  out: change of confidence toward the circle's mean, of families in the
/// programme
/// @param norm   out: share of the circle's families that left self-reliantly, not long ago, [0, 1]
inline void look_at_peers(std::span<float> peer_pull, std::span<float> norm, PeersInputs const& in,
                          PeersParameters const& p) {
  for (std::size_t from = 0; from < peer_pull.size(); from += circle) {
    CircleSums const sums = sums_of_circle(in, from);
    float const mean = static_cast<float>(sums.confidence) /
                       (65536.0f * static_cast<float>(sums.active > 0 ? sums.active : 1));
    float const left = static_cast<float>(sums.left) /
                       (63.0f * static_cast<float>(sums.families > 0 ? sums.families : 1));
#pragma omp simd
    for (std::size_t i = from; i < from + circle; ++i) {
      peer_pull[i] = in.active[i] * p.pull * (mean - in.confidence[i]);
      norm[i] = left;
    }
  }
}

}  // namespace graduasi
