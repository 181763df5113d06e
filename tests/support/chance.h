// Inputs of property and statistical tests: drawn from our own keyed words, so that a case that
// fails has an index and can be drawn again.
#pragma once

#include "base/math.h"
#include "random/threefry.h"

#include <cmath>
#include <cstdint>

namespace graduasi::testing {

/// What chance holds for case number `index` of a test.
class Chance {
 public:
  explicit Chance(std::uint32_t index, std::uint32_t test = 0) : index_(index), test_(test) {}

  std::uint32_t word() { return threefry4x32(index_, asked_++, test_, 99, 2026, 0).word[0]; }
  float uniform() { return math::uniform(word()); }
  float between(float lower, float upper) { return lower + uniform() * (upper - lower); }
  /// 0 to count - 1.
  std::uint32_t below(std::uint32_t count) {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(word()) * count) >> 32);
  }
  bool happens(float chance) { return uniform() < chance; }
  float normal() {
    auto const radius = word();
    return math::normal_pair(radius, word()).first;
  }

 private:
  std::uint32_t index_, test_;
  std::uint32_t asked_ = 0;
};

/// How far a share of `trials` lies from its expectation, in standard errors.
inline double share_distance(double events, double trials, double expected) {
  return (events / trials - expected) / std::sqrt(expected * (1 - expected) / trials);
}

/// The same for the mean of values whose standard deviation is known.
inline double mean_distance(double sum, double count, double expected, double sd) {
  return (sum / count - expected) / (sd / std::sqrt(count));
}

}  // namespace graduasi::testing
