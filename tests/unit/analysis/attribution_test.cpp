#include "analysis/attribution.h"

#include "../../scenario/scenario_support.h"

#include "model/parameters.h"
#include "outcome/measures.h"
#include "parameters/lookup.h"
#include "random/threefry.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <map>
#include <numeric>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

Areas provinces() { return read_areas(source_folder() / "scenarios" / "data" / "provinces.csv"); }

/// Two groups, two policies, two replicates.
Scenario small_scenario() {
  Scenario scenario;
  scenario.run.counts = {.months = 24, .parameter_draws = 1, .replicates = 2, .seed = 3};
  scenario.population.size.households = 4000;
  scenario.policies = {policy_with_caseload("today", 300), policy_with_caseload("1 to 100", 100)};
  scenario.attribution = AttributionPlan{};
  scenario.attribution->groups = {{"hours", {"world.workload.on", "world.turnover.on"}},
                                  {"clocks", {"world.member_clocks.on"}}};
  return scenario;
}

/// Exits of one policy, averaged over replicates, with these switches.
double exits(Scenario scenario, std::size_t policy, bool hours, bool clocks) {
  scenario.world->workload.on = hours;
  scenario.world->turnover.on = hours;
  scenario.world->member_clocks.on = clocks;
  auto const results = run_experiment(scenario, provinces(), {.jobs = 2});
  auto const column = static_cast<Eigen::Index>(*find_measure("cumulative_self_reliant"));
  double sum = 0;
  for (std::size_t r = 0; r < results.replicates; ++r) {
    auto const& values = results.series[results.slot({policy, 0, 0, r}, 0)].values;
    sum += values(values.rows() - 1, column);
  }
  return sum / static_cast<double>(results.replicates);
}

/// A game of six players with any worths.
std::vector<double> some_game() {
  std::vector<double> worth;
  for (std::uint32_t c = 0; c < 64; ++c)
    worth.push_back(static_cast<double>(threefry4x32(c, 0, 0, 0, 1, 0)[0] % 10000));
  return worth;
}

double sum_of(std::vector<double> const& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

TEST_CASE("attribution: three who share a taxi pay what the six orders of getting in say",
          "[unit]") {
  // Nobody, A, B, AB, C, AC, BC, ABC. A adds 80 when first (twice), 24 to B, 15 to C, 18 when last
  // (twice): 235 in six orders. B: 56 + 56 + 0 + 2 + 5 + 5; C: 70 + 70 + 5 + 16 + 10 + 10.
  std::vector<double> const worth = {0, 80, 56, 80, 70, 85, 72, 90};
  auto const values = shapley_values(worth, 3);
  REQUIRE(values.size() == 3);
  CHECK(values[0] == Approx(235.0 / 6).epsilon(1e-14));
  CHECK(values[1] == Approx(124.0 / 6).epsilon(1e-14));
  CHECK(values[2] == Approx(181.0 / 6).epsilon(1e-14));
}

TEST_CASE("attribution: the values sum to what all together add", "[unit]") {
  auto const worth = some_game();
  CHECK(sum_of(shapley_values(worth, 6)) == Approx(worth.back() - worth.front()).epsilon(1e-12));
  CHECK(shapley_values(std::vector<double>{7}, 0).empty());
}

TEST_CASE("attribution: who adds nothing gets nothing, and equals get the same", "[unit]") {
  auto const game = some_game();
  std::vector<double> worth;
  for (std::size_t c = 0; c < game.size(); ++c) {
    std::size_t const without_third = c & ~std::size_t{4};
    // The second alone is worth what the first alone is.
    bool const only_second = (c & 3) == 2;
    worth.push_back(game[only_second ? (without_third ^ 3) : without_third]);
  }
  auto const values = shapley_values(worth, 6);
  CHECK(values[2] == 0);
  CHECK(values[0] == Approx(values[1]).epsilon(1e-12));
  CHECK(values[3] != Approx(values[4]));
}

TEST_CASE("attribution: with one who is needed for everything, the others get half", "[unit]") {
  // Worth 10 with the first and 4 more with the second; nothing without the first.
  auto const values = shapley_values(std::vector<double>{0, 10, 0, 14}, 2);
  CHECK(values == std::vector<double>{12, 2});
}

TEST_CASE("attribution: every switch of the world is in one group, or kept on purpose", "[unit]") {
  std::map<std::string, int> rows;
  for (auto const& row : switch_rows) ++rows[std::string(row.path)];
  std::size_t switches = 0;
  for (auto const& row : rows_of<World>()) {
    bool const is_switch =
        row.kind == Kind::yes_no && (row.path.ends_with(".on") || row.path.ends_with("_on"));
    INFO(row.path);
    CHECK(is_switch == rows.contains(row.path));
    if (is_switch) CHECK(rows[row.path] == 1);
    switches += is_switch;
  }
  CHECK(switches == switch_rows.size());
  CHECK(default_groups().size() == most_groups);
}

TEST_CASE("attribution: a small run is divided as its four combinations say", "[unit]") {
  auto const scenario = small_scenario();
  auto const found = attribute(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  CHECK(found->coalitions == 4);
  CHECK(found->month == 24);
  REQUIRE(found->answers.size() == 2);

  double const none = exits(scenario, 0, false, false), hours = exits(scenario, 0, true, false),
               clocks = exits(scenario, 0, false, true), both = exits(scenario, 0, true, true);
  auto const& today = found->answers[0];
  CHECK(today.baseline.empty());
  CHECK(today.all_off.mean == Approx(none));
  CHECK(today.all_on.mean == Approx(both));
  CHECK(today.groups[0].value.mean == Approx(((hours - none) + (both - clocks)) / 2));
  CHECK(today.groups[1].value.mean == Approx(((clocks - none) + (both - hours)) / 2));
  CHECK(today.groups[0].first_in.mean == Approx(hours - none));
  CHECK(today.groups[0].last_in.mean == Approx(both - clocks));
  CHECK(today.groups[1].last_in.mean == Approx(both - hours));
  CHECK(today.groups[0].value.interval == Interval::chance);
  CHECK(today.groups[0].value.replicates == 2);

  auto const& more = found->answers[1];
  CHECK(more.policy == "1 to 100");
  CHECK(more.baseline == "today");
  CHECK(more.all_on.mean == Approx(exits(scenario, 1, true, true) - both));
  CHECK(more.groups[0].value.mean + more.groups[1].value.mean ==
        Approx(more.all_on.mean - more.all_off.mean));
}

TEST_CASE("attribution: what the scenario has off stays off and contributes nothing", "[unit]") {
  auto scenario = small_scenario();
  scenario.world->member_clocks.on = false;
  auto const found = attribute(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  auto const& clocks = found->answers[0].groups[1];
  CHECK(clocks.value.mean == 0);
  CHECK(clocks.same_first_day);
}

TEST_CASE("attribution: it says where the families of the first day are others", "[unit]") {
  auto scenario = small_scenario();
  scenario.attribution->groups = {{"luck", {"world.shocks.on"}},
                                  {"turnover", {"world.turnover.on"}}};
  auto const found = attribute(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  CHECK_FALSE(found->answers[0].groups[0].same_first_day);
  CHECK(found->answers[0].groups[1].same_first_day);
}

TEST_CASE("attribution: over parameter draws the interval is that of the draws", "[unit]") {
  auto scenario = small_scenario();
  scenario.run.counts.parameter_draws = 3;
  scenario.uncertain = {{"world.assessment.reluctance",
                         {.shape = Prior::Shape::uniform, .numbers = {0, 1}, .range = {0, 1}}}};
  auto const found = attribute(scenario, provinces(), {.jobs = 2});
  REQUIRE(found);
  auto const& value = found->answers[0].groups[1].value;
  CHECK(value.interval == Interval::parameters);
  CHECK(value.replicates == 6);
  CHECK(value.lower < value.mean);
  CHECK(value.mean < value.upper);
}

TEST_CASE("attribution: runs are cut to the plan and end at its month", "[unit]") {
  auto scenario = small_scenario();
  scenario.attribution->households = 1000;
  scenario.attribution->replicates = 1;
  scenario.attribution->month = 12;
  auto const cut = reduced_for_attribution(scenario);
  CHECK(cut.population.size.households == 1000);
  CHECK(cut.run.counts.replicates == 1);
  CHECK(cut.run.counts.months == 12);
  scenario.attribution->households = 1000000;
  CHECK(reduced_for_attribution(scenario).population.size.households == 4000);
  scenario.attribution.reset();
  CHECK(reduced_for_attribution(scenario).attribution->month == 24);
}

TEST_CASE("attribution: one that was stopped tells nothing, and a sweep is refused", "[unit]") {
  auto scenario = small_scenario();
  std::atomic<bool> const stop = true;
  CHECK_FALSE(attribute(scenario, provinces(), {.jobs = 2, .stop = &stop}));
  scenario.file = "a.yaml";
  scenario.sweep = {{"world.skills.learning_rate", {0.1, 0.2}}};
  CHECK(problems_of([&] { (void)attribute(scenario, provinces(), {.jobs = 2}); }) ==
        "a.yaml: sweep is set; a result is divided over mechanisms at one point: leave the sweep "
        "out and set values with --set\n");
}
