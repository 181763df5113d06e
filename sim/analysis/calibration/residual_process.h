// What a straight fit leaves, as a Gaussian process over the few inputs that move it most.
#pragma once

#include "analysis/calibration/ridge.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

namespace graduasi {

/// A smooth function with noise: covariance s^2 exp(-sum (x - x')^2 / (2 length^2)), noise s^2
/// nugget. Lengths and nugget are set where the data are likeliest (NLopt's BOBYQA); s^2 then
/// follows.
class ResidualProcess {
 public:
  /// @param inputs      a row for each point of the unit cube; memory and time grow with the square
  ///                    and the cube of their number
  /// @param values      with mean near zero
  /// @param evaluations of the likelihood, at most
  ResidualProcess(Eigen::ArrayXXd inputs, Eigen::VectorXd const& values, int evaluations);

  Eigen::ArrayXd mean(Eigen::ArrayXXd const& inputs) const;
  /// Of the function at these points; noise is not in it.
  Eigen::ArrayXd variance(Eigen::ArrayXXd const& inputs) const;

  double noise() const { return scale_ * nugget_; }  ///< variance
  Eigen::ArrayXd const& lengths() const { return lengths_; }
  LeftOut const& left_out() const { return left_out_; }

 private:
  Eigen::MatrixXd covariance_with(Eigen::ArrayXXd const& inputs) const;

  Eigen::ArrayXXd inputs_;
  Eigen::ArrayXd lengths_;
  double nugget_ = 1, scale_ = 1;
  Eigen::LLT<Eigen::MatrixXd> factor_;
  Eigen::VectorXd weights_;
  LeftOut left_out_;
};

}  // namespace graduasi
