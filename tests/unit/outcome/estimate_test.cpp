#include "outcome/estimate.h"

#include "outcome/student.h"
#include "support/results.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

TEST_CASE("curves: one draw has Student's interval over replicates", "[unit][outcome]") {
  // Deviations 3, 1, 1, 3: variance 20/3, standard error sqrt(20/12); 3.182446 at 3 degrees.
  std::vector<double> const values = {10, 12, 14, 16};
  auto const result = estimate(values, 4);
  CHECK(result.mean == 13);
  CHECK(result.standard_error == Approx(1.290994).epsilon(1e-6));
  CHECK(result.lower == Approx(13 - 4.108521).epsilon(1e-6));
  CHECK(result.upper == Approx(13 + 4.108521).epsilon(1e-6));
  CHECK(result.sd_chance == result.standard_error);
  CHECK(std::isnan(result.sd_parameters));
  CHECK(result.replicates == 4);
  CHECK(name_of(result.interval) == "chance");
}

TEST_CASE("curves: one replicate has a mean and nothing else", "[unit][outcome]") {
  std::vector<double> const values = {7};
  auto const result = estimate(values, 1);
  CHECK(result.mean == 7);
  CHECK(std::isnan(result.lower));
  CHECK(std::isnan(result.upper));
  CHECK(std::isnan(result.sd_chance));
  CHECK(name_of(result.interval).empty());
}

TEST_CASE("curves: values that are not defined are left out and not counted", "[unit][outcome]") {
  std::vector<double> const values = {not_defined, 1, 3, not_defined};
  auto const result = estimate(values, 4);
  CHECK(result.mean == 2);
  CHECK(result.replicates == 2);
  CHECK(result.upper == Approx(2 + 12.7062047362).epsilon(1e-9));  // standard error 1

  std::vector<double> const none = {not_defined, not_defined};
  CHECK(std::isnan(estimate(none, 2).mean));
  CHECK(estimate(none, 2).replicates == 0);
  CHECK(std::isnan(estimate(none, 1).mean));
}

TEST_CASE("curves: equal values give exactly that value and no width", "[unit][outcome]") {
  std::vector<double> const values(7, 0.1);
  auto const result = estimate(values, 7);
  CHECK(result.mean == 0.1);
  CHECK(result.lower == 0.1);
  CHECK(result.upper == 0.1);
}

TEST_CASE("curves: many draws have quantiles of type 6 of their means", "[unit][outcome]") {
  // Places 0.025 * 60 = 1.5 and 0.975 * 60 = 58.5 among the order statistics 1 to 59.
  std::vector<double> values;
  for (int k = 59; k >= 1; --k) values.push_back(k);
  auto const result = estimate(values, 1);
  CHECK(result.lower == Approx(1.5).epsilon(1e-12));
  CHECK(result.upper == Approx(58.5).epsilon(1e-12));
}

TEST_CASE("curves: a few draws have Student's interval for a further one", "[unit][outcome]") {
  // Variance 2.5, with that of the mean 3.
  std::vector<double> const values = {3, 1, 5, 2, 4};
  auto const result = estimate(values, 1);
  CHECK(result.mean == 3);
  CHECK(result.lower == Approx(3 - 2.7764451052 * std::sqrt(3)).epsilon(1e-12));
  CHECK(result.upper == Approx(3 + 2.7764451052 * std::sqrt(3)).epsilon(1e-12));
  CHECK(name_of(result.interval) == "parameters");
  // One replicate of each draw, without twins, cannot tell chance from parameters.
  CHECK(std::isnan(result.sd_chance));
  CHECK(std::isnan(result.sd_parameters));
}

TEST_CASE("curves: variance components take chance out of the spread of draws", "[unit][outcome]") {
  // Means 2, 6, 10 (variance 16); within draws 2, of a mean of two 1.
  std::vector<double> const values = {1, 3, 5, 7, 9, 11};
  auto const result = estimate(values, 2);
  CHECK(result.mean == 6);
  CHECK(result.sd_chance == Approx(1).epsilon(1e-12));
  CHECK(result.sd_parameters == Approx(std::sqrt(15)).epsilon(1e-12));
  CHECK(result.standard_error == Approx(std::sqrt(16.0 / 3)).epsilon(1e-12));
  // 15/16 of what holds a further draw, 16 + 16/3, and 1/16 of what holds the mean, 16/3.
  double const half = 4.30265272975 * std::sqrt(20 + 1.0 / 3);
  CHECK(result.lower == Approx(6 - half).epsilon(1e-12));
  CHECK(result.upper == Approx(6 + half).epsilon(1e-12));
  CHECK(result.replicates == 6);
}

TEST_CASE("curves: draws that differ less than chance have no spread of parameters",
          "[unit][outcome]") {
  std::vector<double> const values = {0, 10, 10, 0};
  auto const result = estimate(values, 2);
  CHECK(result.sd_chance == Approx(5).epsilon(1e-12));
  CHECK(result.sd_parameters == 0);
}

TEST_CASE("curves: draws of unequal size weigh alike", "[unit][outcome]") {
  // Means 2 and 5 (variance 4.5); within 2, a draw's mean has 2 / 2 or 2 / 1: 1.5 on average.
  std::vector<double> const values = {1, 3, 5, not_defined};
  auto const result = estimate(values, 2);
  CHECK(result.mean == 3.5);
  CHECK(result.sd_chance == Approx(std::sqrt(1.5)).epsilon(1e-12));
  CHECK(result.sd_parameters == Approx(std::sqrt(3)).epsilon(1e-12));
  CHECK(result.replicates == 3);
}

TEST_CASE("curves: twins that agree leave nothing to parameters", "[unit][outcome]") {
  std::vector<double> const values = {3, 1, 5, 2, 4, 7, 7, 7, 7, 7};
  auto const result = estimate(values, {1, 5});
  CHECK(result.mean == 3);
  CHECK(result.sd_parameters == 0);
  CHECK(result.sd_chance == Approx(std::sqrt(2.5)).epsilon(1e-12));
  CHECK(result.upper == Approx(3 + 2.7764451052 * std::sqrt(0.5)).epsilon(1e-12));
  CHECK(result.replicates == 5);
}

TEST_CASE("curves: twins that differ as the draws do leave nothing to chance", "[unit][outcome]") {
  std::vector<double> const values = {3, 1, 5, 2, 4, 13, 11, 15, 12, 14};
  auto const result = estimate(values, {1, 5});
  CHECK(result.sd_chance == 0);
  CHECK(result.sd_parameters == Approx(std::sqrt(2.5)).epsilon(1e-12));
  CHECK(result.upper == Approx(3 + 2.7764451052 * std::sqrt(3)).epsilon(1e-12));
}

TEST_CASE("curves: twins say what share of the variance is the parameters'", "[unit][outcome]") {
  // The twins of draws 1 and 5 have a variance of 2, their draws of 8; others have no twin that
  // counts.
  std::vector<double> const values = {1, 2, 3, 4, 5, 8, not_defined, not_defined, not_defined, 6};
  auto const result = estimate(values, {1, 5});
  CHECK(result.sd_parameters == Approx(std::sqrt(2.5 / 4)).epsilon(1e-12));
  double const half = 2.7764451052 * std::sqrt(3.0 / 4 + 0.5 * 3 / 4);
  CHECK(result.upper == Approx(3 + half).epsilon(1e-12));
}

TEST_CASE("curves: a luck in which parameters do nothing does not hide what draws show",
          "[unit][outcome]") {
  // Means 0 to 400 (variance 25,000); of a mean of two, 1 by chance with 5 degrees of freedom, so
  // at most exp(1.6449 sqrt(2/5 + 2/4)).
  std::vector<double> const values = {-1, 1, 99, 101, 199, 201, 299, 301, 399, 401, 7, 7, 7, 7, 7};
  auto const result = estimate(values, {2, 5});
  CHECK(result.sd_chance == Approx(1).epsilon(1e-12));
  CHECK(result.sd_parameters == Approx(std::sqrt(25000 - 4.761104)).epsilon(1e-9));
}

TEST_CASE("curves: many draws under one luck keep the skew of their quantiles", "[unit][outcome]") {
  // Squares 1 to 59: places 1.5 and 58.5, as above. Twins vary half as much as the draws, and so
  // far from them that chance may be everything.
  std::vector<double> values;
  for (int k = 59; k >= 1; --k) values.push_back(k * k);
  for (int k = 59; k >= 40; --k) values.push_back(-k * k / std::sqrt(2));
  auto const result = estimate(values, {1, 20});
  double const of_mean = student_quantile(58) * result.standard_error;
  double const below = result.mean - 2.5, above = 3422.5 - result.mean;
  CHECK(result.lower ==
        Approx(result.mean - std::sqrt((below * below + of_mean * of_mean) / 2)).epsilon(1e-12));
  CHECK(result.upper ==
        Approx(result.mean + std::sqrt((above * above + of_mean * of_mean) / 2)).epsilon(1e-12));
}

TEST_CASE("curves: a partial run uses only pairs that every policy has finished",
          "[unit][outcome]") {
  auto results = two_policies(1, 3, 1);
  for (std::size_t r = 0; r < 3; ++r) record_exits(results, {.policy = 0, .replicate = r}, 10);
  record_exits(results, {.policy = 1, .replicate = 1}, 12);
  CHECK_FALSE(is_complete(results));
  CHECK(finished_simulations(results) == 4);

  auto const pairs = usable_pairs(results, 0);
  CHECK(pairs.count == 1);
  CHECK(pairs.usable == std::vector<char>{0, 1, 0});

  std::vector<double> values;
  gather(results, pairs,
         {.policy = 0, .row = 1, .measure = *find_measure("cumulative_self_reliant")}, values);
  CHECK(std::isnan(values[0]));
  CHECK(values[1] == 100);

  // What lies behind the last pair that counts says nothing.
  Cell const exits{.policy = 0, .row = 1, .measure = *find_measure("cumulative_self_reliant")};
  gather(results, pairs, exits, values);
  auto const of_all = estimate(values, results.lives());
  gather_told(results, pairs, exits, values);
  CHECK(values.size() == 2);
  CHECK(values[1] == 100);
  CHECK(estimate(values, results.lives()).mean == of_all.mean);
  CHECK(estimate(values, results.lives()).replicates == of_all.replicates);
}

TEST_CASE("curves: of several draws all pairs are told, since each has its place",
          "[unit][outcome]") {
  auto results = two_policies(3, 2, 1);
  for (std::size_t policy = 0; policy < 2; ++policy)
    record_exits(results, {.policy = policy, .draw = 1, .replicate = 0}, 10);
  auto const pairs = usable_pairs(results, 0);
  CHECK(pairs.count == 1);
  CHECK(pairs.told == pairs.usable.size());
  CHECK(usable_pairs(two_policies(1, 3, 1), 0).told == 0);
}
