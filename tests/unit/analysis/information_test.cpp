// The value of information against closed forms, on decisions between two policies.
#include "analysis/information.h"

#include "base/math_double.h"
#include "scenario/priors.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string_view>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

constexpr int draws = 4000;

std::vector<double> uniforms(std::string_view path, int count = draws) {
  std::vector<double> values;
  for (int draw = 0; draw < count; ++draw) values.push_back(prior_uniform(7, draw, path));
  return values;
}

/// Nothing against a policy with this gain in each draw; both cost nothing.
Stakes against_nothing(std::vector<double> const& gain) {
  auto const rows = static_cast<Eigen::Index>(gain.size());
  Stakes stakes{Eigen::ArrayXXd::Zero(rows, 2), Eigen::ArrayXXd::Zero(rows, 2)};
  for (Eigen::Index i = 0; i < rows; ++i) stakes.effect(i, 1) = gain[static_cast<std::size_t>(i)];
  return stakes;
}

double value_of(Stakes const& stakes) { return value_of_knowing(net_benefit(stakes, 1)); }

double density(double z) { return std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0)); }

}  // namespace

TEST_CASE("information: of a normal gain all knowledge is worth the unit normal loss",
          "[statistical]") {
  double const mean = 3, sd = 5;
  std::vector<double> gain;
  for (double const u : uniforms("gain")) gain.push_back(mean + sd * math::normal_quantile(u));
  double const z = mean / sd;
  double const truth = sd * density(z) - mean * math::normal_cdf(-z);
  // A loss has a standard deviation below that of the gain's: three standard errors.
  CHECK(value_of(against_nothing(gain)) == Approx(truth).margin(3 * 0.35 * sd / std::sqrt(draws)));
}

TEST_CASE("information: a decision that nothing can change is worth no knowledge", "[unit]") {
  CHECK(value_of(against_nothing({1, 2, 3})) == 0);
  CHECK(value_of(against_nothing({-1, 0, -3})) == 0);
  CHECK(value_of(against_nothing({-1, 3})) == Approx(0.5));
}

TEST_CASE("information: of a sum of two parameters each is worth what its own part decides",
          "[statistical]") {
  auto const large = uniforms("large"), small = uniforms("small");
  std::vector<double> gain;
  for (std::size_t i = 0; i < large.size(); ++i) {
    gain.push_back(8 * (large[i] - 0.5) + 2 * (small[i] - 0.5));
  }
  auto const stakes = against_nothing(gain);
  // The mean of max(0, a (u - 1/2)) is a / 8.
  CHECK(value_of(explained_by(stakes, large)) == Approx(1).margin(0.05));
  CHECK(value_of(explained_by(stakes, small)) == Approx(0.25).margin(0.05));
  CHECK(value_of(explained_by(stakes, large)) < value_of(stakes));
}

TEST_CASE("information: only ranks of a parameter count", "[unit]") {
  auto const u = uniforms("u", 60);
  std::vector<double> gain, stretched;
  for (double const value : u) {
    gain.push_back(value * value - 0.3);
    stretched.push_back(std::exp(9 * value));
  }
  auto const stakes = against_nothing(gain);
  CHECK(value_of(explained_by(stakes, u)) == value_of(explained_by(stakes, stretched)));
}

TEST_CASE("information: a parameter that is the same in all draws explains nothing", "[unit]") {
  auto const stakes = against_nothing({-3, 1, 4, -1});
  CHECK(value_of(explained_by(stakes, std::vector<double>(4, 0.5))) == 0);
}

TEST_CASE("information: what does nothing looks worth something, the less the more draws",
          "[statistical]") {
  auto const by_chance = [](int count) {
    std::vector<double> gain;
    for (double const u : uniforms("gain", count)) gain.push_back(u - 0.5);
    auto const stakes = against_nothing(gain);
    double sum = 0;
    for (int i = 0; i < 50; ++i) {
      sum += value_of(explained_by(stakes, uniforms("placebo " + std::to_string(i), count)));
    }
    return sum / 50;
  };
  double const few = by_chance(40), many = by_chance(1000);
  CHECK(few > 0.02);
  CHECK(many < few / 3);
}

TEST_CASE("information: the best of equals is shared", "[unit]") {
  Eigen::ArrayXXd benefit(2, 3);
  benefit << 1, 1, 0, 0, 2, 5;
  Eigen::ArrayXXd const none = Eigen::ArrayXXd::Zero(1, 3);
  CHECK(probability_best(benefit, none) == std::vector<double>{0.25, 0.25, 0.5});
}

TEST_CASE("information: how likely a policy is best allows for errors of the means", "[unit]") {
  // In either draw the second is ahead by 1; with an error of -2 it is behind.
  Eigen::ArrayXXd benefit(2, 2), errors(4, 2);
  benefit << 0, 1, 0, 1;
  errors << 0, -2, 0, 0, 0, 0, 0, 2;
  CHECK(probability_best(benefit, errors) == std::vector<double>{0.25, 0.75});
}
