#include "analysis/calibration/sobol.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace graduasi;
using Eigen::Index;

TEST_CASE("sobol: each of 2^k parts of every input holds one of the first 2^k points",
          "[unit][calibration]") {
  auto const points = scrambled_sobol(200, 0, 64, 7);
  for (Index i = 0; i < points.cols(); ++i) {
    std::set<int> parts;
    for (Index p = 0; p < points.rows(); ++p) parts.insert(static_cast<int>(points(p, i) * 64));
    REQUIRE(parts.size() == 64);
  }
}

TEST_CASE("sobol: pairs of inputs fill squares too", "[unit][calibration]") {
  auto const points = scrambled_sobol(2, 0, 256, 3);
  std::set<std::pair<int, int>> squares;
  for (Index p = 0; p < points.rows(); ++p)
    squares.emplace(static_cast<int>(points(p, 0) * 16), static_cast<int>(points(p, 1) * 16));
  CHECK(squares.size() == 256);
}

TEST_CASE("sobol: a part of the sequence is that part of the whole, and a seed is its own",
          "[unit][calibration]") {
  auto const whole = scrambled_sobol(5, 0, 40, 1), part = scrambled_sobol(5, 17, 23, 1);
  CHECK((whole.bottomRows(23) == part).all());
  CHECK((whole != scrambled_sobol(5, 0, 40, 2)).all());
  CHECK((whole > 0).all());
  CHECK((whole < 1).all());
}

TEST_CASE("sobol: a smooth mean is known far better than by chance", "[unit][calibration]") {
  // The product of 1 + (x - 1/2) has mean 1; chance would miss it by sqrt((13 / 12)^6 - 1) / 64.
  auto const points = scrambled_sobol(6, 0, 4096, 11);
  double const mean = (points + 0.5).rowwise().prod().mean();
  double const by_chance = std::sqrt(std::pow(13.0 / 12, 6) - 1) / 64;
  CHECK(std::abs(mean - 1) < by_chance / 10);
}
