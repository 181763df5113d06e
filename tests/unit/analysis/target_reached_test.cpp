#include "analysis/target_reached.h"

#include "support/results.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

/// Two years from a month on, with ten posts of the programme, and so many exits of either kind in
/// every month of each year.
RunResults two_years(int self_reliant_first, int self_reliant_second, int natural) {
  RunResults results = two_policies(1, 2, 24);
  for (std::size_t policy : {0u, 1u}) {
    for (std::size_t replicate : {0u, 1u}) {
      MonthlyTallies tallies(25);
      for (std::size_t month = 1; month < tallies.size(); ++month) {
        auto& tally = tallies[month];
        tally[Count::posts] = 65536;
        tally[Count::active] = 300;
        tally[Count::left_raised] = month <= 12 ? self_reliant_first : self_reliant_second;
        tally[Count::left_natural] = natural;
      }
      Simulation const simulation{.policy = policy, .replicate = replicate};
      store(results, simulation, 0, tallies, {.factor = 10, .costs = {}});
      finish(results, simulation);
    }
  }
  return results;
}

Scenario with_target(TargetLevers const& target) {
  Scenario scenario;
  scenario.run.counts.months = 24;
  scenario.policies.resize(2);
  for (auto& policy : scenario.policies) policy.steps.resize(1);
  auto& step = scenario.policies[1].steps[0];
  step.from = scenario.run.start;
  step.levers.target = target;
  step.sets = {"policy.target.families", "policy.target.per_facilitator",
               "policy.target.reached_so_far", "policy.target.counts"};
  return scenario;
}

}  // namespace

TEST_CASE("target reached: of each facilitator, year by year", "[unit]") {
  // Ten facilitators of whom 24 exits each are asked; 360 exits in one year and 120 in the other.
  auto const results = two_years(3, 1, 5);
  auto const reached = target_reached(results, with_target({.per_facilitator = 24}), 1, 0);
  REQUIRE(reached);
  CHECK(reached->first_year == 2026);
  CHECK(reached->last_year == 2027);
  CHECK(reached->asked.mean == Approx(240));
  CHECK(reached->counted.mean == Approx(240));
  CHECK(reached->share.mean == Approx(1));
  CHECK(reached->share_first_year.mean == Approx(1.5));
  CHECK(reached->share_last_year.mean == Approx(0.5));
  CHECK(reached->years_reached.mean == Approx(1));
}

TEST_CASE("target reached: kinds that count, and what counted before the run", "[unit]") {
  auto const results = two_years(3, 1, 5);
  auto const both = target_reached(
      results,
      with_target({.families = 960, .reached_so_far = 60, .counts = static_cast<ExitKinds>(3)}), 1,
      0);
  REQUIRE(both);
  CHECK(both->share_first_year.mean == Approx((360.0 + 600 + 60) / 960));
  CHECK(both->share_last_year.mean == Approx((120.0 + 600) / 960));
}

TEST_CASE("target reached: only full years of the nation are judged", "[unit]") {
  auto const results = two_years(3, 1, 5);
  CHECK_FALSE(target_reached(results, with_target({}), 1, 0));
  auto scenario = with_target({.families = 240});
  CHECK_FALSE(target_reached(results, scenario, 0, 0));
  scenario.policies[1].steps[0].from = later(scenario.run.start, 1);
  auto const second = target_reached(results, scenario, 1, 0);
  REQUIRE(second);
  CHECK(second->years == 1);
  CHECK(second->first_year == 2027);
}
