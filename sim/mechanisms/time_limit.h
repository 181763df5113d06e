// A time limit on membership: families leave after so many years, whatever their state.
#pragma once

#include "base/math.h"
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

/// Who has reached the limit.
struct LimitReached {
  std::int32_t half_years;     ///< in the programme
  std::int32_t spares;         ///< 1 if an elderly or severely disabled member exempts, else 0
  std::uint32_t disabled;      ///< byte of a member who exempts
  std::uint32_t elderly_from;  ///< the same, and all above it

  /// @param members  four members a word
  /// @returns        1 or 0
  std::int32_t by(std::int32_t so_far, std::uint32_t members) const {
    std::int32_t exempt = 0;
    for (unsigned byte_index = 0; byte_index < 4; ++byte_index) {
      auto const member = static_cast<std::int32_t>(members >> (8u * byte_index) & 0xffu);
      exempt += member == static_cast<std::int32_t>(disabled) ? 1 : 0;
      exempt += member >= static_cast<std::int32_t>(elderly_from) ? 1 : 0;
    }
    std::int32_t const reached = so_far >= half_years ? 1 : 0;
    return exempt * spares > 0 ? 0 : reached;
  }
};

inline LimitReached limit_reached(std::uint32_t disabled, std::uint32_t elderly_from,
                                  TimeLimitLevers const& levers) {
  // Rounded up: no limit is shorter than the half-year it is counted by.
  return {.half_years = static_cast<std::int32_t>(2.0f * levers.years + 0.999f),
          .spares = levers.exempt_elderly_disabled ? 1 : 0,
          .disabled = disabled,
          .elderly_from = elderly_from};
}

/// Families that have been in the programme for as long as anybody may leave it, unless an elderly
/// or severely disabled member exempts them.
/// @param ends        out: 1 if the family leaves for that, else 0
/// @param may         1 if still in the programme, else 0
/// @param half_years  in the programme, stops at 31
/// @param members     four members a word
inline void end_membership(std::span<float> ends, std::span<float const> may,
                           std::span<std::int32_t const> half_years,
                           std::span<std::uint32_t const> members, LimitReached const& limit) {
  auto const slots = ends.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    ends[i] = limit.by(half_years[i], members[i]) > 0 ? may[i] : 0.0f;
}

/// Whether a family at the limit has not been assessed since it reached it, so that its next visit
/// assesses it.
/// @param since       months since the last assessment
/// @param half_years  in the programme, stops at 31
/// @param into        months since a half-year opened, 0 to 5
/// @returns           1 or 0
inline std::int32_t owes_assessment(std::int32_t since, std::int32_t half_years, std::int32_t into,
                                    LimitReached const& limit) {
  // Who was assessed in the month before a half-year opened counts 0 months when it does.
  return since >= 6 * (half_years - limit.half_years) + into ? 1 : 0;
}

/// Adds to those whose assessment is due the families at the limit that have not had one there.
/// @param due      changed in place
/// @param limited  1 for active families at the limit, else 0
inline void mark_due_at_limit(std::span<float> due, std::span<float const> limited,
                              std::span<std::int32_t const> since,
                              std::span<std::int32_t const> half_years, std::int32_t into,
                              LimitReached const& limit) {
  auto const slots = due.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const owes =
        owes_assessment(since[i], half_years[i], into, limit) > 0 ? limited[i] : 0.0f;
    due[i] = math::max(due[i], owes);
  }
}

/// Families at the limit that are found able leave; of all others membership goes on.
/// @param ends   1 at the limit, changed in place to 1 if the family leaves for that
/// @param may    1 if still in the programme, else 0
/// @param found  1 if found able this month, else 0
inline void end_if_found_able(std::span<float> ends, std::span<float const> may,
                              std::span<float const> found) {
  auto const slots = ends.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) ends[i] *= may[i] * found[i];
}

}  // namespace graduasi
