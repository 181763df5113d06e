#include "population/lognormal.h"

#include "base/contract.h"
#include "population/largest_remainder.h"

#include <catch2/catch.hpp>

#include <array>
#include <numeric>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("lognormal: a fit shows the published rate and gap again", "[unit]") {
  for (double rate : {0.02, 0.0847, 0.3003}) {
    for (double relative_gap : {0.08, 0.15, 0.25}) {
      auto const fit = fit_spending(rate, rate * relative_gap);
      CHECK_FALSE(fit.at_bound);
      CHECK(poverty_index(fit, 0) == Approx(rate).epsilon(1e-12));
      CHECK(poverty_index(fit, 1) == Approx(rate * relative_gap).epsilon(1e-12));
      CHECK(poverty_index(fit, 2) < poverty_index(fit, 1));
    }
  }
}

TEST_CASE("lognormal: the fit of a known distribution is that distribution", "[unit]") {
  SpendingFit const known{.mu = 0.7, .sigma = 0.45};
  auto const fit = fit_spending(poverty_index(known, 0), poverty_index(known, 1));
  CHECK(fit.mu == Approx(0.7).epsilon(1e-10));
  CHECK(fit.sigma == Approx(0.45).epsilon(1e-10));
}

TEST_CASE("lognormal: beyond its bounds sigma stays there and the rate is kept", "[unit]") {
  auto const narrow = fit_spending(0.0503, 0.0004);
  CHECK(narrow.at_bound);
  CHECK(narrow.sigma == sigma_min);
  CHECK(poverty_index(narrow, 0) == Approx(0.0503).epsilon(1e-12));
  auto const wide = fit_spending(0.1, 0.09);
  CHECK(wide.at_bound);
  CHECK(wide.sigma == sigma_max);
  CHECK(poverty_index(wide, 0) == Approx(0.1).epsilon(1e-12));
}

TEST_CASE("lognormal: figures that no distribution has are refused", "[unit]") {
  CHECK_THROWS_AS(fit_spending(0.1, 0.1), BrokenContract);
  CHECK_THROWS_AS(fit_spending(0.0, 0.0), BrokenContract);
  CHECK_THROWS_AS(fit_spending(1.0, 0.5), BrokenContract);
}

TEST_CASE("largest remainder: whole parts first, then the largest rests", "[unit]") {
  CHECK(largest_remainder(std::array{5.0, 3.0, 2.0}, 10) == std::vector<std::size_t>{5, 3, 2});
  CHECK(largest_remainder(std::array{1.0, 1.0, 1.0}, 10) == std::vector<std::size_t>{4, 3, 3});
  CHECK(largest_remainder(std::array{47.0, 16.0, 15.8, 12.0, 6.1, 3.1}, 10) ==
        std::vector<std::size_t>{5, 2, 1, 1, 1, 0});
}

TEST_CASE("largest remainder: equal rests go to the lower numbers", "[unit]") {
  CHECK(largest_remainder(std::array{1.0, 1.0, 1.0, 1.0}, 2) ==
        std::vector<std::size_t>{1, 1, 0, 0});
}

TEST_CASE("largest remainder: shares always add up, and nothing goes to no weight", "[unit]") {
  std::vector<double> weights;
  for (int i = 0; i < 514; ++i) weights.push_back(i % 7 == 0 ? 0.0 : 0.1 + i * 0.37);
  for (std::size_t total : {0u, 1u, 37u, 12000u, 9999999u}) {
    auto const shares = largest_remainder(weights, total);
    CHECK(std::accumulate(shares.begin(), shares.end(), std::size_t{0}) == total);
    CHECK(shares[7] == 0);
  }
  CHECK_THROWS_AS(largest_remainder(std::array{0.0, 0.0}, 3), BrokenContract);
  CHECK_THROWS_AS(largest_remainder(std::array{-1.0, 2.0}, 3), BrokenContract);
}
