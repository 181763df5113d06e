// A smooth curve that never falls, through points that may.
#pragma once

#include <vector>

namespace graduasi {

/// A value and its slope.
struct CurvePoint {
  double value = 0, slope = 0;
};

/// Points are pooled where they fall, then joined by cubics that keep rising (Fritsch and Carlson
/// 1980). Beyond its ends the curve goes on level.
class MonotoneCurve {
 public:
  /// @param x  strictly ascending, at least two
  /// @param y  as many, finite
  MonotoneCurve(std::vector<double> x, std::vector<double> y);

  CurvePoint at(double x) const;

 private:
  std::vector<double> x_, y_, slopes_;
};

}  // namespace graduasi
