#include "analysis/calibration/implausibility.h"

#include "base/contract.h"

#include <algorithm>
#include <cmath>

namespace graduasi {

double implausibility(double simulated, double published, DistanceTerms const& terms) {
  expects(terms.sum() > 0, "a distance has an error");
  return std::abs(simulated - published) / std::sqrt(terms.sum());
}

double second_largest(std::span<double const> distances) {
  double largest = 0, second = 0;
  for (double const distance : distances) {
    if (distance > largest) {
      second = largest;
      largest = distance;
    } else {
      second = std::max(second, distance);
    }
  }
  return distances.size() == 1 ? largest : second;
}

std::vector<std::size_t> not_ruled_out(Eigen::ArrayXXd const& distances) {
  std::vector<std::size_t> left;
  std::vector<double> row(static_cast<std::size_t>(distances.cols()));
  for (Eigen::Index i = 0; i < distances.rows(); ++i) {
    for (Eigen::Index k = 0; k < distances.cols(); ++k)
      row[static_cast<std::size_t>(k)] = distances(i, k);
    if (second_largest(row) <= ruled_out_beyond) left.push_back(static_cast<std::size_t>(i));
  }
  return left;
}

}  // namespace graduasi
