#include "analysis/calibration/ridge.h"

#include "base/contract.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace graduasi {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd quadratic_columns(ArrayXXd const& inputs) {
  auto const d = inputs.cols();
  MatrixXd columns(inputs.rows(), static_cast<Index>(quadratic_size(static_cast<std::size_t>(d))));
  // Legendre's polynomials on -1 to 1, scaled.
  ArrayXXd const x = 2 * inputs - 1;
  columns.col(0).setOnes();
  for (Index i = 0; i < d; ++i) {
    columns.col(1 + i) = std::sqrt(3.0) * x.col(i);
    columns.col(1 + d + i) = std::sqrt(5.0) * 0.5 * (3 * x.col(i).square() - 1);
  }
  Index next = 1 + 2 * d;
  for (Index i = 0; i < d; ++i) {
    for (Index k = i + 1; k < d; ++k) columns.col(next++) = 3 * x.col(i) * x.col(k);
  }
  return columns;
}

Ridge::Ridge(ArrayXXd const& inputs, VectorXd const& values) : inputs_(inputs.cols()) {
  expects(inputs.rows() == values.size() && values.size() >= 2, "a value for each of two points");
  auto const columns = quadratic_columns(inputs);
  auto const n = static_cast<double>(values.size());
  Eigen::SelfAdjointEigenSolver<MatrixXd> const solver(columns.transpose() * columns);
  ArrayXd const spread = solver.eigenvalues().array().max(0);
  MatrixXd const& axes = solver.eigenvectors();
  ArrayXd const along = (axes.transpose() * (columns.transpose() * values)).array();
  double const all = values.squaredNorm();
  constexpr int steps = 200;
  ArrayXd weights(spread.size());
  noise_precision_ = n / std::max(all, 1e-300) * 2;
  for (int step = 0; step < steps; ++step) {
    ArrayXd const told = noise_precision_ * spread;
    weights = noise_precision_ * along / (told + precision_);
    double const well_told = (told / (told + precision_)).sum();
    double const left = std::max(
        all - 2 * (weights * along).sum() + (spread * weights.square()).sum(), 1e-12 * all);
    // Bounds keep a fit of nothing, and one without noise, from running away.
    precision_ = std::clamp(well_told / std::max(weights.square().sum(), 1e-300), 1e-9, 1e9);
    noise_precision_ =
        std::clamp(std::max(n - well_told, 1e-3 * n) / std::max(left, 1e-300), 1e-9, 1e12);
  }
  ArrayXd const covariance = 1 / (noise_precision_ * spread + precision_);
  weights = noise_precision_ * along * covariance;
  weights_ = axes * weights.matrix();
  root_ = axes * covariance.sqrt().matrix().asDiagonal();
  ArrayXd const leverage = (columns * root_).rowwise().squaredNorm().array() * noise_precision_;
  ArrayXd const unknown = (1 - leverage).max(1e-9);
  left_out_.residual = (values - columns * weights_).array() / unknown;
  left_out_.variance = noise() / unknown;
}

ArrayXd Ridge::mean(ArrayXXd const& inputs) const {
  return (quadratic_columns(inputs) * weights_).array();
}

ArrayXd Ridge::variance(ArrayXXd const& inputs) const {
  return (quadratic_columns(inputs) * root_).rowwise().squaredNorm().array();
}

ArrayXd Ridge::share_of_inputs() const {
  ArrayXd share = ArrayXd::Zero(inputs_);
  for (Index i = 0; i < inputs_; ++i)
    share(i) =
        weights_(1 + i) * weights_(1 + i) + weights_(1 + inputs_ + i) * weights_(1 + inputs_ + i);
  Index next = 1 + 2 * inputs_;
  for (Index i = 0; i < inputs_; ++i) {
    for (Index k = i + 1; k < inputs_; ++k, ++next) {
      share(i) += weights_(next) * weights_(next);
      share(k) += weights_(next) * weights_(next);
    }
  }
  return share;
}

}  // namespace graduasi
