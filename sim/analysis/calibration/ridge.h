// A straight fit with all squares and pairs of inputs, whose coefficients are held near zero as far
// as the data themselves say (Bayesian ridge).
#pragma once

#include <Eigen/Core>

#include <cstddef>

namespace graduasi {

/// The columns of a fit at points of the unit cube: one, every input, its square, and every pair,
/// as polynomials that are orthogonal there and have variance 1.
Eigen::MatrixXd quadratic_columns(Eigen::ArrayXXd const& inputs);

/// How many columns that are.
constexpr std::size_t quadratic_size(std::size_t inputs) {
  return 1 + 2 * inputs + inputs * (inputs - 1) / 2;
}

/// What is left of every point when the fit does not know it.
struct LeftOut {
  Eigen::ArrayXd residual;  ///< value less what the others say
  Eigen::ArrayXd variance;  ///< that they give this residual
};

class Ridge {
 public:
  /// Fits values near zero mean and variance 1 to points of the unit cube.
  ///
  /// Both the spread of coefficients and that of noise are set where the data are likeliest, by
  /// MacKay's fixed point.
  /// @param inputs  a row for each point; at least two
  Ridge(Eigen::ArrayXXd const& inputs, Eigen::VectorXd const& values);

  Eigen::ArrayXd mean(Eigen::ArrayXXd const& inputs) const;
  /// Of the fit at these points; noise is not in it.
  Eigen::ArrayXd variance(Eigen::ArrayXXd const& inputs) const;

  double noise() const { return 1 / noise_precision_; }  ///< variance
  double precision() const { return precision_; }        ///< of the coefficients
  Eigen::VectorXd const& coefficients() const { return weights_; }
  LeftOut const& left_out() const { return left_out_; }

  /// The part of the fit's variance over the cube in which an input has a share, by input.
  Eigen::ArrayXd share_of_inputs() const;

 private:
  Eigen::Index inputs_;
  double precision_ = 1, noise_precision_ = 1;
  Eigen::VectorXd weights_;
  Eigen::MatrixXd root_;  ///< R with R R' the covariance of the coefficients
  LeftOut left_out_;
};

}  // namespace graduasi
