#include "analysis/idle_results.h"

#include "support/results.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// Two policies that differ in the scenario.
Scenario two_in_scenario(int months) {
  Scenario scenario;
  scenario.file = "a.yaml";
  scenario.run.counts.months = months;
  scenario.policies.resize(2);
  for (auto& policy : scenario.policies)
    policy.steps.push_back({.from = scenario.run.start, .levers = {}, .sets = {}});
  auto& step = scenario.policies[1].steps[0];
  step.levers.sessions.hours = 3;
  step.sets = {"policy.sessions.hours"};
  return scenario;
}

std::string said(RunResults const& results, Scenario const& scenario) {
  std::string lines;
  for (auto const& w : warnings_of_results(results, scenario))
    lines += w.place + ": " + w.what + "; " + w.consequence + "\n";
  return lines;
}

}  // namespace

TEST_CASE("idle results: a policy with the figures of the baseline everywhere is told of",
          "[unit][analysis]") {
  auto scenario = two_in_scenario(2);
  CHECK(said(results_of_exits({5, 7}, {5, 7}), scenario) ==
        "a.yaml: policy other gives the figures of the baseline today in every month and "
        "replicate; what it changes reaches nobody in this run, or does nothing\n");
  CHECK(said(results_of_exits({5, 7}, {5, 8}), scenario).empty());
  // What the scenario shows was said before the run.
  scenario.policies[1].steps[0].sets.clear();
  CHECK(said(results_of_exits({5, 7}, {5, 7}), scenario).empty());
}

TEST_CASE("idle results: one figure of one month that differs is a difference",
          "[unit][analysis]") {
  auto results = results_of_exits({5, 7}, {5, 7});
  results.series[results.slot({.policy = 1, .replicate = 1}, 0)].values(1, 3) += 1;
  CHECK(said(results, two_in_scenario(2)).empty());
}

TEST_CASE("idle results: only finished simulations are looked at", "[unit][analysis]") {
  auto results = two_policies(1, 2, 2);
  CHECK(said(results, two_in_scenario(2)).empty());
  record_exits(results, {.policy = 0, .replicate = 0}, 1);
  CHECK(said(results, two_in_scenario(2)).empty());
  record_exits(results, {.policy = 1, .replicate = 0}, 1);
  CHECK_FALSE(said(results, two_in_scenario(2)).empty());
}

TEST_CASE("idle results: a swept path whose values all give the same is told of, each axis alone",
          "[unit][analysis]") {
  std::string const a = "world.skills.learning_rate", b = "world.contact.dose_steepness";
  auto scenario = two_in_scenario(1);
  scenario.sweep = {{a, {0.1, 0.2}}, {b, {0.1, 0.2}}};
  auto results = two_policies(1, 1, 1);
  results.variants = variants_of(scenario);
  make_slots(results);
  for (std::size_t v = 0; v < 4; ++v) {
    // The last axis moves fastest: variants 0 and 1 differ in b alone.
    record_exits(results, {.policy = 0, .variant = v}, v < 2 ? 3 : 4);
    record_exits(results, {.policy = 1, .variant = v}, v < 2 ? 5 : 6);
  }
  CHECK(said(results, scenario) == "a.yaml: all values of sweep." + b +
                                       " give the same figures; the parameter does nothing in "
                                       "this scenario\n");
}

TEST_CASE("idle results: a long run without a sustained exit is told of, a short one was before",
          "[unit][analysis]") {
  CHECK(said(results_of_exits({1}, {2}, 30), two_in_scenario(30))
            .find("no exit counts as sustained, in any policy") != std::string::npos);
  CHECK(said(results_of_exits({1}, {2}, 24), two_in_scenario(24)).empty());
}
