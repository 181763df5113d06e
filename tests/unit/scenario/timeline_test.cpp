#include "scenario/timeline.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

std::vector<Levers> levers_of(Scenario const& scenario, std::size_t policy) {
  return levers_by_month(scenario.policies.at(policy), scenario.policies.front(), scenario.run,
                         Area{});
}

std::vector<float> caseloads(Scenario const& scenario, std::size_t policy) {
  std::vector<float> values;
  for (auto const& levers : levers_of(scenario, policy))
    values.push_back(levers.caseload.households_per_facilitator);
  return values;
}

}  // namespace

TEST_CASE("timeline: index 0 holds the baseline's levers, month 1 the policy's",
          "[unit][scenario]") {
  auto const scenario = scenario_of(
      "run: {months: 3}\npolicies: [{name: a}, {name: b, caseload: {households_per_facilitator: "
      "150}}]\n");
  CHECK(caseloads(scenario, 0) == std::vector<float>{300, 300, 300, 300});
  CHECK(caseloads(scenario, 1) == std::vector<float>{300, 150, 150, 150});
}

TEST_CASE("timeline: before from the baseline's levers hold", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "run: {months: 4}\npolicies: [{name: a}, {name: b, from: 2026-03, caseload: "
      "{households_per_facilitator: 150}}]\n");
  CHECK(caseloads(scenario, 1) == std::vector<float>{300, 300, 300, 150, 150});
}

TEST_CASE("timeline: a phase-in covers the way in equal parts", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "run: {months: 6}\npolicies: [{name: a}, {name: b, from: 2026-02, "
      "phase_in_months: 3, caseload: {households_per_facilitator: 150}, "
      "benefit: {elderly_from: 70}}]\n");
  CHECK(caseloads(scenario, 1) == std::vector<float>{300, 300, 250, 200, 150, 150, 150});
  auto const levers = levers_of(scenario, 1);
  CHECK(levers[2].benefit.elderly_from == 63);  // 60 + 10/3
  CHECK(levers[3].benefit.elderly_from == 67);
  CHECK(levers[4].benefit.elderly_from == 70);
}

TEST_CASE("timeline: a change begins where the one before has come to", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "run: {months: 6}\npolicies: [{name: a}, {name: b, phase_in_months: 4, caseload: "
      "{households_per_facilitator: 100}, changes: [{from: 2026-03, phase_in_months: 2, "
      "caseload: {households_per_facilitator: 400}}]}]\n");
  CHECK(caseloads(scenario, 1) == std::vector<float>{300, 250, 200, 300, 400, 400, 400});
}

TEST_CASE("timeline: a lever that a policy leaves out follows the baseline's changes",
          "[unit][scenario]") {
  auto const scenario = scenario_of(R"(
run: {months: 4}
policies:
  - name: a
    changes: [{from: 2026-03, registry: {cycle_months: 12}, caseload: {households_per_facilitator: 250}}]
  - {name: b, caseload: {households_per_facilitator: 150}}
)");
  CHECK(caseloads(scenario, 0) == std::vector<float>{300, 300, 300, 250, 250});
  CHECK(caseloads(scenario, 1) == std::vector<float>{300, 150, 150, 150, 150});
  auto const levers = levers_of(scenario, 1);
  CHECK(levers[2].registry.cycle_months == 3);
  CHECK(levers[3].registry.cycle_months == 12);
}

TEST_CASE("timeline: a policy that changes nothing changes nothing", "[unit][scenario]") {
  auto const scenario = scenario_of(R"(
run: {months: 5}
policies:
  - name: a
    caseload: {households_per_facilitator: 280}
    changes: [{from: 2026-02, phase_in_months: 3, caseload: {households_per_facilitator: 250}}]
  - name: b
)");
  CHECK(caseloads(scenario, 0) == caseloads(scenario, 1));
}
