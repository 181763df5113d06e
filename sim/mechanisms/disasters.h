// Disasters of a district: floods, earthquakes and droughts that strike many families at the same
// time.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Floods, earthquakes, droughts: one event strikes many families of a district at once.
struct DisastersParameters {
  bool on = true;
  float rate = 0.05f;
  float reach = 0.10f;
  float loss = 0.5f;
  float earnings_drop = 0.2f;
};

template <>
struct Table<DisastersParameters> {
  static constexpr std::string_view group = "disasters";
  static constexpr auto rows = std::to_array<Parameter<DisastersParameters>>({
      {"on",
       &DisastersParameters::on,
       "",
       {0, 1},
       "whether disasters strike districts",
       "choice of the user"},
      {"rate",
       &DisastersParameters::rate,
       "per district and year",
       {0, 12},
       "disasters",
       "assumption, 0 to 0.2"},
      {"reach",
       &DisastersParameters::reach,
       "share",
       {0, 0.9},
       "of a district's families that one strikes",
       "assumption, 0.02 to 0.3"},
      {"loss",
       &DisastersParameters::loss,
       "share",
       {0, 1},
       "of savings and assets that a struck family loses",
       "assumption, 0.2 to 0.8"},
      {"earnings_drop",
       &DisastersParameters::earnings_drop,
       "log points",
       {0, 2},
       "of a struck family's luck, which then recovers like any shock",
       "assumption, 0.05 to 0.5"},
  });
  static_assert(describes(rows));
};

/// @param draw  uniform in [0, 1)
inline bool disaster_strikes(float draw, DisastersParameters const& p) {
  return p.on && draw < p.rate * (1.0f / 12.0f);
}

/// Some families of the district lose part of what they have and of what they earn.
/// @param hit              1 if a setback struck this month, added to
/// @param shock            log points, changed in place
/// @param savings, assets  line-months, changed in place
/// @param draw             uniform in [0, 1): that of setbacks, of which disasters take the other
/// end
inline void strike_district(std::span<float> hit, std::span<float> shock, std::span<float> savings,
                            std::span<float> assets, std::span<float const> draw,
                            DisastersParameters const& p) {
  float const from = 1.0f - p.reach;
  auto const slots = hit.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const struck = draw[i] >= from ? 1.0f : 0.0f;
    hit[i] = math::max(hit[i], struck);
    shock[i] -= struck * p.earnings_drop;
    savings[i] -= struck * p.loss * savings[i];
    assets[i] -= struck * p.loss * assets[i];
  }
}

}  // namespace graduasi
