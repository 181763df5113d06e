#include "analysis/calibration/emulator.h"

#include "analysis/calibration/sobol.h"
#include "support/chance.h"

#include <Eigen/Dense>

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;
using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// Independent normal numbers, the same in every run.
ArrayXd noise(Index count, std::uint32_t test) {
  ArrayXd values(count);
  for (Index i = 0; i < count; ++i)
    values(i) = static_cast<double>(testing::Chance(static_cast<std::uint32_t>(i), test).normal());
  return values;
}

/// A quadratic of the first two of four inputs.
ArrayXd quadratic(ArrayXXd const& x) {
  return 3 + 2 * x.col(0) - 4 * x.col(1).square() + 5 * x.col(0) * x.col(1);
}

/// What no quadratic can follow.
ArrayXd bent(ArrayXXd const& x) { return (6 * x.col(0)).sin() + x.col(1); }

ArrayXd standard(ArrayXd const& values) {
  return (values - values.mean()) / std::sqrt((values - values.mean()).square().mean());
}

}  // namespace

TEST_CASE("ridge: columns are orthogonal and of variance 1 over the cube", "[unit][calibration]") {
  auto const columns = quadratic_columns(scrambled_sobol(3, 0, 8192, 5));
  REQUIRE(columns.cols() == static_cast<Index>(quadratic_size(3)));
  MatrixXd const products = columns.transpose() * columns / 8192;
  CHECK((products - MatrixXd::Identity(columns.cols(), columns.cols())).cwiseAbs().maxCoeff() <
        0.01);
}

TEST_CASE("ridge: coefficients are those of the closed form at its own precisions",
          "[unit][calibration]") {
  auto const x = scrambled_sobol(3, 0, 60, 2);
  VectorXd const y = (standard(quadratic(x)) + 0.3 * noise(60, 9)).matrix();
  Ridge const ridge(x, y);
  auto const columns = quadratic_columns(x);
  MatrixXd const covariance =
      (columns.transpose() * columns / ridge.noise() +
       ridge.precision() * MatrixXd::Identity(columns.cols(), columns.cols()))
          .inverse();
  VectorXd const weights = covariance * columns.transpose() * y / ridge.noise();
  CHECK((ridge.coefficients() - weights).cwiseAbs().maxCoeff() < 1e-8);
  auto const there = scrambled_sobol(3, 100, 4, 2);
  auto const at = quadratic_columns(there);
  ArrayXd const variance = (at * covariance * at.transpose()).diagonal();
  CHECK((ridge.variance(there) - variance).abs().maxCoeff() < 1e-8);
}

TEST_CASE("ridge: what is left out is what a fit without the point misses", "[unit][calibration]") {
  auto const x = scrambled_sobol(2, 0, 40, 2);
  VectorXd const y = (standard(quadratic(x)) + 0.5 * noise(40, 4)).matrix();
  Ridge const ridge(x, y);
  // Without the point, at the precisions of the whole.
  auto const columns = quadratic_columns(x);
  for (Index out : {Index{0}, Index{17}, Index{39}}) {
    MatrixXd others(39, columns.cols());
    VectorXd of_others(39);
    for (Index i = 0, k = 0; i < 40; ++i) {
      if (i == out) continue;
      others.row(k) = columns.row(i);
      of_others(k++) = y(i);
    }
    MatrixXd const covariance =
        (others.transpose() * others / ridge.noise() +
         ridge.precision() * MatrixXd::Identity(columns.cols(), columns.cols()))
            .inverse();
    VectorXd const weights = covariance * others.transpose() * of_others / ridge.noise();
    CHECK(ridge.left_out().residual(out) ==
          Approx(y(out) - columns.row(out).dot(weights)).epsilon(1e-6));
    double const variance =
        ridge.noise() + columns.row(out) * covariance * columns.row(out).transpose();
    CHECK(ridge.left_out().variance(out) == Approx(variance).epsilon(1e-6));
  }
}

TEST_CASE("ridge: noise and the inputs that matter are told", "[unit][calibration]") {
  auto const x = scrambled_sobol(4, 0, 1000, 8);
  Ridge const ridge(x, (standard(quadratic(x)) + 0.4 * noise(1000, 6)).matrix());
  // A variance of 990 values has an error of a part in 22.
  CHECK(std::abs(ridge.noise() / 0.16 - 1) < 4 * std::sqrt(2.0 / 990));
  auto const shares = ridge.share_of_inputs();
  CHECK(shares(0) > 0.1);
  CHECK(shares(1) > 0.1);
  CHECK(shares(2) < 0.01);
  CHECK(shares(3) < 0.01);
}

TEST_CASE(
    "residual process: it goes through points without noise, and falls back to the mean far "
    "from them",
    "[unit][calibration]") {
  auto const x = scrambled_sobol(1, 0, 30, 3);
  ArrayXd const y = (6 * x.col(0)).sin();
  ResidualProcess const process(x, y.matrix(), 200);
  CHECK((process.mean(x) - y).abs().maxCoeff() < 1e-2);
  ArrayXXd const between = scrambled_sobol(1, 500, 20, 3);
  CHECK((process.mean(between) - (6 * between.col(0)).sin()).abs().maxCoeff() < 2e-2);
  CHECK(process.variance(between).maxCoeff() < 1e-2);
  ArrayXXd const far = ArrayXXd::Constant(1, 1, 60);
  CHECK(std::abs(process.mean(far)(0)) < 1e-6);
  CHECK(process.variance(far)(0) > 0.1);
}

TEST_CASE("residual process: what is left out is what a process without the point misses",
          "[unit][calibration]") {
  // Of two points the closed form is short: the other one times the correlation.
  ArrayXXd x(2, 1);
  x << 0.2, 0.7;
  VectorXd const y = (VectorXd(2) << 1.0, 0.6).finished();
  ResidualProcess const process(x, y, 50);
  double const correlation = std::exp(-0.5 * std::pow(0.5 / process.lengths()(0), 2));
  double const noise = process.noise();
  double const far = process.variance(ArrayXXd::Constant(1, 1, 1e3))(0);
  double const told = correlation * far / (far + noise);
  CHECK(process.left_out().residual(0) == Approx(1.0 - told * 0.6).epsilon(1e-6));
  CHECK(process.left_out().variance(0) ==
        Approx(far + noise - told * correlation * far).epsilon(1e-6));
}

TEST_CASE("emulator: a quadratic needs no process, a bent curve does, and both know their errors",
          "[unit][calibration]") {
  auto const x = scrambled_sobol(4, 0, 300, 8);
  auto const there = scrambled_sobol(4, 4096, 400, 8);
  for (auto const& function : {quadratic, bent}) {
    double const chance = 0.2 * std::sqrt((function(x) - function(x).mean()).square().mean());
    Emulator const emulator(x, function(x) + chance * noise(300, 6), {.process_points = 300});
    auto const told = emulator.at(there);
    // Points that it was not shown, without noise: within the emulator's own error.
    ArrayXd const z = (told.mean - function(there)) / told.variance.sqrt();
    INFO("sd of z " << std::sqrt(z.square().mean()));
    CHECK(std::sqrt(z.square().mean()) < 1.5);
    CHECK(std::sqrt(z.square().mean()) > 0.5);
    CHECK(emulator.check().is_fine());
    CHECK(emulator.check().explained > 0.9);
    CHECK(std::abs(emulator.noise() / (chance * chance) - 1) < 4 * std::sqrt(2.0 / 250));
    if (function == bent) CHECK(emulator.has_process());
  }
}

TEST_CASE("emulator: values that are all the same are told as they are", "[unit][calibration]") {
  auto const x = scrambled_sobol(2, 0, 40, 1);
  Emulator const emulator(x, ArrayXd::Constant(40, 7), {});
  CHECK(emulator.at(x).mean(5) == Approx(7).epsilon(1e-9));
}

TEST_CASE("emulator: an input alone explains its share of a sum", "[unit][calibration]") {
  auto const x = scrambled_sobol(3, 0, 4096, 8);
  // Variances of a line and of a square on (0, 1): 1/12 and 4/45 - 1/12 + ... = 1/180 about the
  // mean.
  ArrayXd const values = x.col(0) + (x.col(1) - 0.5).square();
  auto const shares = explained_alone(x, values);
  double const line = 1.0 / 12, square = 1.0 / 180;
  CHECK(shares(0) == Approx(line / (line + square)).epsilon(1e-3));
  CHECK(shares(1) == Approx(square / (line + square)).epsilon(1e-2));
  CHECK(shares(2) < 1e-3);
}
