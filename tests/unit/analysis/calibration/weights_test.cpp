#include "analysis/calibration/weights.h"

#include "analysis/calibration/implausibility.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;
using Eigen::ArrayXd;
using Eigen::ArrayXXd;

TEST_CASE("implausibility: the distance is in the root of all terms", "[unit][calibration]") {
  DistanceTerms const terms{.emulator = 1, .chance = 4, .observation = 9, .discrepancy = 11};
  CHECK(terms.sum() == 25);
  CHECK(implausibility(20, 10, terms) == 2);
  CHECK(implausibility(0, 10, terms) == 2);
}

TEST_CASE("implausibility: one wrong figure rules nothing out, two do", "[unit][calibration]") {
  CHECK(second_largest(std::vector<double>{1, 9, 2}) == 2);
  CHECK(second_largest(std::vector<double>{5, 5}) == 5);
  CHECK(second_largest(std::vector<double>{4}) == 4);
  CHECK(second_largest(std::vector<double>{}) == 0);
  ArrayXXd distances(4, 3);
  distances << 9, 1, 1,  //
      4, 4, 0,           //
      3, 3, 3,           //
      0, 3.1, 3.2;
  CHECK(not_ruled_out(distances) == std::vector<std::size_t>{0, 2});
}

TEST_CASE("weights: they are Student's t of four degrees at the distances", "[unit][calibration]") {
  ArrayXXd distances(3, 2);
  distances << 0, 0, 2, 0, 2, 2;
  auto const weights = weights_by_distance(distances);
  // The density at 2 is that at 0 over (1 + 4 / 4)^(5 / 2).
  double const ratio = std::pow(2.0, -2.5);
  CHECK(weights[1] / weights[0] == Approx(ratio).epsilon(1e-12));
  CHECK(weights[2] / weights[0] == Approx(ratio * ratio).epsilon(1e-12));
  CHECK(weights[0] + weights[1] + weights[2] == Approx(1).epsilon(1e-12));
  // Worlds so far away that no number holds their weight.
  CHECK(std::isfinite(weights_by_distance(ArrayXXd::Constant(2, 500, 1e100))[0]));
}

TEST_CASE("weights: the effective size counts what has weight", "[unit][calibration]") {
  CHECK(effective_size({0.25, 0.25, 0.25, 0.25}) == Approx(4).epsilon(1e-12));
  CHECK(effective_size({5, 5, 0, 0}) == Approx(2).epsilon(1e-12));
  CHECK(effective_size({1}) == 1);
  CHECK(effective_size({}) == 0);
}

TEST_CASE("weights: summaries are those of repeated values", "[unit][calibration]") {
  ArrayXd const values = (ArrayXd(3) << 10, 0, 4).finished();
  std::vector<double> const weights = {1, 2, 1};  // 0, 0, 4, 10
  CHECK(weighted_mean(values, weights) == 3.5);
  CHECK(weighted_sd(values, weights) == Approx(std::sqrt(67.0 / 4)).epsilon(1e-12));
  CHECK(weighted_quantile(values, weights, 0.5) == 0);
  CHECK(weighted_quantile(values, weights, 0.75) == 4);
  CHECK(weighted_quantile(values, weights, 1) == 10);
  CHECK(weighted_correlation(values, values, weights) == Approx(1).epsilon(1e-12));
  CHECK(weighted_correlation(values, -values, weights) == Approx(-1).epsilon(1e-12));
  CHECK(weighted_correlation(values, ArrayXd::Constant(3, 2), weights) == 0);
  CHECK(two_sided_share(values, weights, 10) == Approx(0.5).epsilon(1e-12));
  CHECK(two_sided_share(values, weights, 0) == 1);
  CHECK(two_sided_share(values, weights, 11) == 0);
}
