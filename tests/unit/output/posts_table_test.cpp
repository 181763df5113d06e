#include "output/posts_table.h"

#include "support/results.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Matchers::Contains;

namespace {

/// 40 posts that have so many exits each in the year that ends in a month.
void record_year(RunResults& results, std::size_t policy, std::size_t month, std::int64_t exits) {
  MonthlyTallies tallies(static_cast<std::size_t>(results.months) + 1);
  tallies[month][Count::year_posts] = 40 * 65536;
  tallies[month][Count::year_exits] = 40 * exits;
  tallies[month][Count::year_pairs] = 40 * 65536 * exits * exits;
  store(results, {.policy = policy}, 0, tallies, {.factor = 10});
  finish(results, {.policy = policy});
}

}  // namespace

TEST_CASE("posts table: the last whole year is told, whatever months come after it",
          "[unit][output]") {
  auto results = two_policies(1, 1, 14);
  record_year(results, 0, 12, 0);
  record_year(results, 1, 12, 20);
  auto const table = table_of_posts(results, Color::never);
  CHECK_THAT(table, Contains("ten or more\ntoday "));
  CHECK_THAT(table, Contains(" 0.0  100.0 %        0.0 %        0.0 %\n"));
  CHECK_THAT(table,
             Contains("\nother                     20.0    0.0 %        0.5 %       99.5 %\n"));
  CHECK_THAT(table, Contains("exits of facilitators in 2026, and"));
}

TEST_CASE("posts table: too few posts are told as such", "[unit][output]") {
  auto results = two_policies(1, 1, 12);
  record_exits(results, {.policy = 0}, 1);
  record_exits(results, {.policy = 1}, 1);
  CHECK_THAT(table_of_posts(results, Color::never),
             Contains(" -     -            -            -\n"));
}

TEST_CASE("posts table: without a whole calendar year there is none", "[unit][output]") {
  CHECK(table_of_posts(two_policies(1, 1, 11), Color::never).empty());
  auto results = two_policies(1, 1, 14);
  results.start = calendar_month(2026, 4);
  CHECK(table_of_posts(results, Color::never).empty());
}

TEST_CASE("posts table: it is for policies with a target", "[unit][output]") {
  Scenario scenario;
  scenario.policies.resize(2);
  scenario.policies[0].steps.resize(1);
  scenario.policies[1].steps.resize(2);
  CHECK_FALSE(any_target(scenario));
  scenario.policies[1].steps[1].levers.target.per_facilitator = 10;
  CHECK(any_target(scenario));
}

TEST_CASE("posts table: a swept target is one", "[unit][output]") {
  Scenario scenario;
  scenario.policies.resize(2);
  for (auto& policy : scenario.policies) policy.steps.resize(1);
  scenario.sweep.resize(1);
  scenario.sweep[0] = {.path = "policy.target.per_facilitator", .values = {0, 10}};
  CHECK(any_target(scenario));
  scenario.sweep[0].values = {0};
  CHECK_FALSE(any_target(scenario));
}

TEST_CASE("posts table: with a target the page draws its measures, whatever was asked for",
          "[unit][output]") {
  Scenario scenario;
  scenario.policies.resize(1);
  scenario.policies[0].steps.resize(1);
  std::size_t const active = *find_measure("active");
  std::size_t const mean = *find_measure("exits_per_facilitator_year");
  CHECK(with_measures_of_posts({{active}}, scenario) == std::vector{active});
  scenario.policies[0].steps[0].levers.target.families = 1000;
  CHECK(with_measures_of_posts({{active}}, scenario) ==
        std::vector{active, mean, mean + 1, mean + 2, mean + 3});
  CHECK(with_measures_of_posts({{active, mean}}, scenario).size() == 5);
}
