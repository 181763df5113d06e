#include "analysis/calibration/emulator.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graduasi {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

double spread_of(ArrayXd const& values) {
  double const sd = std::sqrt((values - values.mean()).square().mean());
  // Values that are all the same are told by their mean alone.
  return sd > 0 ? sd : 1;
}

/// The inputs with the largest shares, the largest first.
std::vector<Index> largest(ArrayXd const& shares, std::size_t most) {
  std::vector<Index> order(static_cast<std::size_t>(shares.size()));
  std::iota(order.begin(), order.end(), Index{0});
  std::ranges::stable_sort(order, [&](Index a, Index b) { return shares(a) > shares(b); });
  order.resize(std::min(most, order.size()));
  return order;
}

}  // namespace

bool LeftOutCheck::is_fine() const {
  auto const n = static_cast<double>(std::max<std::size_t>(points, 1));
  // Three standard errors of a standard deviation, and of a share of .95.
  double const of_sd = std::max(0.1, 3 / std::sqrt(2 * n));
  double const of_share = std::max(0.02, 3 * std::sqrt(0.95 * 0.05 / n));
  return std::abs(sd - 1) <= of_sd && std::abs(coverage - 0.95) <= of_share;
}

LeftOutCheck check_left_out(LeftOut const& left_out, ArrayXd const& values) {
  ArrayXd const z = left_out.residual / left_out.variance.sqrt();
  double const all = (values - values.mean()).square().sum();
  return {.sd = std::sqrt(z.square().mean()),
          .coverage = static_cast<double>((z.abs() < 1.96).count()) / static_cast<double>(z.size()),
          .explained = all > 0 ? 1 - left_out.residual.square().sum() / all : 1,
          .points = static_cast<std::size_t>(z.size())};
}

Emulator::Emulator(ArrayXXd const& inputs, ArrayXd const& values, EmulatorSize const& size)
    : middle_(values.mean()),
      scale_(spread_of(values)),
      ridge_(inputs, ((values - middle_) / scale_).matrix()),
      active_(largest(ridge_.share_of_inputs(), size.process_inputs)) {
  ArrayXd const standard = (values - middle_) / scale_;
  check_ = check_left_out(ridge_.left_out(), standard);
  noise_ = ridge_.noise() * scale_ * scale_;
  // The first points: those of a sequence fill the cube evenly by themselves.
  auto const points = std::min<Index>(inputs.rows(), static_cast<Index>(size.process_points));
  // What the fit does not know of a point; its residual at points that it was shown would be too
  // small.
  ArrayXd const left = ridge_.left_out().residual.head(points);
  ResidualProcess process(of_process(inputs.topRows(points)), left.matrix(), size.evaluations);
  auto const check = check_left_out(process.left_out(), standard.head(points));
  auto const before = left.square().sum(), after = process.left_out().residual.square().sum();
  if (!check.is_fine() || !(after < before)) return;
  check_ = check;
  noise_ = process.noise() * scale_ * scale_;
  process_ = std::move(process);
}

ArrayXXd Emulator::of_process(ArrayXXd const& inputs) const {
  ArrayXXd active(inputs.rows(), static_cast<Index>(active_.size()));
  for (std::size_t i = 0; i < active_.size(); ++i)
    active.col(static_cast<Index>(i)) = inputs.col(active_[i]);
  return active;
}

Emulated Emulator::at(ArrayXXd const& inputs) const {
  Emulated told{ridge_.mean(inputs), {}};
  if (process_) {
    auto const active = of_process(inputs);
    told.mean += process_->mean(active);
    told.variance = process_->variance(active);
  } else {
    told.variance = ridge_.variance(inputs);
  }
  told.mean = middle_ + scale_ * told.mean;
  told.variance *= scale_ * scale_;
  return told;
}

ArrayXd explained_alone(ArrayXXd const& inputs, ArrayXd const& values) {
  ArrayXd const from_mean = values - values.mean();
  double const all = from_mean.square().sum();
  ArrayXd shares = ArrayXd::Zero(inputs.cols());
  if (!(all > 0)) return shares;
  for (Index i = 0; i < inputs.cols(); ++i) {
    ArrayXd line = inputs.col(i) - inputs.col(i).mean();
    double const of_line = line.square().sum();
    if (!(of_line > 0)) continue;
    ArrayXd square = line.square() - line.square().mean();
    square -= (square * line).sum() / of_line * line;
    double const of_square = square.square().sum();
    double const straight = (line * from_mean).sum(), bent = (square * from_mean).sum();
    shares(i) = (straight * straight / of_line +
                 (of_square > 1e-12 * of_line ? bent * bent / of_square : 0)) /
                all;
  }
  return shares;
}

}  // namespace graduasi
