#include "analysis/optimise.h"

#include "../../scenario/scenario_support.h"
#include "model/parameters.h"
#include "outcome/measures.h"
#include "output/optimum_table.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

Areas provinces() { return read_areas(source_folder() / "scenarios" / "data" / "provinces.csv"); }

Scenario small_scenario() {
  Scenario scenario;
  scenario.run.counts = {.months = 24, .parameter_draws = 1, .replicates = 2, .seed = 3};
  scenario.population.size.households = 4000;
  scenario.policies = {policy_with_caseload("today", 300)};
  // Visits go to families whether due or not: so small a run then tells caseloads apart.
  for (auto& policy : scenario.policies)
    policy.steps.front().levers.visits.targeting = VisitTargeting::equal;
  OptimisePlan plan;
  plan.gain.measure = "cumulative_self_reliant";
  plan.frontier = {0.5, 1, 2};
  plan.evaluations = 10;
  scenario.optimisation = plan;
  return scenario;
}

double mean_at_end(RunResults const& results, std::size_t policy, char const* measure) {
  auto const column = static_cast<Eigen::Index>(*find_measure(measure));
  double sum = 0;
  for (std::size_t r = 0; r < results.replicates; ++r) {
    auto const& values = results.series[results.slot({policy, 0, 0, r}, 0)].values;
    sum += values(values.rows() - 1, column);
  }
  return sum / static_cast<double>(results.replicates);
}

}  // namespace

TEST_CASE("optimise: under today's budget the caseload of today is the best there is", "[unit]") {
  auto const found = optimise(small_scenario(), provinces(), {.jobs = 2});
  REQUIRE(found);
  REQUIRE(found->best);
  CHECK(found->limit == found->baseline_cost.mean);
  CHECK(found->best->allowed);
  CHECK(found->best->cost.mean <= found->limit * (1 + 1e-9));
  CHECK(found->best->more_gain.mean >= 0);
  CHECK(found->best->levers[0] == Approx(300).margin(15));
  for (auto const& point : found->tried) {
    if (point.allowed) CHECK(point.gain.mean <= found->best->gain.mean);
  }
  REQUIRE(found->independent);
  CHECK(found->independent->levers == found->best->levers);
  CHECK(found->independent->gain.mean != found->best->gain.mean);
}

TEST_CASE("optimise: more money brings no less, and half of it is reached with more families each",
          "[unit]") {
  auto const found = optimise(small_scenario(), provinces(), {.jobs = 2});
  REQUIRE(found);
  REQUIRE(found->frontier.size() == 3);
  auto const& half = found->frontier.front();
  auto const& twice = found->frontier.back();
  // 500 families each cost three fifths of 300, so half of the budget is out of reach.
  CHECK_FALSE(half.best);
  REQUIRE(twice.best);
  CHECK(twice.best->gain.mean > found->best->gain.mean);
  CHECK(twice.best->cost.mean <= 2 * found->limit);
  CHECK(twice.best->levers[0] < 200);
}

TEST_CASE("optimise: a point is what a run with that lever gives", "[unit]") {
  auto const scenario = small_scenario();
  auto const found = optimise(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  auto const& point = found->tried.front();
  auto direct = scenario;
  direct.policies.push_back(policy_with_caseload("a", static_cast<float>(point.levers[0])));
  auto const results = run_experiment(direct, provinces(), {.jobs = 2});
  CHECK(point.gain.mean == Approx(mean_at_end(results, 1, "cumulative_self_reliant")));
  CHECK(point.cost.mean == Approx(mean_at_end(results, 1, "cumulative_wage_bill_rupiah")));
  CHECK(point.more_gain.mean == Approx(mean_at_end(results, 1, "cumulative_self_reliant") -
                                       mean_at_end(results, 0, "cumulative_self_reliant")));
}

TEST_CASE("optimise: a target is reached for the least cost", "[unit]") {
  auto scenario = small_scenario();
  auto const today = optimise(scenario, provinces(), {.jobs = 2});
  REQUIRE(today);
  scenario.optimisation->minimise = true;
  scenario.optimisation->gain.amount = 1.1 * today->baseline_gain.mean;
  auto const found = optimise(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  REQUIRE(found->best);
  CHECK(found->best->gain.mean >= found->limit);
  CHECK(found->best->more_cost.mean > 0);
  for (auto const& point : found->tried) {
    if (point.gain.mean >= found->limit) CHECK(point.cost.mean >= found->best->cost.mean);
  }
}

TEST_CASE("optimise: a lever that does nothing has no optimum, only values that were tried",
          "[unit]") {
  auto scenario = small_scenario();
  scenario.world->labelling.on = false;
  scenario.optimisation->levers = {{"policy.labelling.share", {0, 1}}};
  scenario.optimisation->evaluations = 4;
  auto const found = optimise(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  CHECK(found->undecided == Undecided::all_the_same);
  CHECK_FALSE(found->best);
  CHECK_FALSE(found->independent);
  CHECK(found->frontier.empty());
  CHECK(found->tried.size() >= 10);
  for (auto const& point : found->tried) CHECK(point.more_gain.mean == 0);
  REQUIRE_FALSE(found->warnings.empty());
  CHECK(found->warnings.back().consequence == "there is no optimum");
  CHECK(why_undecided(*found).starts_with("cumulative_self_reliant is "));
}

TEST_CASE("optimise: a measure that is 0 everywhere has no optimum of zeros", "[unit]") {
  auto scenario = small_scenario();
  scenario.optimisation->gain.measure = "sustained_self_reliant";
  scenario.optimisation->evaluations = 2;
  auto const found = optimise(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  CHECK_FALSE(found->best);
  CHECK(why_undecided(*found) == "sustained_self_reliant is 0 at every value tried");
  auto const text = optimum_text(*found, Color::never);
  CHECK(text.find("There is no optimum: sustained_self_reliant is 0") != std::string::npos);
  CHECK(text.find("Monte Carlo intervals") == std::string::npos);
}

TEST_CASE("optimise: a target of 0 is reached by everything, so nothing is cheapest for it",
          "[unit]") {
  auto scenario = small_scenario();
  scenario.optimisation->minimise = true;
  scenario.optimisation->gain.amount = 0;
  scenario.optimisation->evaluations = 2;
  auto const found = optimise(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  CHECK(found->undecided == Undecided::no_target);
  CHECK_FALSE(found->best);
}

TEST_CASE("optimise: one that was stopped tells nothing, and a sweep is refused", "[unit]") {
  auto scenario = small_scenario();
  std::atomic<bool> const stop = true;
  CHECK_FALSE(optimise(scenario, provinces(), {.jobs = 2, .stop = &stop}));
  scenario.file = "a.yaml";
  scenario.sweep = {{"world.skills.learning_rate", {0.1, 0.2}}};
  CHECK(problems_of([&] { (void)optimise(scenario, provinces(), {.jobs = 2}); }) ==
        "a.yaml: sweep is set; optimise moves the levers itself: leave the sweep out\n");
}
