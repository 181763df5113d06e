#include "analysis/value.h"

#include "model/parameters.h"
#include "output/value_tables.h"
#include "scenario/priors.h"
#include "support/results.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

constexpr auto path = "world.contact.dose_half";
constexpr auto idle = "world.contact.dose_steepness";

Scenario uncertain_scenario(int draws) {
  Scenario scenario;
  scenario.run.counts.parameter_draws = draws;
  scenario.policies.resize(2);
  for (auto& policy : scenario.policies) policy.steps.resize(1);
  scenario.world->costs.discount_rate = 0;
  for (auto const* const name : {path, idle})
    scenario.uncertain.push_back({name, {Prior::Shape::uniform, {0.1, 0.3}, {0, 1}}});
  return scenario;
}

/// One month. The other policy has 100 posts more, each a million; the sustained exits that it
/// adds are 3,000 for each unit that the first parameter lies above 0.1.
RunResults decided_by_one(Scenario const& scenario) {
  int const draws = scenario.run.counts.parameter_draws;
  auto results = two_policies(static_cast<std::size_t>(draws), 1, 1);
  for (int draw = 0; draw < draws; ++draw) {
    double const x = value_in_draw(scenario.uncertain[0], scenario.run.counts, draw);
    for (std::size_t policy = 0; policy < 2; ++policy) {
      MonthlyTallies tallies(2);
      for (auto& tally : tallies) tally[Count::active] = 1000;
      tallies[1][Count::posts] = (100 + 100 * static_cast<std::int64_t>(policy)) * 65536;
      tallies[1][Count::sustained] = 100 + (policy == 1 ? std::llround(3000 * (x - 0.1)) : 0);
      Simulation const simulation{.policy = policy, .draw = static_cast<std::size_t>(draw)};
      store(results, simulation, 0, tallies, {.factor = 10, .costs = {.wage_rupiah = 1e6f}});
      finish(results, simulation);
    }
  }
  return results;
}

AtThreshold const& at(Decision const& decision, double threshold) {
  return *std::ranges::find(decision.thresholds, threshold, &AtThreshold::threshold);
}

}  // namespace

TEST_CASE("value: over draws the ratio is of means, and its interval that of the draws", "[unit]") {
  auto const scenario = uncertain_scenario(100);
  auto const rows = frontier_of(decided_by_one(scenario), scenario);
  REQUIRE(rows.size() == 4);  // two policies, two perspectives
  CHECK(rows[0].standing == Standing::reference);
  CHECK(rows[1].standing == Standing::frontier);
  CHECK(rows[1].against == 0u);
  CHECK(rows[1].more_cost.mean == Approx(1e9));
  // 300 families of the sample on average, ten times that in the programme.
  CHECK(rows[1].more_effect.mean == Approx(3000).epsilon(0.1));
  CHECK(rows[1].ratio.mean == Approx(1e9 / rows[1].more_effect.mean));
  CHECK(rows[1].ratio.lower == Approx(1e9 / rows[1].more_effect.upper).epsilon(0.02));
}

TEST_CASE("value: the parameter that decides is worth all there is to know, another nothing",
          "[unit]") {
  auto const scenario = uncertain_scenario(400);
  auto results = decided_by_one(scenario);
  // At 10 million an exit all of 6,000 x - 600 families more for a billion are worth it above 100
  // families, which nearly all draws are; at a tenth of a million none is.
  auto const decisions = decisions_of(results, scenario);
  REQUIRE(decisions.size() == 2);
  auto const& first = decisions.front();
  CHECK(first.perspective == Perspective::programme);
  CHECK(first.draws == 400);
  CHECK(at(first, 0).probability_best == std::vector<double>{1, 0});
  CHECK(at(first, 0).everything == 0);
  CHECK(at(first, 1e9).probability_best[1] > 0.99);
  CHECK(at(first, 1e9).net_benefit[0] == 0);
}

TEST_CASE("value: in the middle the closed form of a uniform gain holds", "[statistical]") {
  auto const scenario = uncertain_scenario(2000);
  auto results = decided_by_one(scenario);
  // Ten times dearer: 10 billion against 10 million for each of 0 to 6,000 families, evenly. Below
  // 1,000 families, in a sixth of the draws, it is not worth it: then 5 billion are lost on
  // average.
  for (auto& series : results.series) {
    auto const wages = static_cast<Eigen::Index>(*find_measure("wage_bill_rupiah"));
    series.values.col(wages) *= 10;
  }
  auto const decisions = decisions_of(results, scenario);
  auto const& here = at(decisions.front(), 10e6);
  CHECK(here.probability_best[1] == Approx(5.0 / 6).margin(0.025));
  CHECK(here.net_benefit[1] == Approx(20e9).epsilon(0.05));
  // A draw's loss has a standard deviation of 2.2 billion: three standard errors.
  double const truth = 5e9 / 6, room = 3 * 2.2e9 / std::sqrt(2000.0);
  CHECK(here.everything == Approx(truth).margin(room));
  auto const& parameters = decisions.front().parameters;
  REQUIRE(parameters.size() == 2);
  auto const t = static_cast<std::size_t>(&here - decisions.front().thresholds.data());
  CHECK(parameters[0].path == path);
  CHECK(parameters[0].value[t] == Approx(truth).margin(room));
  CHECK(parameters[0].value[t] <= here.everything);
  CHECK(parameters[0].value[t] > decisions.front().limit[t]);
  CHECK(parameters[1].value[t] <= decisions.front().limit[t]);
}

TEST_CASE("value: with one draw nothing is said of what is not known", "[unit]") {
  auto const scenario = uncertain_scenario(1);
  CHECK(decisions_of(decided_by_one(scenario), scenario).empty());
  auto const few = uncertain_scenario(19);
  auto const decisions = decisions_of(decided_by_one(few), few);
  REQUIRE(decisions.size() == 2);
  CHECK(decisions.front().parameters.empty());
  CHECK(decisions.front().limit.empty());
}

TEST_CASE("value: more exits that cannot be told from none have no price", "[unit]") {
  Scenario scenario = uncertain_scenario(1);
  auto results = two_policies(1, 3, 1);
  std::array<std::int64_t, 3> const more = {4, -2, 1};
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t policy = 0; policy < 2; ++policy) {
      MonthlyTallies tallies(2);
      tallies[1][Count::posts] = static_cast<std::int64_t>(1 + policy) * 65536;
      tallies[1][Count::sustained] = 50 + (policy == 1 ? more[r] : 0);
      Simulation const simulation{.policy = policy, .replicate = r};
      store(results, simulation, 0, tallies, {.factor = 1, .costs = {.wage_rupiah = 1e6f}});
      finish(results, simulation);
    }
  }
  auto const rows = frontier_of(results, scenario);
  CHECK(rows[1].standing == Standing::frontier);
  CHECK(rows[1].more_effect.mean == Approx(1));
  CHECK(std::isnan(rows[1].ratio.mean));
  CostsAndValue const found{.costs = {}, .frontier = rows, .decisions = {}};
  auto const json =
      nlohmann::json::parse(text_of(costs_and_value_json(results, scenario, found), Layout::line));
  CHECK(json["price_year"] == 2025);
  CHECK(json["frontier"][1]["standing"] == "frontier");
  CHECK(json["frontier"][1]["incremental_ratio"].is_null());
}

namespace {

/// Two policies over three replicates; the second has one post more unless they are twins.
RunResults with_sustained(std::int64_t sustained, bool twins) {
  auto results = two_policies(1, 3, 1);
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t policy = 0; policy < 2; ++policy) {
      MonthlyTallies tallies(2);
      tallies[1][Count::posts] = static_cast<std::int64_t>(twins ? 1 : 1 + policy) * 65536;
      tallies[1][Count::sustained] = sustained;
      Simulation const simulation{.policy = policy, .replicate = r};
      store(results, simulation, 0, tallies, {.factor = 1, .costs = {.wage_rupiah = 1e6f}});
      finish(results, simulation);
    }
  }
  return results;
}

}  // namespace

TEST_CASE("value: file and console say the same of a policy that is equal, or cannot be judged",
          "[unit]") {
  Scenario const scenario = uncertain_scenario(1);
  auto const standing_of = [&](RunResults const& results) {
    auto const found = costs_and_value(results, scenario);
    auto const text = cost_lines(results, scenario, found, Color::never);
    return std::pair(found.frontier[1].standing, text);
  };
  auto const [twin, twin_text] = standing_of(with_sustained(50, true));
  CHECK(twin == Standing::equal);
  CHECK(twin_text.find("equal to today") != std::string::npos);
  auto const [early, early_text] = standing_of(with_sustained(0, false));
  CHECK(early == Standing::undecided);
  CHECK(early_text.find("cannot be told yet") != std::string::npos);
  CHECK(early_text.find("dominated") == std::string::npos);
  auto const [useless, useless_text] = standing_of(with_sustained(50, false));
  CHECK(useless == Standing::dominated);
  CHECK(useless_text.find("dominated") != std::string::npos);
}

TEST_CASE("value: a policy that begins too late for its exits to count is not judged", "[unit]") {
  Scenario scenario = uncertain_scenario(1);
  for (auto& policy : scenario.policies) policy.steps[0].from = scenario.run.start;
  auto& late = scenario.policies[1].steps[0];
  late.levers.caseload.households_per_facilitator = 150;
  late.sets = {"policy.caseload.households_per_facilitator"};
  auto const judged = [&](int begins) {
    late.from = later(scenario.run.start, begins - 1);
    return frontier_of(with_sustained(50, false), scenario)[1].standing;
  };
  CHECK(judged(96) == Standing::dominated);  // of 120 months
  CHECK(judged(97) == Standing::undecided);
}

TEST_CASE("value: draws decide nothing where no exit counts", "[unit]") {
  auto const scenario = uncertain_scenario(40);
  auto results = decided_by_one(scenario);
  CHECK_FALSE(decisions_of(results, scenario).empty());
  auto const exits = static_cast<Eigen::Index>(*find_measure("sustained_self_reliant"));
  for (auto& series : results.series) series.values.col(exits) = 0;
  CHECK(decisions_of(results, scenario).empty());
}
