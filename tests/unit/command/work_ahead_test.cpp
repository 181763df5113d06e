#include "command/work_ahead.h"

#include "base/errors.h"
#include "scenario/variants.h"
#include "support/policies.h"
#include "support/sources.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Areas provinces() { return read_areas(source_folder() / "scenarios" / "data" / "provinces.csv"); }

Scenario scenario_of_size(int households, int months, int replicates) {
  Scenario scenario;
  scenario.run.counts = {
      .months = months, .parameter_draws = 1, .replicates = replicates, .seed = 3};
  scenario.population.size.households = households;
  scenario.policies = {policy_with_caseload("today", 300), policy_with_caseload("1 to 150", 150)};
  return scenario;
}

std::size_t bytes_of(Scenario const& scenario) {
  return bytes_ahead(scenario, provinces(), {}, files_ahead(scenario, provinces(), {})).min;
}

std::string refusal_with(std::size_t limit, Scenario const& scenario) {
  auto const areas = provinces();
  try {
    refuse_beyond_memory(scenario, areas, {.memory_limit = limit},
                         files_ahead(scenario, areas, {}));
  } catch (ScenarioError const& error) {
    return error.problems.front().place + ": " + error.problems.front().text;
  }
  return {};
}

}  // namespace

TEST_CASE("work ahead: memory is that of families, of counts and of all results",
          "[unit][command]") {
  auto const areas = provinces();
  auto small = scenario_of_size(1000, 12, 1);
  auto const one = memory_of(small, areas, {.jobs = 1});
  small.run.counts.replicates = 50;
  auto const fifty = memory_of(small, areas, {.jobs = 1});
  CHECK(fifty.results == 50 * one.results);
  CHECK(fifty.families == one.families);
  small.output.splits = {Split::area};
  CHECK(memory_of(small, areas, {.jobs = 1}).counts > 2 * fifty.counts / 2);
  CHECK(memory_of(small, areas, {.jobs = 1}).results > 2 * fifty.results);
  auto const large = scenario_of_size(100000, 12, 1);
  CHECK(memory_of(large, areas, {.jobs = 1}).families > 50 * one.families);
  CHECK(memory_of(large, areas, {.jobs = 8}).program >
        memory_of(large, areas, {.jobs = 1}).program);
  auto swept = scenario_of_size(1000, 12, 1);
  swept.sweep = {{"population.households", {1000, 100000}}};
  CHECK(memory_of(swept, areas, {.jobs = 1}).families ==
        memory_of(large, areas, {.jobs = 1}).families);
}

TEST_CASE("work ahead: as many simulations at a time as a limit leaves room for, one at least",
          "[unit][command]") {
  RunMemory const memory{
      .program = 100, .settings = 10, .results = 50, .families = 20, .counts = 5};
  CHECK(min_bytes(memory) == 205);
  CHECK(simulations_within(memory, 1) == 1);
  CHECK(simulations_within(memory, 180) == 1);
  CHECK(simulations_within(memory, 180 + 3 * 25) == 3);
}

TEST_CASE("work ahead: ranks that share the districts hold a part of the families and one district",
          "[unit][command]") {
  RunMemory const memory{.program = 100,
                         .settings = 10,
                         .results = 50,
                         .families = 60,
                         .largest_district = 5,
                         .counts = 5};
  CHECK(divided(memory, 1).families == 60);
  CHECK(divided(memory, 4).families == 20);
  CHECK(divided(memory, 1000).families == 5);
  CHECK(min_bytes(divided(memory, 4)) == min_bytes(memory) - 80);
  // Where nothing is in one district a part is never more than the whole.
  auto in_one = memory;
  in_one.largest_district = 60;
  CHECK(divided(in_one, 4).families == 60);
  CHECK(ranks_for_a_piece(memory, {.memory_limit = 1}) == 1);  // there are no more
}

TEST_CASE("work ahead: a limit that cannot be met is refused with what would be needed",
          "[unit][command]") {
  auto const small = scenario_of_size(1000, 12, 1);
  CHECK(refusal_with(8, small).starts_with(
      "--memory-limit: 8 bytes cannot be met, the run needs at least "));
  CHECK(refusal_with(bytes_of(small), small).empty());
  auto const many = scenario_of_size(100, 600, 600);
  CHECK(refusal_with(100'000'000, many).find("for the figures of 1200 simulations") !=
        std::string::npos);
  // Without a limit that of the machine counts.
  auto const endless = scenario_of_size(100, 600, 1'000'000);
  CHECK(refusal_with(0, endless).starts_with("memory: the run needs at least "));
}

TEST_CASE("work ahead: variants that share families live their baseline once", "[unit][command]") {
  auto scenario = scenario_of_size(1000, 12, 2);
  CHECK(family_months_ahead(scenario) == 2 * 2 * 1000 * 12);
  scenario.sweep = {{"policy.sessions.per_month", {1, 2, 3}}};
  CHECK(family_months_ahead(scenario) == (1 + 3) * 2 * 1000 * 12);
  scenario.sweep = {{"world.skills.learning_rate", {0.01, 0.02, 0.03}}};
  CHECK(family_months_ahead(scenario) == (3 + 3) * 2 * 1000 * 12);
  CHECK(family_months_one_at_a_time(scenario) == 0);
}

TEST_CASE("work ahead: the time of a run of few families is not that of its start",
          "[unit][command]") {
  auto const areas = provinces();
  auto const scenario = scenario_of_size(100, 120, 150);
  auto const expected = measured_seconds(scenario, areas, {.jobs = 1}, {}).simulating;
  auto const began = std::chrono::steady_clock::now();
  (void)run_experiment(scenario, areas, {.jobs = 1});
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
  // A factor of two, and as much again for a machine that is busy with something else.
  CHECK(expected < 4 * took.count());
  CHECK(expected > took.count() / 4);
}
