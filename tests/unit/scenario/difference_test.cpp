#include "scenario/describe/difference.h"

#include "scenario/describe/effective.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

std::string between(std::string const& first, std::string const& second) {
  return lines_of(differences(scenario_of(first), scenario_of(second)));
}

std::string value_at(Scenario const& scenario, std::string const& path) {
  for (auto const& value : effective_values(scenario)) {
    if (value.path == path) return value.value;
  }
  return "none";
}

}  // namespace

TEST_CASE("difference: what is written out and what is left out may mean the same",
          "[unit][scenario]") {
  CHECK(between("", "run: {months: 120}\npolicies: [{name: today}]\n") == "no difference\n");
  CHECK(between("policies: [{name: a}, {name: b, caseload: {households_per_facilitator: 300}}]\n",
                "policies: [{name: a}, {name: b}]\n") == "no difference\n");
}

TEST_CASE("difference: a line for each path, with both values and the unit", "[unit][scenario]") {
  CHECK(between("run: {replicates: 5}\nworld: {skills: {learning_rate: 0.06}}\n",
                "world: {skills: {learning_rate: {uniform: [0.01, 0.1]}}}\n") ==
        "run.replicates: 5 -> 20 replicates\n"
        "world.skills.learning_rate: 0.06 -> {uniform: [0.01, 0.1]} per month at full dose\n");
}

TEST_CASE("difference: policies are matched by name, not by place", "[unit][scenario]") {
  CHECK(between("policies: [{name: today}, {name: a, sessions: {hours: 3}}, {name: b}]\n",
                "policies: [{name: today}, {name: b}, {name: a, sessions: {hours: 4}}]\n") ==
        "policies.a.sessions.hours: 3 -> 4 hours\n");
  CHECK(between("policies: [{name: today}]\n",
                "policies: [{name: today}, {name: a, sessions: {hours: 4}}]\n") ==
        "policies.a: none -> a policy\npolicies.a.sessions.hours: none -> 4 hours\n");
  CHECK(between("policies: [{name: a}, {name: b}]\n", "policies: [{name: b}, {name: a}]\n")
            .starts_with("policies.a: the baseline -> a policy\n"));
}

TEST_CASE("difference: a lever of the baseline is told once", "[unit][scenario]") {
  CHECK(between("policies: [{name: today}, {name: a}]\n",
                "policies: [{name: today, sessions: {hours: 1}}, {name: a}]\n") ==
        "policies.today.sessions.hours: 2 -> 1 hours\n");
}

TEST_CASE("difference: sweeps and the areas file count, the folder of the file does not",
          "[unit][scenario]") {
  CHECK(between("", "sweep: {policy.sessions.hours: [1, 2]}\n") ==
        "sweep.policy.sessions.hours: none -> [1, 2] hours\n");
  Folder const one, other;
  auto const table = "area,poverty_rate_pct\nx,1\n";
  auto const text = "format: 1\nquestion: Which one?\npopulation: {areas: a.csv}\n";
  one.file("a.csv", table);
  other.file("a.csv", table);
  auto const first = read_scenario(one.file("s.yaml", text));
  CHECK(differences(first, read_scenario(other.file("s.yaml", text))).empty());
  other.file("a.csv", "area,poverty_rate_pct\nx,2\n");
  auto const found = differences(first, read_scenario(other.file("s.yaml", text)));
  REQUIRE(found.size() == 1);
  CHECK(found[0].path == "population.areas");
  CHECK(found[0].first->starts_with("a.csv (sha256 "));
}

TEST_CASE("effective: a lever says where it stands and when it moves", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "policies:\n"
      "  - name: today\n"
      "    changes: [{from: 2028-01, sessions: {hours: 1}}]\n"
      "  - name: early\n"
      "    from: 2027-01\n"
      "    phase_in_months: 24\n"
      "    sessions: {hours: 3}\n"
      "  - name: late\n"
      "    from: 2029-01\n"
      "    sessions: {hours: 4}\n"
      "  - name: at once\n"
      "    sessions: {hours: 4}\n"
      "  - name: not at all\n"
      "    from: 2027-01\n"
      "    sessions: {hours: 2}\n");
  CHECK(value_at(scenario, "policies.today.sessions.hours") == "2, then 1 from 2028-01");
  CHECK(value_at(scenario, "policies.early.sessions.hours") ==
        "2, then 3 from 2027-01 over 24 months");
  CHECK(value_at(scenario, "policies.late.sessions.hours") ==
        "2, then 1 from 2028-01, then 4 from 2029-01");
  CHECK(value_at(scenario, "policies.at once.sessions.hours") == "4");
  CHECK(value_at(scenario, "policies.not at all.sessions.hours") == "2");
}

TEST_CASE("effective: what was changed is told from the defaults", "[unit][scenario]") {
  auto const changed = [](std::string const& text) {
    std::vector<std::string> paths;
    for (auto const& value : effective_values(scenario_of(text))) {
      if (is_changed(value) && value.path.starts_with("world.")) paths.push_back(value.path);
    }
    return paths;
  };
  CHECK(changed("").empty());
  CHECK(changed("world: {skills: {learning_rate: 0.06}}\n").empty());
  CHECK(changed("world: {skills: {learning_rate: 0.07}}\n") ==
        std::vector<std::string>{"world.skills.learning_rate"});
}

TEST_CASE("difference: what an analysis looks at is told", "[unit][scenario]") {
  CHECK(between("attribute: {measure: active, groups: {a: [world.peers.on]}}\n",
                "attribute: {measure: able, groups: {a: [world.peers.on, world.workload.on]}}\n") ==
        "attribute.groups.a: world.peers.on -> world.peers.on and world.workload.on\n"
        "attribute.measure: active -> able\n");
}

TEST_CASE("difference: who is drawn together in a trial is told", "[unit][scenario]") {
  CHECK(between("trial: {unit: district}\n", "trial: {unit: group, share: 0.25}\n") ==
        "trial.unit: district -> group\ntrial.share: 0.5 -> 0.25 share\n");
  CHECK(between("", "trial: {}\n") ==
        "trial.unit: none -> family\ntrial.share: none -> 0.5 share\n");
}
