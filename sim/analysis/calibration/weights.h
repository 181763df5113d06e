// How much each simulated world weighs, given what was published.
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <vector>

namespace graduasi {

/// Weights that sum to 1: the product over figures of Student's t of four degrees of freedom at
/// their distances. Its tails are heavy, so that no figure decides alone.
/// @param distances  a row for each world, a column for each figure, as of `implausibility`
std::vector<double> weights_by_distance(Eigen::ArrayXXd const& distances);

/// How many worlds of equal weight would say as much: the square of the sum over the sum of
/// squares.
double effective_size(std::vector<double> const& weights);

/// The value below which this share of the weights lies; values need not be sorted.
double weighted_quantile(Eigen::ArrayXd const& values, std::vector<double> const& weights,
                         double share);

double weighted_mean(Eigen::ArrayXd const& values, std::vector<double> const& weights);
double weighted_sd(Eigen::ArrayXd const& values, std::vector<double> const& weights);
double weighted_correlation(Eigen::ArrayXd const& a, Eigen::ArrayXd const& b,
                            std::vector<double> const& weights);

/// The share of weights at which a value is `at` or beyond, on the side where less of it is, twice:
/// how surprising a published figure is. At most 1.
double two_sided_share(Eigen::ArrayXd const& values, std::vector<double> const& weights, double at);

}  // namespace graduasi
