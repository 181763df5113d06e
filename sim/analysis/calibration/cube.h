// The unit cube in which worlds are looked for: a side for each uncertain number, and one for each
// structure, on which only the middles of equal parts are points.
#pragma once

#include "analysis/calibration/sobol.h"

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace graduasi {

/// The number of the part of (0, 1) in which a point lies.
inline std::size_t option_at(double point, std::size_t options) {
  return std::min(static_cast<std::size_t>(point * static_cast<double>(options)), options - 1);
}

struct Cube {
  std::vector<std::size_t> options;  ///< by side: of a structure; 0: a number
  std::uint32_t seed = 1;

  std::size_t sides() const { return options.size(); }

  /// Points of its sequence, a row for each.
  Eigen::ArrayXXd points(std::size_t first, std::size_t count) const {
    auto all = scrambled_sobol(sides(), first, count, seed);
    for (std::size_t side = 0; side < sides(); ++side) {
      if (options[side] == 0) continue;
      for (double& point : all.col(static_cast<Eigen::Index>(side)))
        point = (static_cast<double>(option_at(point, options[side])) + 0.5) /
                static_cast<double>(options[side]);
    }
    return all;
  }
};

}  // namespace graduasi
