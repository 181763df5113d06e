// A time limit on membership: families leave after so many years, whatever their state.
#pragma once

#include "parameters/parameter.h"
#include "policy/levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// An end to membership, whatever the family's state.
struct TimeLimitParameters {
  bool on = true;
};

template <>
struct Table<TimeLimitParameters> {
  static constexpr std::string_view group = "time_limit";
  static constexpr auto rows = std::to_array<Parameter<TimeLimitParameters>>({
      {"on",
       &TimeLimitParameters::on,
       "",
       {0, 1},
       "whether policy.time_limit takes families off",
       "choice of the user"},
  });
  static_assert(describes(rows));
};

/// Families that have been in the programme for as long as anybody may leave it, unless an elderly
/// or severely disabled member exempts them.
/// @param ends        out: 1 if the family leaves for that, else 0
/// @param may         1 if still in the programme, else 0
/// @param half_years  in the programme, stops at 31
/// @param members     four members a word
/// @param disabled, elderly_from  bytes of a member who exempts
inline void end_membership(std::span<float> ends, std::span<float const> may,
                           std::span<std::int32_t const> half_years,
                           std::span<std::uint32_t const> members, std::uint32_t disabled,
                           std::uint32_t elderly_from, TimeLimitLevers const& levers) {
  // Rounded up: no limit is shorter than the half-year it is counted by.
  auto const limit = static_cast<std::int32_t>(2.0f * levers.years + 0.999f);
  std::int32_t const spares = levers.exempt_elderly_disabled ? 1 : 0;
  auto const slots = ends.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t exempt = 0;
    for (unsigned byte_index = 0; byte_index < 4; ++byte_index) {
      auto const member = static_cast<std::int32_t>(members[i] >> (8u * byte_index) & 0xffu);
      exempt += member == static_cast<std::int32_t>(disabled) ? 1 : 0;
      exempt += member >= static_cast<std::int32_t>(elderly_from) ? 1 : 0;
    }
    float const bound = exempt * spares > 0 ? 0.0f : may[i];
    ends[i] = half_years[i] >= limit ? bound : 0.0f;
  }
}

}  // namespace graduasi
