// What a decision between policies would gain from knowing more.
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <span>
#include <vector>

namespace graduasi {

/// What hangs on the decision: a row for each parameter draw, a column for each policy.
struct Stakes {
  Eigen::ArrayXXd cost;    ///< rupiah
  Eigen::ArrayXXd effect;  ///< families
};

/// Net benefit of every draw and policy when one family is worth `threshold` rupiah.
Eigen::ArrayXXd net_benefit(Stakes const& stakes, double threshold);

/// For each policy the share of draws and errors in which it has the most net benefit; ties are
/// shared.
/// @param benefit  draws by policies
/// @param errors   that each draw's may have, one row as likely as another; by policies
std::vector<double> probability_best(Eigen::ArrayXXd const& benefit, Eigen::ArrayXXd const& errors);

/// How much more is gained on average by choosing in every draw for itself than by choosing once
/// for all: the expected value of perfect information. At least nothing; with few draws too high.
/// @param benefit  draws by policies
double value_of_knowing(Eigen::ArrayXXd const& benefit);

/// What one parameter alone says of the stakes: a cubic through costs and effects over the ranks of
/// its values (all values equal: their means). `value_of_knowing` of it is what knowing this
/// parameter alone is worth. A parameter that does nothing still explains something by chance, more
/// with fewer draws; compare with parameters that are known to do nothing.
/// @param values  of the parameter, one for each draw
Stakes explained_by(Stakes const& stakes, std::span<double const> values);

}  // namespace graduasi
