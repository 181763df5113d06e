// What assessors have seen of a family in the months before, where a rule asks for more than one.
#pragma once

#include "base/math.h"

#include <cstdint>

namespace graduasi {

/// A running mean of what assessors see, log of poverty lines, is kept in steps of 1/320 from -3.2
/// on; 0: none.
inline constexpr float steps_of_seen = 320;
inline constexpr std::int32_t middle_of_seen = 1024;

/// Part of the newest month in a running mean that is as old, on average, as one over so many
/// months: both are (months - 1) / 2 old.
inline float part_of_newest(int months) { return 2.0f / (static_cast<float>(months) + 1.0f); }

/// A running mean a month later.
/// @param before  in steps; 0: it begins
/// @param now     log of poverty lines
/// @param newest  part of `now`, (0, 1]
inline float seen_after(std::int32_t before, float now, float newest) {
  float const mean = static_cast<float>(before - middle_of_seen) * (1.0f / steps_of_seen);
  return before > 0 ? (1.0f - newest) * mean + newest * now : now;
}

/// To the step below or above it, the nearer the likelier: rounded to the nearest, small moves
/// would be lost every month.
/// @param draw  uniform in [0, 1), of which other questions ask the first digits: these are the
///              next
inline std::int32_t in_steps_of_seen(float mean, float draw) {
  float const digits = 256.0f * draw;
  float const up = digits - static_cast<float>(static_cast<std::int32_t>(digits));
  float const steps = steps_of_seen * mean + static_cast<float>(middle_of_seen) + up;
  return static_cast<std::int32_t>(math::clip(steps, 1.0f, 2047.0f));
}

}  // namespace graduasi
