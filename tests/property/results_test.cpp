#include "outcome/comparison.h"
#include "outcome/estimate.h"
#include "outcome/incidence.h"
#include "random/threefry.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// Values between -1 and 1 that the numbers of the case and of the list decide; one in `gaps` is
/// not defined, none if it is 0.
std::vector<double> drawn(std::uint32_t which, std::uint32_t list, std::size_t count,
                          std::uint32_t gaps) {
  std::vector<double> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto const words = threefry4x32(static_cast<std::uint32_t>(i), which, list, 0, 7, 7);
    bool const gap = gaps > 0 && words[1] % gaps == 0;
    values[i] = gap ? Estimate::not_defined : words[0] / 2147483648.0 - 1;
  }
  return values;
}

}  // namespace

TEST_CASE("results: an interval holds its mean and no component is negative",
          "[property][results]") {
  for (std::uint32_t which = 0; which < 500; ++which) {
    CAPTURE(which);
    std::size_t const draws = 1 + which % 40;
    std::size_t const replicates = 1 + which / 40;
    auto const result = estimate(drawn(which, 0, draws * replicates, which % 3 * 5), replicates);
    if (result.interval == Interval::chance) {
      REQUIRE(result.lower <= result.mean);
      REQUIRE(result.mean <= result.upper);
    }
    if (result.interval == Interval::parameters) REQUIRE(result.lower <= result.upper);
    REQUIRE_FALSE(result.sd_chance < 0);
    REQUIRE_FALSE(result.sd_parameters < 0);
    REQUIRE(result.replicates <= draws * replicates);
  }
}

TEST_CASE("results: swapping policy and baseline turns a difference around",
          "[property][results]") {
  for (std::uint32_t which = 0; which < 300; ++which) {
    CAPTURE(which);
    auto const a = drawn(which, 1, 24, 11);
    auto const b = drawn(which, 2, 24, 11);
    for (std::size_t const replicates : {24u, 6u, 1u}) {
      auto const there = difference(a, b, replicates, "higher");
      auto const back = difference(b, a, replicates, "higher");
      REQUIRE(there.estimate.mean == Approx(-back.estimate.mean).margin(1e-14));
      REQUIRE(there.estimate.lower == Approx(-back.estimate.upper).margin(1e-14));
      REQUIRE(there.probability_better == Approx(1 - back.probability_better).margin(1e-14));
      REQUIRE(there.probability_better ==
              Approx(1 - difference(a, b, replicates, "lower").probability_better).margin(1e-14));
    }
  }
}

TEST_CASE("results: who has left and who is still there add up to everybody",
          "[property][results]") {
  for (std::uint32_t which = 0; which < 300; ++which) {
    CAPTURE(which);
    Eigen::ArrayXd at_risk(60);
    Eigen::ArrayXXd exits(60, 3);
    double there = 1000;
    for (Eigen::Index m = 0; m < 60; ++m) {
      auto const words = threefry4x32(static_cast<std::uint32_t>(m), which, 3, 0, 7, 7);
      at_risk(m) = there;
      for (Eigen::Index way = 0; way < 3; ++way) {
        exits(m, way) =
            std::min(there, static_cast<double>(words[static_cast<std::size_t>(way)] % 20));
        there -= exits(m, way);
      }
      there -= std::min(there, static_cast<double>(words[3] % 3));  // lost from sight
    }
    auto const result = incidence(at_risk, exits);
    for (Eigen::Index m = 0; m <= 60; ++m) {
      REQUIRE(result.cumulative.row(m).sum() + result.remaining(m) == Approx(1).epsilon(1e-12));
      if (m > 0) REQUIRE((result.cumulative.row(m) >= result.cumulative.row(m - 1)).all());
    }
  }
}
