#include "outcome/comparison.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

std::vector<double> const baseline = {10, 10, 12};
std::vector<double> const policy = {12, 15, 11};  // differences 2, 5, -1

}  // namespace

TEST_CASE("comparison: differences are paired by replicate", "[unit][outcome]") {
  // Mean 2, standard deviation 3; the two policies apart would have a standard error of 1.37.
  auto const result = difference(policy, baseline, 3, "higher");
  CHECK(result.estimate.mean == 2);
  CHECK(result.estimate.standard_error == Approx(std::sqrt(3)).epsilon(1e-12));
  CHECK(result.estimate.upper == Approx(2 + 4.30265272975 * std::sqrt(3)).epsilon(1e-9));
  CHECK(result.probability_better == Approx(2.0 / 3).epsilon(1e-12));
}

TEST_CASE("comparison: the variance ratio says what common luck is worth", "[unit][outcome]") {
  // Variances 13/3 and 4/3 apart, 9 of the pairs: here the luck that is shared works against them.
  CHECK(difference(policy, baseline, 3, "higher").variance_ratio ==
        Approx(17.0 / 27).epsilon(1e-12));
  // Two draws of two replicates: within draws 2 and 2 apart, 0.5 of the pairs.
  std::vector<double> const one = {1, 3, 11, 13}, other = {2, 4, 12, 15};
  CHECK(difference(one, other, 2, "higher").variance_ratio ==
        Approx((2 + 3.25) / 0.25).epsilon(1e-12));
  CHECK(std::isnan(difference(policy, policy, 3, "higher").variance_ratio));
  std::vector<double> const single = {1};
  CHECK(std::isnan(difference(single, single, 1, "higher").variance_ratio));
}

TEST_CASE("comparison: what is better is the measure's to say", "[unit][outcome]") {
  CHECK(difference(policy, baseline, 3, "lower").probability_better ==
        Approx(1.0 / 3).epsilon(1e-12));
  CHECK(std::isnan(difference(policy, baseline, 3, "").probability_better));
}

TEST_CASE("comparison: ties count half", "[unit][outcome]") {
  std::vector<double> const equal_twice = {10, 10, 13};
  auto const result = difference(equal_twice, baseline, 3, "higher");
  CHECK(result.probability_better == Approx(2.0 / 3).epsilon(1e-12));  // 0.5 + 0.5 + 1 of 3
}

TEST_CASE("comparison: a pair of which one side is not defined is left out", "[unit][outcome]") {
  std::vector<double> const with_gap = {12, not_defined, 11};
  auto const result = difference(with_gap, baseline, 3, "higher");
  CHECK(result.estimate.replicates == 2);
  CHECK(result.estimate.mean == 0.5);
  CHECK(result.probability_better == 0.5);
}

TEST_CASE("comparison: a policy that changes nothing differs by exactly nothing",
          "[unit][outcome]") {
  std::vector<double> const figures = {0.1, 0.3, 1e15, 7};
  for (std::size_t const replicates : {4u, 2u}) {
    auto const result = difference(figures, figures, replicates, "higher");
    CHECK(result.estimate.mean == 0);
    CHECK(result.estimate.lower == 0);
    CHECK(result.estimate.upper == 0);
    CHECK(result.probability_better == 0.5);
    CHECK(words(verdict(result.estimate)) == "equal in every replicate");
  }
}

TEST_CASE("verdict: an interval without zero tells policies apart", "[unit][outcome]") {
  std::vector<double> const more = {20, 21, 22};
  CHECK(words(verdict(difference(more, baseline, 3, "higher").estimate)) == "distinguishable");
  CHECK(words(verdict(difference(baseline, more, 3, "higher").estimate)) == "distinguishable");
}

TEST_CASE("verdict: else it says how many replicates that would take", "[unit][outcome]") {
  // Mean 2, sd 3: 2.2281 * 3 / sqrt(11) = 2.015 is too wide, 2.2010 * 3 / sqrt(12) = 1.906 is not.
  auto const result = verdict(difference(policy, baseline, 3, "higher").estimate);
  CHECK(result.runs == 12);
  CHECK(words(result) == "not distinguishable; about 12 replicates needed");
}

TEST_CASE("verdict: more than 10,000 replicates are not counted out", "[unit][outcome]") {
  std::vector<double> const nearly = {110, -90, 12.001};
  CHECK(words(verdict(difference(nearly, baseline, 3, "higher").estimate)) ==
        "not distinguishable; more than 10,000 replicates needed");
}

TEST_CASE("verdict: replicates do not settle what parameters leave open", "[unit][outcome]") {
  std::vector<double> const draws = {11, 9, 14};
  CHECK(words(verdict(difference(draws, baseline, 1, "higher").estimate)) ==
        "not distinguishable; uncertain parameters decide");
}

TEST_CASE("verdict: one value cannot be judged", "[unit][outcome]") {
  std::vector<double> const one = {3};
  CHECK(words(verdict(difference(one, one, 1, "higher").estimate)) == "one value, no interval");
}

TEST_CASE("verdict: chance alone is settled by more draws", "[unit][outcome]") {
  // Mean 1 of five draws, variance 2.5, twins that agree: 2.776 * sqrt(2.5 / 5) is too wide by a
  // factor of 1.963, so 3.85 times as many draws are needed.
  std::vector<double> const policy = {3, -1, 2, 0, 1, 1, 1, 1, 1, 1}, none(10, 0.0);
  auto const result = difference(policy, none, {1, 5}, "higher");
  CHECK(words(verdict(result.estimate)) == "not distinguishable; about 20 parameter draws needed");
  // Student at 4 degrees of freedom below 1 / sqrt(0.5).
  CHECK(result.probability_better == Approx(0.885).margin(0.002));
}

TEST_CASE("verdict: draws of no other luck say how likely the better way is", "[unit][outcome]") {
  std::vector<double> policy, none(200, 0.0);
  for (int k = 1; k <= 200; ++k) policy.push_back(k - 50.5);
  auto const result = difference(policy, none, 1, "higher");
  CHECK(result.probability_better == Approx(0.75).margin(0.001));
  CHECK(difference(policy, none, 1, "lower").probability_better == Approx(0.25).margin(0.001));
  CHECK(words(verdict(result.estimate)) == "not distinguishable; uncertain parameters decide");
}
