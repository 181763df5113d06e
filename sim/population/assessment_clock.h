// When families were assessed last, on the first day.
#pragma once

#include "base/assessment_gap.h"
#include "base/math.h"

#include <cmath>
#include <cstdint>

namespace graduasi {

/// How assessments were spaced before the first day.
struct AssessmentClock {
  AssessmentGap gap = {};
  float assessed_when_due = 0;  ///< chance in a month after the gap, or in the month of the year
  int since_turn = 0;  ///< months since that month of the year, 0 to 11; where there is one
};

inline constexpr float max_months_since = 127.0f;

/// The same as below where all are assessed in one month of the year: whole years, and the months
/// since.
inline std::uint32_t months_since_turn(AssessmentClock const& clock, std::int32_t lot, float at,
                                       float wait) {
  float const chance = clock.assessed_when_due;
  auto const gap = static_cast<float>(years_of(lot, clock.gap));
  float years = std::floor(at * (gap - 1.0f + 1.0f / chance));
  if (years >= gap) {
    float const beyond = chance < 1.0f ? math::log(wait) / math::log(1.0f - chance) : 0.0f;
    years = chance < 1.0f ? gap + std::floor(beyond) : gap - 1.0f;
  }
  float const months = 12.0f * years + static_cast<float>(clock.since_turn);
  return static_cast<std::uint32_t>(math::min(months, max_months_since));
}

/// The stationary law of a clock that runs to a family's gap and then waits for a visit.
/// @param lot   of the family, which its gap hangs on
/// @param at    uniform: where in the cycle the first day falls
/// @param wait  uniform above 0: how long the visit takes to come
inline std::uint32_t months_since_assessed(AssessmentClock const& clock, std::int32_t lot, float at,
                                           float wait) {
  float const chance = clock.assessed_when_due;
  // Nobody is ever assessed: everybody is overdue.
  if (!(chance > 0.0f)) return static_cast<std::uint32_t>(max_months_since);
  if (clock.gap.once_a_year) return months_since_turn(clock, lot, at, wait);
  auto const gap = static_cast<float>(gap_of(lot, clock.gap));
  float const months = at * (gap + 1.0f / chance);
  if (months < gap) return static_cast<std::uint32_t>(months);
  if (chance >= 1.0f) return static_cast<std::uint32_t>(gap);
  float const beyond = math::log(wait) / math::log(1.0f - chance);
  return static_cast<std::uint32_t>(math::min(gap + beyond, max_months_since));
}

}  // namespace graduasi
