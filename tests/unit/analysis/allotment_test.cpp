#include "analysis/allotment.h"

#include "../../scenario/scenario_support.h"
#include "output/allotment_table.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <numeric>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

double sum_of(std::vector<double> const& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Gains that rise by less and less: `worth` times the root of the part.
MonotoneCurve root_curve(double worth) {
  std::vector<double> x, y;
  for (int i = 1; i <= 40; ++i) {
    x.push_back(i);
    y.push_back(worth * std::sqrt(i));
  }
  return {x, y};
}

Scenario small_scenario() {
  Scenario scenario;
  scenario.run.counts = {.months = 24, .parameter_draws = 1, .replicates = 2, .seed = 3};
  scenario.population.size.households = 8000;
  scenario.population.size.programme_households = 300000;
  scenario.population.size.least_families_per_district = 1;
  scenario.policies = {policy_with_caseload("today", 300)};
  OptimisePlan plan;
  plan.gain.measure = "cumulative_self_reliant";
  plan.allot_areas = true;
  plan.levers.front().range = {150, 500};
  scenario.optimisation = plan;
  return scenario;
}

Areas three_areas() {
  Areas all = read_areas(source_folder() / "scenarios" / "data" / "provinces.csv");
  all.rows.resize(3);
  return all;
}

}  // namespace

TEST_CASE("allotment: a curve goes through points that rise, and pools those that fall", "[unit]") {
  MonotoneCurve const rising({0, 1, 2, 4}, {0, 1, 3, 3});
  CHECK(rising.at(1).value == 1);
  CHECK(rising.at(2).value == 3);
  CHECK(rising.at(3).value == 3);
  CHECK(rising.at(-1).value == 0);
  CHECK(rising.at(9).value == 3);
  double last = 0;
  for (int i = 0; i <= 400; ++i) {
    auto const point = rising.at(i / 100.0);
    CHECK(point.value >= last - 1e-12);
    last = point.value;
  }
  auto const a = rising.at(1.5).value, b = rising.at(1.5001).value;
  CHECK(rising.at(1.5).slope == Approx((b - a) / 0.0001).epsilon(1e-3));
  CHECK(MonotoneCurve({0, 1, 2}, {0, 4, 2}).at(1.7).value == 3);
}

TEST_CASE("allotment: what is shared out goes where the next one gains most", "[unit]") {
  // With worths 1 and 2 the last unit gains equally where parts are as 1 to 4.
  auto const parts = shared_out({root_curve(1), root_curve(2)}, {10, 10}, {1, 1}, {40, 40});
  CHECK(sum_of(parts) == Approx(20).epsilon(1e-4));
  CHECK(parts[0] == Approx(4).epsilon(0.02));
  CHECK(parts[1] == Approx(16).epsilon(0.02));
  // Equal curves: the start is the best.
  auto const equal = shared_out({root_curve(1), root_curve(1)}, {10, 10}, {1, 1}, {40, 40});
  CHECK(equal[0] == Approx(10).epsilon(1e-3));
  // Bounds hold.
  auto const bound = shared_out({root_curve(1), root_curve(2)}, {10, 10}, {8, 1}, {40, 40});
  CHECK(bound[0] == Approx(8).epsilon(1e-3));
}

TEST_CASE("allotment: areas share the facilitators of the baseline, and both are run", "[unit]") {
  auto const found = allot(small_scenario(), three_areas(), {.jobs = 2});
  REQUIRE(found);
  REQUIRE(found->areas.size() == 3);
  double families = 0, today = 0, best = 0;
  for (auto const& area : found->areas) {
    families += area.families;
    today += area.today;
    best += area.best;
    CHECK(area.families / area.today == Approx(300).epsilon(0.02));
    CHECK(area.families / area.best > 149);
    CHECK(area.families / area.best < 510);
  }
  CHECK(best == Approx(today).epsilon(1e-3));
  CHECK(families == Approx(300 * today).epsilon(0.01));
  CHECK(found->same_luck.gain_today.replicates == 2);
  CHECK(found->same_luck.seed == 3);
  CHECK(found->other_luck.seed == 4);
  CHECK(found->other_luck.gain_today.mean != found->same_luck.gain_today.mean);
}

TEST_CASE("allotment: one that was stopped tells nothing", "[unit]") {
  std::atomic<bool> const stop = true;
  CHECK_FALSE(allot(small_scenario(), three_areas(), {.jobs = 2, .stop = &stop}));
}

TEST_CASE("allotment: a measure that is 0 everywhere shares nothing out better", "[unit]") {
  auto scenario = small_scenario();
  scenario.optimisation->gain.measure = "sustained_self_reliant";
  scenario.run.counts.months = 12;
  auto const found = allot(scenario, three_areas(), {.jobs = 2});
  REQUIRE(found);
  CHECK(found->all_the_same);
  for (auto const& area : found->areas) CHECK(area.best == area.today);
  auto const text = allotment_text(*found, Color::never);
  CHECK(text.find("There is no optimum: sustained_self_reliant is the same") != std::string::npos);
  CHECK(text.find("nan") == std::string::npos);
  CHECK(found->warnings.back().consequence == "today's allotment is kept; there is no optimum");
}

TEST_CASE("allotment: caseloads that the baseline gives some areas are refused", "[unit]") {
  auto scenario = small_scenario();
  auto& steps = scenario.policies.front().steps;
  steps.push_back(steps.front());
  steps.back().where = {.islands = {1}};
  auto const said = problems_of([&] { (void)allot(scenario, three_areas(), {.jobs = 1}); });
  CHECK(said ==
        ": the baseline today has caseloads of its own in Java; optimise.allot shares facilitators "
        "among areas itself: leave that change out\n");
}
