// What a simulation would give at a point, without running it.
#pragma once

#include "analysis/calibration/residual_process.h"
#include "analysis/calibration/ridge.h"

#include <Eigen/Core>

#include <cstddef>
#include <optional>
#include <vector>

namespace graduasi {

/// How well an emulator knows points that it was not shown: residuals over the error it gives them.
struct LeftOutCheck {
  double sd = 0;         ///< of these; 1 where the errors are right
  double coverage = 0;   ///< share within 1.96
  double explained = 0;  ///< share of the variance of values

  /// Whether errors are neither too small nor too large: sd .9 to 1.1, coverage .93 to .97. With
  /// few points chance alone moves both, so the bounds are wider there.
  bool is_fine() const;
  std::size_t points = 0;
};

LeftOutCheck check_left_out(LeftOut const& left_out, Eigen::ArrayXd const& values);

/// What an emulator says of points; variances in the square of the value's unit.
struct Emulated {
  Eigen::ArrayXd mean;
  Eigen::ArrayXd variance;  ///< of the emulator
};

/// How much an emulator may cost.
struct EmulatorSize {
  std::size_t process_points = 1000;  ///< of the process; the fit sees all points
  std::size_t process_inputs = 8;
  int evaluations = 60;
};

/// A straight fit with squares and pairs, and a process of what it leaves where that knows points
/// left out better than the fit alone and its errors pass the check.
class Emulator {
 public:
  /// @param inputs  a row for each point of the unit cube
  /// @param values  finite, of each point
  Emulator(Eigen::ArrayXXd const& inputs, Eigen::ArrayXd const& values, EmulatorSize const& size);

  Emulated at(Eigen::ArrayXXd const& inputs) const;
  /// Variance of a simulation about what the emulator would say if it knew all: chance, and
  /// whatever else is no input.
  double noise() const { return noise_; }
  LeftOutCheck const& check() const { return check_; }
  bool has_process() const { return process_.has_value(); }
  /// The part of the variance in which an input has a share, by input.
  Eigen::ArrayXd share_of_inputs() const { return ridge_.share_of_inputs(); }

 private:
  Eigen::ArrayXXd of_process(Eigen::ArrayXXd const& inputs) const;

  double middle_, scale_;
  Ridge ridge_;
  std::vector<Eigen::Index> active_;  ///< inputs of the process
  std::optional<ResidualProcess> process_;
  LeftOutCheck check_;
  double noise_ = 0;
};

/// Share of the variance of values that an input explains by a straight line and a square alone, by
/// input; chance alone explains about 2 over the number of points.
Eigen::ArrayXd explained_alone(Eigen::ArrayXXd const& inputs, Eigen::ArrayXd const& values);

}  // namespace graduasi
