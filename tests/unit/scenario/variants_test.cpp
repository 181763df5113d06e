#include "scenario/variants.h"
#include "model/parameters.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

std::vector<std::string> names_of(std::vector<Variant> const& variants) {
  std::vector<std::string> names;
  for (auto const& variant : variants) names.push_back(variant.name);
  return names;
}

}  // namespace

TEST_CASE("variants: without a sweep there is one called base", "[unit][scenario]") {
  CHECK(names_of(variants_of(scenario_of(""))) == std::vector<std::string>{"base"});
}

TEST_CASE("variants: all combinations in file order", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "sweep: {world.skills.learning_rate: [0.06, 0.1], world.skills.on: [true, false]}\n");
  CHECK(names_of(variants_of(scenario)) ==
        std::vector<std::string>{"learning_rate=0.06;on=true", "learning_rate=0.06;on=false",
                                 "learning_rate=0.1;on=true", "learning_rate=0.1;on=false"});
}

TEST_CASE("variants: a swept world applies to every policy", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "sweep: {world.skills.learning_rate: [0.5], population.spending.tenure_max: [12]}\n");
  auto const setting = setting_of(scenario, variants_of(scenario).front(), 0);
  CHECK(setting.world->skills.learning_rate == 0.5f);
  CHECK(setting.population.spending.tenure_max == 12);
  CHECK(setting.policies.size() == 1);
  CHECK(policy_names(scenario) == std::vector<std::string>{"today"});
}

TEST_CASE("variants: a swept lever leaves the baseline alone", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "policies: [{name: today, sessions: {hours: 3}}, {name: b, from: 2027-01}]\nsweep: "
      "{policy.sessions.hours: [1]}\n");
  auto const setting = setting_of(scenario, variants_of(scenario).front(), 0);
  CHECK(setting.policies[0].steps[0].levers.sessions.hours == 3);
  CHECK(setting.policies[1].steps[0].levers.sessions.hours == 1);
  CHECK(setting.policies[1].steps[0].from == calendar_month(2027, 1));
  CHECK(setting.policies[1].set_here == std::vector<std::string>{"policy.sessions.hours"});
}

TEST_CASE("variants: with only a baseline a policy called swept is made", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "policies: [{name: today, sessions: {hours: 3}}]\n"
      "sweep: {policy.caseload.households_per_facilitator: [100, 200]}\n");
  CHECK(policy_names(scenario) == std::vector<std::string>{"today", "swept"});
  auto const setting = setting_of(scenario, variants_of(scenario)[1], 0);
  REQUIRE(setting.policies.size() == 2);
  CHECK(setting.policies[0].steps[0].levers.caseload.households_per_facilitator == 300);
  CHECK(setting.policies[1].steps[0].levers.caseload.households_per_facilitator == 200);
  CHECK(setting.policies[1].steps[0].levers.sessions.hours == 3);
  CHECK(scenario.policies.size() == 1);
}

TEST_CASE(
    "variants: simulations are policies times variants times replicates of draws and their twins",
    "[unit][scenario]") {
  CHECK(simulations_of(scenario_of("run: {replicates: 3}\n")) == 3);
  CHECK(simulations_of(scenario_of(
            "run: {replicates: 3, parameter_draws: 5}\npolicies: [{name: a}, {name: b}]\n"
            "world: {skills: {fading_rate: {uniform: [0, 1]}}}\n"
            "sweep: {world.skills.learning_rate: [0.1, 0.2]}\n")) == 2 * 2 * (5 * 3 + 5));
  auto const counts = [](int draws) { return twins_of({.parameter_draws = draws}); };
  CHECK(counts(1) == 0);
  CHECK(counts(2) == 2);
  CHECK(counts(1000) == 20);
}

TEST_CASE("variants: a draw is the same in every variant and another in the next draw",
          "[unit][scenario]") {
  auto const scenario = scenario_of(
      "run: {parameter_draws: 2}\nworld: {skills: {learning_rate: {uniform: [0, 1]}}}\n"
      "sweep: {world.contact.memory: [6, 12]}\n");
  auto const variants = variants_of(scenario);
  auto const rate = [&](std::size_t variant, int draw) {
    return setting_of(scenario, variants[variant], draw).world->skills.learning_rate;
  };
  CHECK(rate(0, 0) == rate(1, 0));
  CHECK(rate(0, 1) == rate(1, 1));
  CHECK(rate(0, 0) != rate(0, 1));
}

TEST_CASE("variants: whole numbers with a prior are rounded", "[unit][scenario]") {
  auto const scenario = scenario_of("world: {assessment: {split_delay: {uniform: [10, 15.2]}}}\n");
  CHECK(scenario.world->assessment.split_delay == 13);  // the middle is 12.6
  CHECK(setting_of(scenario, variants_of(scenario).front(), 0).world->assessment.split_delay == 13);
}

TEST_CASE("variants: what is on in some draw can act, whatever the first draw says",
          "[unit][scenario]") {
  std::string const uncertain =
      "world: {assessment: {on: {chance: 0.2}}, partners: {on: {chance: 0}}}\n"
      "policies: [{name: today}]\n";
  for (int seed = 1; seed <= 20; ++seed) {
    auto const scenario =
        scenario_of("run: {parameter_draws: 40, seed: " + std::to_string(seed) + "}\n" + uncertain);
    auto const setting = setting_where_all_acts(scenario, variants_of(scenario).front());
    CHECK(setting.world->assessment.on);
    CHECK_FALSE(setting.world->partners.on);
  }
  auto const single = scenario_of(uncertain);
  CHECK_FALSE(setting_where_all_acts(single, variants_of(single).front()).world->assessment.on);
}
