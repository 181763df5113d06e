// What past mentoring keeps up in a family, and what is lost without it.
#pragma once

namespace graduasi {

/// Taken off a level each month; who waits has had no mentoring to lose.
/// @param upkeep  share of what was missing at month 0 that mentoring adds in a month
/// @param waits   1 while on the waiting list, else 0
/// @param start   level at month 0, share in [0, 1]
inline float credited_to_past(float upkeep, float waits, float start) {
  return upkeep * (1.0f - waits) * (1.0f - start);
}

}  // namespace graduasi
