// Common growth: what a family can earn for good, in poverty lines, rises for everybody.
#pragma once

#include "parameters/parameter.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Growth of lasting earnings that no family brings about.
struct GrowthParameters {
  bool on = true;
  float per_year = 0.008f;
};

template <>
struct Table<GrowthParameters> {
  static constexpr std::string_view group = "growth";
  static constexpr auto rows = std::to_array<Parameter<GrowthParameters>>({
      {"on",
       &GrowthParameters::on,
       "",
       {0, 1},
       "whether lasting earnings grow for everybody",
       "choice of the user"},
      {"per_year",
       &GrowthParameters::per_year,
       "log points per year",
       {-0.05, 0.05},
       "growth of lasting earnings against the poverty line, mean of the nation",
       "assumption, 0 to 0.015: ten years in which P0 falls from 11.22 to 8.47 percent (BPS)"},
  });
  static_assert(describes(rows));
};

/// Growth in a quarter, log points.
/// @param above  of the area, a year, above the nation's
inline float growth_of_quarter(float above, GrowthParameters const& p) {
  return p.on ? 0.25f * (p.per_year + above) : 0.0f;
}

/// Growth from the first day until so many quarters of a run have opened, log points.
/// @param beyond  what years bring beyond the even pace, by quarters, see `growth_beyond`; or empty
inline float growth_until(int quarters, float above, std::span<float const> beyond,
                          GrowthParameters const& p) {
  float const even = static_cast<float>(quarters) * growth_of_quarter(above, p);
  if (beyond.empty() || !p.on) return even;
  return even + beyond[static_cast<std::size_t>(quarters)];
}

/// Growth in the last of so many quarters, log points.
inline float growth_in(int quarter, float above, std::span<float const> beyond,
                       GrowthParameters const& p) {
  float const even = growth_of_quarter(above, p);
  if (beyond.empty() || !p.on || quarter < 1) return even;
  auto const at = static_cast<std::size_t>(quarter);
  return even + (beyond[at] - beyond[at - 1]);
}

}  // namespace graduasi
