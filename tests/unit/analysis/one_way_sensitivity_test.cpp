#include "analysis/one_way_sensitivity.h"
#include "model/parameters.h"

#include "outcome/measures.h"
#include "population/areas.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

Areas provinces() {
  return read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv");
}

Scenario uncertain_scenario() {
  Scenario scenario;
  scenario.run.counts = {.months = 24, .parameter_draws = 1, .replicates = 1, .seed = 3};
  scenario.population.size.households = 4000;
  scenario.policies = {testing::policy_with_caseload("today", 300),
                       testing::policy_with_caseload("1 to 250", 250),
                       testing::policy_with_caseload("1 to 100", 100)};
  // Visits go to families whether due or not: so small a run then tells caseloads apart.
  for (auto& policy : scenario.policies)
    policy.steps.front().levers.visits.targeting = VisitTargeting::equal;
  auto const uniform = [](double min, double max, Range range) {
    return Prior{.shape = Prior::Shape::uniform, .numbers = {min, max}, .range = range};
  };
  scenario.uncertain = {{"world.costs.wage_rupiah", uniform(1e6, 9e6, {0, 1e8})},
                        {"policy.assessment.approval", uniform(0.4, 0.9, {0, 1})},
                        {"world.assessment.reluctance", uniform(0, 1, {0, 1})}};
  return scenario;
}

double exits(RunResults const& results, std::size_t policy) {
  auto const& values = results.series[results.slot({.policy = policy}, 0)].values;
  return values(values.rows() - 1,
                static_cast<Eigen::Index>(*find_measure("cumulative_self_reliant")));
}

}  // namespace

TEST_CASE(
    "one-way sensitivity: each parameter is moved alone, the one that moves most stands first",
    "[unit]") {
  auto const scenario = uncertain_scenario();
  auto const areas = provinces();
  auto const results = run_experiment(scenario, areas, {.jobs = 2});
  auto const found = one_way_sensitivity(scenario, areas, results, {.jobs = 2});
  CHECK(found.policy == "1 to 100");
  CHECK(found.households == 4000);
  REQUIRE(found.parameters.size() == 3);
  auto const& first = found.parameters.front();
  CHECK(first.path == "world.assessment.reluctance");
  CHECK(first.low == Approx(0.05));
  CHECK(first.high == Approx(0.95));
  CHECK(first.source.find("assumption") != std::string::npos);
  CHECK(first.answer_low > first.answer_high);
  CHECK(first.swing == first.answer_low - first.answer_high);
  CHECK(found.middle == exits(results, 2) - exits(results, 0));
  // Wages are paid, but nobody's exit depends on them.
  CHECK(found.parameters.back().path == "world.costs.wage_rupiah");
  CHECK(found.parameters.back().swing == 0);

  auto fixed = scenario;
  fixed.uncertain.pop_back();
  fixed.world->assessment.reluctance = 0.05f;
  auto const again = run_experiment(fixed, areas, {.jobs = 2});
  CHECK(first.answer_low == exits(again, 2) - exits(again, 0));
}

TEST_CASE("one-way sensitivity: a baseline alone is its own answer", "[unit]") {
  auto scenario = uncertain_scenario();
  scenario.policies.resize(1);
  auto const areas = provinces();
  auto const results = run_experiment(scenario, areas, {.jobs = 2});
  auto const found = one_way_sensitivity(scenario, areas, results, {.jobs = 2});
  CHECK(found.policy.empty());
  CHECK(found.middle == exits(results, 0));
  CHECK(found.parameters.front().path == "world.assessment.reluctance");
}

TEST_CASE("one-way sensitivity: nothing uncertain, or a run that was stopped, tells nothing",
          "[unit]") {
  auto scenario = uncertain_scenario();
  auto const areas = provinces();
  auto const results = run_experiment(scenario, areas, {.jobs = 2});
  std::atomic<bool> const stop = true;
  CHECK(
      one_way_sensitivity(scenario, areas, results, {.jobs = 2, .stop = &stop}).parameters.empty());
  scenario.uncertain.clear();
  CHECK(one_way_sensitivity(scenario, areas, results, {.jobs = 2}).parameters.empty());
}

TEST_CASE("one-way sensitivity: equal swings are in the order of paths, whatever that of the file",
          "[unit]") {
  auto scenario = uncertain_scenario();
  scenario.run.counts.months = 3;
  scenario.uncertain.erase(scenario.uncertain.begin() + 1, scenario.uncertain.end());
  scenario.uncertain.push_back({"world.costs.course_rupiah", scenario.uncertain.front().prior});
  auto const areas = provinces();
  auto const results = run_experiment(scenario, areas, {.jobs = 2});
  double told = 0;
  ExperimentOptions options{.jobs = 2};
  options.progress = [&](double done) { told = std::max(told, done); };
  auto const paths = [&] {
    std::vector<std::string> all;
    for (auto const& each : one_way_sensitivity(scenario, areas, results, options).parameters)
      all.push_back(each.path);
    return all;
  };
  std::vector<std::string> const sorted = {"world.costs.course_rupiah", "world.costs.wage_rupiah"};
  CHECK(paths() == sorted);
  CHECK(told > 0.5);
  std::ranges::reverse(scenario.uncertain);
  CHECK(paths() == sorted);
}
