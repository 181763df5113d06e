// Shares moved by their odds, so that none becomes less than nothing or more than all.
#pragma once

namespace graduasi {

/// A share at so many times the odds: 1 leaves it as it is, to the bit; none and all stay.
inline float at_odds(float share, float times) {
  if (times == 1.0f) return share;
  return share * times / (1.0f - share + share * times);
}

}  // namespace graduasi
