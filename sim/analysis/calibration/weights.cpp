#include "analysis/calibration/weights.h"

#include "base/contract.h"
#include "base/math_double.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graduasi {

using Eigen::ArrayXd;
using Eigen::Index;

std::vector<double> weights_by_distance(Eigen::ArrayXXd const& distances) {
  expects(distances.rows() > 0, "there are worlds to be weighed");
  std::vector<double> weights(static_cast<std::size_t>(distances.rows()), 0);
  for (Index i = 0; i < distances.rows(); ++i) {
    double& logarithm = weights[static_cast<std::size_t>(i)];
    for (Index k = 0; k < distances.cols(); ++k)
      logarithm -= 2.5 * math::log(1 + distances(i, k) * distances(i, k) / 4);
  }
  double const largest = *std::ranges::max_element(weights);
  double sum = 0;
  for (double& weight : weights) sum += weight = math::exp(std::max(weight - largest, -700.0));
  for (double& weight : weights) weight /= sum;
  return weights;
}

double effective_size(std::vector<double> const& weights) {
  double sum = 0, squares = 0;
  for (double const weight : weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

double weighted_quantile(ArrayXd const& values, std::vector<double> const& weights, double share) {
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {},
                    [&](std::size_t i) { return std::pair(values(static_cast<Index>(i)), i); });
  double const wanted = share * std::accumulate(weights.begin(), weights.end(), 0.0);
  double below = 0;
  for (auto const i : order) {
    below += weights[i];
    if (below >= wanted) return values(static_cast<Index>(i));
  }
  return values(static_cast<Index>(order.back()));
}

double weighted_mean(ArrayXd const& values, std::vector<double> const& weights) {
  double sum = 0, all = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sum += weights[i] * values(static_cast<Index>(i));
    all += weights[i];
  }
  return sum / all;
}

double weighted_sd(ArrayXd const& values, std::vector<double> const& weights) {
  ArrayXd const squares = (values - weighted_mean(values, weights)).square();
  return std::sqrt(weighted_mean(squares, weights));
}

double weighted_correlation(ArrayXd const& a, ArrayXd const& b,
                            std::vector<double> const& weights) {
  ArrayXd const product = (a - weighted_mean(a, weights)) * (b - weighted_mean(b, weights));
  double const spread = weighted_sd(a, weights) * weighted_sd(b, weights);
  return spread > 0 ? weighted_mean(product, weights) / spread : 0;
}

double two_sided_share(ArrayXd const& values, std::vector<double> const& weights, double at) {
  double below = 0, above = 0, all = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    double const value = values(static_cast<Index>(i));
    if (value <= at) below += weights[i];
    if (value >= at) above += weights[i];
    all += weights[i];
  }
  return std::min(1.0, 2 * std::min(below, above) / all);
}

}  // namespace graduasi
