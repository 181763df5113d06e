// Small shocks to what a family earns that do not fade: a better post, an illness that stays. What
// they and the life cycle would add to the spread of earnings over the years, reversion takes back.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Lasting luck in earnings.
struct LastingShocksParameters {
  bool on = true;
  float sd = 0.03f;
};

template <>
struct Table<LastingShocksParameters> {
  static constexpr std::string_view group = "lasting_shocks";
  static constexpr auto rows = std::to_array<Parameter<LastingShocksParameters>>({
      {"on",
       &LastingShocksParameters::on,
       "",
       {0, 1},
       "whether shocks strike lasting earnings",
       "choice of the user"},
      {"sd",
       &LastingShocksParameters::sd,
       "log points per year",
       {0, 0.5},
       "spread of the lasting shocks of a year, over families",
       "assumption, 0 to 0.06: small, since it would make poverty less lasting (E152)"},
  });
  static_assert(describes(rows));
};

/// Spread of a quarter's lasting shock, log points: four of them have the variance of a year.
inline float lasting_shock_sd(LastingShocksParameters const& p) {
  return p.on ? 0.5f * p.sd : 0.0f;
}

/// The part of the way to the mean that keeps a variance which rises by `added` a quarter.
inline float reversion(float added, float variance) {
  return variance > 0.0f ? math::min(added / (2.0f * variance), 0.5f) : 0.0f;
}

/// What a quarter does to the lasting earnings of all families.
struct LastingStep {
  float growth = 0;   ///< log points
  float sd = 0;       ///< of the lasting shock, log points
  float reverts = 0;  ///< share of the way to the mean
  float mean = 0;     ///< of everybody, log of the area's line

  bool moves() const { return growth != 0.0f || sd != 0.0f || reverts != 0.0f; }
};

/// Moves what lasting earnings tend to, and with it at once what they are: nobody has to learn it.
/// @param base, permanent  log of the family's own poverty lines, changed in place, kept within 3
/// @param change           by the life cycle, log points
/// @param luck             standard normal draws
inline void move_base(std::span<float> base, std::span<float> permanent,
                      std::span<float const> change, std::span<float const> luck,
                      LastingStep const& step) {
  auto const slots = base.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const before = base[i];
    float const moved = before + (change[i] + step.growth + step.sd * luck[i]);
    float const now = math::clip(moved + step.reverts * (step.mean - moved), -3.0f, 3.0f);
    base[i] = now;
    permanent[i] = math::clip(permanent[i] + (now - before), -3.0f, 3.0f);
  }
}

}  // namespace graduasi
