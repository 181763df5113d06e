#include "analysis/calibration/residual_process.h"

#include "base/contract.h"
#include "base/math_double.h"

#include <nlopt.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace graduasi {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// Logarithms of the shortest and the longest length, and of the least and the most nugget.
constexpr double shortest_length = -2.3, longest_length = 2.3, least_nugget = -9, most_nugget = 5;

MatrixXd correlation(ArrayXXd const& a, ArrayXXd const& b, ArrayXd const& lengths) {
  ArrayXXd const scaled_a = a.rowwise() / lengths.transpose();
  ArrayXXd const scaled_b = b.rowwise() / lengths.transpose();
  MatrixXd result(a.rows(), b.rows());
  for (Index j = 0; j < b.rows(); ++j) {
    for (Index i = 0; i < a.rows(); ++i)
      result(i, j) = math::exp(-0.5 * (scaled_a.row(i) - scaled_b.row(j)).square().sum());
  }
  return result;
}

/// What the search is handed.
struct Searched {
  ArrayXXd const& inputs;
  VectorXd const& values;
};

struct Fitted {
  Eigen::LLT<MatrixXd> factor;
  VectorXd weights;
  double scale;
  double log_likelihood;
};

Fitted fitted(ArrayXXd const& inputs, VectorXd const& values, ArrayXd const& lengths,
              double nugget) {
  Fitted fit;
  MatrixXd covariance = correlation(inputs, inputs, lengths);
  covariance.diagonal().array() += nugget;
  fit.factor.compute(covariance);
  fit.weights = fit.factor.solve(values);
  auto const n = static_cast<double>(values.size());
  fit.scale = std::max(values.dot(fit.weights) / n, 1e-300);
  double log_determinant = 0;
  for (Index i = 0; i < values.size(); ++i)
    log_determinant += 2 * math::log(fit.factor.matrixLLT()(i, i));
  fit.log_likelihood = -0.5 * (n * math::log(fit.scale) + log_determinant);
  return fit;
}

ArrayXd lengths_at(std::vector<double> const& point) {
  ArrayXd lengths(static_cast<Index>(point.size()) - 1);
  for (Index i = 0; i < lengths.size(); ++i)
    lengths(i) = math::exp(point[static_cast<std::size_t>(i)]);
  return lengths;
}

double likelihood_at(std::vector<double> const& point, std::vector<double>&, void* searched) {
  auto const& s = *static_cast<Searched*>(searched);
  auto const fit = fitted(s.inputs, s.values, lengths_at(point), math::exp(point.back()));
  return std::isfinite(fit.log_likelihood) ? fit.log_likelihood : -1e300;
}

}  // namespace

ResidualProcess::ResidualProcess(ArrayXXd inputs, VectorXd const& values, int evaluations)
    : inputs_(std::move(inputs)) {
  expects(inputs_.rows() == values.size() && values.size() >= 2, "a value for each of two points");
  auto const unknowns = static_cast<std::size_t>(inputs_.cols()) + 1;
  std::vector<double> point(unknowns, 0), low(unknowns, shortest_length),
      high(unknowns, longest_length);
  low.back() = least_nugget;
  high.back() = most_nugget;
  Searched searched{inputs_, values};
  nlopt::opt opt(nlopt::LN_BOBYQA, static_cast<unsigned>(unknowns));
  opt.set_lower_bounds(low);
  opt.set_upper_bounds(high);
  opt.set_max_objective(likelihood_at, &searched);
  opt.set_maxeval(evaluations);
  opt.set_xtol_rel(1e-3);
  opt.set_initial_step(0.7);
  double best = 0;
  try {
    opt.optimize(point, best);
  } catch (nlopt::roundoff_limited const&) {
    // Nothing nearer is distinguishable.
  }
  lengths_ = lengths_at(point);
  nugget_ = math::exp(point.back());
  auto fit = fitted(inputs_, values, lengths_, nugget_);
  factor_ = std::move(fit.factor);
  weights_ = std::move(fit.weights);
  scale_ = fit.scale;
  ArrayXd const inverse =
      factor_.solve(MatrixXd::Identity(values.size(), values.size())).diagonal().array();
  left_out_.residual = weights_.array() / inverse;
  left_out_.variance = scale_ / inverse;
}

MatrixXd ResidualProcess::covariance_with(ArrayXXd const& inputs) const {
  return correlation(inputs_, inputs, lengths_);
}

ArrayXd ResidualProcess::mean(ArrayXXd const& inputs) const {
  return (covariance_with(inputs).transpose() * weights_).array();
}

ArrayXd ResidualProcess::variance(ArrayXXd const& inputs) const {
  MatrixXd const half = factor_.matrixL().solve(covariance_with(inputs));
  return scale_ * (1 - half.colwise().squaredNorm().transpose().array()).max(0);
}

}  // namespace graduasi
