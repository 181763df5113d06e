#include "analysis/marginals.h"

#include "experiment/experiment.h"
#include "outcome/measures.h"
#include "population/areas.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

constexpr auto ratio = "policy.caseload.households_per_facilitator";

Scenario swept_scenario(std::vector<SweepAxis> sweep) {
  Scenario scenario;
  scenario.run.counts = {.months = 24, .parameter_draws = 1, .replicates = 3, .seed = 4};
  scenario.population.size.households = 2000;
  scenario.policies = {testing::policy_with_caseload("today", 300)};
  scenario.sweep = std::move(sweep);
  return scenario;
}

RunResults outcome_of(Scenario const& scenario) {
  return run_experiment(
      scenario, read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv"), {});
}

}  // namespace

TEST_CASE("marginals: each is the paired difference of neighbours for a unit of the value",
          "[unit]") {
  auto const scenario = swept_scenario({{ratio, {300, 100, 150}}});
  auto const results = outcome_of(scenario);
  auto const exits = *find_measure("cumulative_self_reliant");
  auto const all = marginals_of(results, scenario.sweep, {&exits, 1});
  REQUIRE(all.size() == 2);  // of the policy that is swept; the baseline does not move
  CHECK(all[0].policy == 1);
  CHECK(all[1].from == 150);
  CHECK(all[1].to == 300);
  double sum = 0;
  for (std::size_t r = 0; r < 3; ++r) {
    auto const of = [&](std::size_t variant) {
      auto const& values = results.series[results.slot({1, variant, 0, r}, 0)].values;
      return values(values.rows() - 1, static_cast<Eigen::Index>(exits));
    };
    sum += (of(0) - of(2)) / 150;
  }
  CHECK(all[1].per_unit.mean == Approx(sum / 3));
  CHECK(all[1].per_unit.replicates == 3);
  CHECK(all[1].per_unit.lower < all[1].per_unit.mean);
}

TEST_CASE("marginals: of two axes each moves alone, and words have none", "[unit]") {
  auto const scenario = swept_scenario({{"world.money.buffer_target", {0.2, 0.4}},
                                        {"world.enterprise.structure", {0, 1}},
                                        {ratio, {100, 200, 300}}});
  auto const results = outcome_of(scenario);
  auto const exits = *find_measure("cumulative_self_reliant");
  auto const all = marginals_of(results, scenario.sweep, {&exits, 1});
  // The first axis: two policies, 2 x 3 others. The last: one policy, two steps, 2 x 2 others.
  CHECK(std::ranges::count(all, "world.money.buffer_target", &Marginal::path) == 12);
  CHECK(std::ranges::count(all, ratio, &Marginal::path) == 8);
  CHECK(all.size() == 20);
  for (auto const& m : all) {
    auto const& from = results.variants[m.variant_from].values;
    auto const& to = results.variants[m.variant_to].values;
    int different = 0;
    for (std::size_t axis = 0; axis < from.size(); ++axis)
      different += from[axis].second != to[axis].second ? 1 : 0;
    CHECK(different == 1);
  }
}
