// Parameters of the world that are levers now: their old paths are understood wherever a path is
// written, and told once.
#include "scenario/renamed_paths.h"

#include "model/parameters.h"
#include "scenario/all_paths.h"
#include "scenario/baseline_levers.h"
#include "scenario/describe/resolved.h"
#include "scenario/priors.h"
#include "scenario/timeline.h"
#include "scenario/variants.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

constexpr std::string_view told =
    "world.assessment.gap is now policy.assessment.gap, and read as baseline.assessment.gap";

void check_told_once(Scenario const& scenario, std::string_view place) {
  REQUIRE(scenario.warnings.size() == 1);
  CHECK(scenario.warnings.front().what == told);
  CHECK(scenario.warnings.front().place.ends_with(place));
}

Scenario read_with(std::string const& text, std::vector<std::string> const& settings = {}) {
  Folder const folder;
  auto const file = folder.file("scenario.yaml", "format: 1\nquestion: Which?\n" + text);
  return read_scenario(file, settings);
}

std::string refused(std::string const& text, std::vector<std::string> const& settings = {}) {
  Folder const folder;
  auto const file = folder.file("scenario.yaml", "format: 1\nquestion: Which?\n" + text);
  return without(folder.path().generic_string() + "/",
                 problems_of([&] { (void)read_scenario(file, settings); }));
}

int gap_in(Scenario const& scenario, std::size_t policy, std::size_t month) {
  auto const setting = setting_of(scenario, variants_of(scenario).front(), 0);
  return levers_by_month(setting.policies.at(policy), setting.policies.front(), scenario.run,
                         Area{})
      .at(month)
      .assessment.gap;
}

}  // namespace

TEST_CASE("renamed paths: old ones lead to levers, and are no parameters themselves",
          "[unit][scenario]") {
  for (auto const& row : renamed_paths) {
    INFO(row.before);
    CHECK(find_any_row(row.before) == nullptr);
    REQUIRE(find_any_row(row.lever) != nullptr);
    CHECK(find_any_row(path_in_baseline(row.lever)) == find_any_row(row.lever));
    CHECK(renamed_path(row.before) == &row);
    CHECK(path_of_draws(row.lever) == row.before);
  }
  CHECK(renamed_path("world.assessment.on") == nullptr);
  CHECK(path_of_draws("policy.sessions.hours") == "policy.sessions.hours");
}

TEST_CASE("renamed paths: a value in a file is the baseline's, whom the others follow",
          "[unit][scenario]") {
  auto const scenario = read_with(
      "run: {months: 3}\n"
      "world: {assessment: {gap: 12}}\n"
      "policies: [{name: today}, {name: b, sessions: {hours: 3}}, {name: c, assessment: {gap: "
      "36}}]\n");
  check_told_once(scenario, "scenario.yaml:4:22");
  CHECK(gap_in(scenario, 0, 0) == 12);
  CHECK(gap_in(scenario, 1, 3) == 12);
  CHECK(gap_in(scenario, 2, 0) == 12);
  CHECK(gap_in(scenario, 2, 1) == 36);
}

TEST_CASE("renamed paths: an old file may extend a new one, and the other way round",
          "[unit][scenario]") {
  Folder const folder;
  folder.file("base.yaml",
              "format: 1\nquestion: Which?\nbaseline: {assessment: {gap: {split: [6, 24, 48]}}}\n");
  auto const old = folder.file(
      "old.yaml", "format: 1\nextends: base.yaml\nworld: {assessment: {gap: 12}, leaving: {}}\n");
  auto const scenario = read_scenario(old);
  CHECK(scenario.uncertain.empty());
  CHECK(gap_in(scenario, 0, 0) == 12);
  auto const young = folder.file("young.yaml",
                                 "format: 1\nextends: old.yaml\npolicies: [{name: today, "
                                 "assessment: {gap: 9}}]\n");
  CHECK(gap_in(read_scenario(young), 0, 0) == 9);
}

TEST_CASE("renamed paths: on the command line", "[unit][scenario]") {
  auto const scenario = read_with("policies: [{name: today}, {name: b}]\n",
                                  {"world.assessment.gap=12", "world.leaving.approval=0.5"});
  CHECK(scenario.warnings.size() == 2);
  CHECK(scenario.warnings.front().what == told);
  CHECK(gap_in(scenario, 0, 0) == 12);
  CHECK(gap_in(scenario, 1, 5) == 12);
  CHECK(scenario.policies.front().steps.front().levers.assessment.approval == 0.5f);
}

TEST_CASE("renamed paths: a sweep moves the baseline and all who follow it", "[unit][scenario]") {
  auto const check = [](Scenario const& scenario) {
    REQUIRE(scenario.sweep.size() == 1);
    CHECK(scenario.sweep.front().path == "baseline.assessment.gap");
    CHECK(policy_names(scenario) == std::vector<std::string>{"today", "b", "c"});
    auto const variants = variants_of(scenario);
    REQUIRE(variants.size() == 2);
    CHECK(variants[1].name == "gap=36");
    // Families of the first day hang on the baseline's gap.
    CHECK(variants_by_families(variants).size() == 2);
    auto const setting = setting_of(scenario, variants[1], 0);
    auto const at = [&](std::size_t policy, std::size_t month) {
      return levers_by_month(setting.policies[policy], setting.policies.front(), scenario.run,
                             Area{})
          .at(month)
          .assessment.gap;
    };
    CHECK(at(0, 0) == 36);
    CHECK(at(1, 2) == 36);
    CHECK(at(2, 2) == 6);
  };
  std::string const policies =
      "run: {months: 2}\npolicies: [{name: today}, {name: b}, {name: c, assessment: {gap: 6}}]\n";
  auto const written = read_with(policies + "sweep: {world.assessment.gap: [12, 36]}\n");
  check_told_once(written, "scenario.yaml:5:9");
  check(written);
  check(read_with(policies, {"sweep.world.assessment.gap=[12, 36]"}));
  check(read_with(policies + "sweep: {baseline.assessment.gap: [12, 36]}\n"));
}

TEST_CASE("renamed paths: a lever to optimise", "[unit][scenario]") {
  auto const scenario = read_with(
      "policies: [{name: today}, {name: b}]\n"
      "optimise: {policy: b, levers: {world.assessment.gap: [6, 48]}}\n");
  check_told_once(scenario, "scenario.yaml:4:32");
  REQUIRE(scenario.optimisation.has_value());
  CHECK(scenario.optimisation->levers.front().path == "policy.assessment.gap");
}

TEST_CASE("renamed paths: old and new together are one mistake", "[unit][scenario]") {
  CHECK(refused("world: {assessment: {gap: 12}}\nbaseline: {assessment: {gap: 12}}\n") ==
        "scenario.yaml:3:22: world.assessment.gap is given, and so is baseline.assessment.gap "
        "(scenario.yaml:4:30), which is the same under its new path; take out one of the two\n");
  CHECK(refused(
            "world: {assessment: {gap: 12}}\npolicies: [{name: today, assessment: {gap: 6}}]\n") ==
        "scenario.yaml:3:27: baseline.assessment.gap is given, and the baseline sets "
        "assessment.gap itself (scenario.yaml:4:44); take out one of the two\n");
  CHECK(refused("policies: [{name: today, assessment: {gap: 6}}]\n", {"world.assessment.gap=12"}) ==
        "--set world.assessment.gap: baseline.assessment.gap is given, and the baseline sets "
        "assessment.gap itself (scenario.yaml:3:44); take out one of the two\n");
  CHECK(refused("", {"world.assessment.gap=12", "baseline.assessment.gap=12"}) ==
        "--set baseline.assessment.gap: baseline.assessment.gap is given twice on the command "
        "line\n");
  CHECK(refused("sweep: {world.assessment.gap: [1], baseline.assessment.gap: [2]}\n") ==
        "scenario.yaml:3:9: world.assessment.gap is given, and so is baseline.assessment.gap "
        "(scenario.yaml:3:36), which is the same under its new path; take out one of the two\n");
}

TEST_CASE("renamed paths: a value off by a factor is refused under the new path",
          "[unit][scenario]") {
  CHECK(refused("world: {assessment: {gap: 240}}\n").find("baseline.assessment.gap is 240") !=
        std::string::npos);
  CHECK(refused("baseline: {assessment: {coverage: 60}, world: {}}\n")
            .find("baseline.world is not a parameter") != std::string::npos);
}

TEST_CASE("baseline levers: a prior moves the first value of the baseline, and whoever follows",
          "[unit][scenario]") {
  auto const scenario = read_with(
      "run: {months: 4, parameter_draws: 2}\n"
      "baseline: {assessment: {gap: {uniform: [6, 48]}}}\n"
      "policies:\n"
      "  - {name: today, changes: [{from: 2026-04, sessions: {hours: 3}}]}\n"
      "  - {name: follows, changes: [{from: 2026-02, assessment: {gap: 60}}]}\n"
      "  - {name: own, assessment: {gap: 36}}\n"
      "  - {name: slowly, phase_in_months: 3, assessment: {gap: 90}}\n");
  REQUIRE(scenario.uncertain.size() == 1);
  CHECK(scenario.uncertain.front().path == "policy.assessment.gap");
  CHECK(scenario.policies.front().steps.front().levers.assessment.gap == 27);
  for (int draw = 0; draw < 2; ++draw) {
    INFO("draw " << draw);
    // The draws are those of the parameter under its first path.
    auto const drawn = static_cast<int>(std::lround(
        6 + 42 * prior_uniform(scenario.run.counts.seed, draw, "world.assessment.gap")));
    auto const setting = setting_of(scenario, variants_of(scenario).front(), draw);
    auto const gaps = [&](std::size_t policy) {
      std::vector<int> all;
      for (auto const& levers : levers_by_month(setting.policies[policy], setting.policies.front(),
                                                scenario.run, Area{}))
        all.push_back(levers.assessment.gap);
      return all;
    };
    CHECK(gaps(0) == std::vector<int>(5, drawn));
    CHECK(gaps(1) == std::vector<int>{drawn, drawn, 60, 60, 60});
    CHECK(gaps(2) == std::vector<int>{drawn, 36, 36, 36, 36});
    auto const way = [&](int part) {
      return static_cast<int>(std::floor(drawn + (90 - drawn) * part / 3.0 + 0.5));
    };
    CHECK(gaps(3) == std::vector<int>{drawn, way(1), way(2), 90, 90});
  }
}

TEST_CASE("baseline levers: the baseline's own value puts a prior of another file aside",
          "[unit][scenario]") {
  Folder const folder;
  folder.file("base.yaml",
              "format: 1\nquestion: Which?\nbaseline: {assessment: {gap: {split: [6, 24, 48]}}}\n");
  auto const file = folder.file("scenario.yaml",
                                "format: 1\nextends: base.yaml\npolicies: [{name: today, "
                                "assessment: {gap: 12}}]\n");
  auto const scenario = read_scenario(file);
  CHECK(scenario.uncertain.empty());
  CHECK(gap_in(scenario, 0, 0) == 12);
}

TEST_CASE("baseline levers: only the baseline's levers can be uncertain, and from the start",
          "[unit][scenario]") {
  CHECK(refused("policies: [{name: a}, {name: b, assessment: {gap: {uniform: [6, 48]}}}]\n")
            .find("policies[1].assessment.gap is a map") != std::string::npos);
  CHECK(refused("policies: [{name: a, changes: [{from: 2026-05, assessment: {gap: {uniform: [6, "
                "48]}}}]}]\n")
            .find("policies[0].changes[0].assessment.gap is a map") != std::string::npos);
  CHECK(refused("baseline: {assessment: {gap: {uniform: [6, 48]}}}\nsweep: "
                "{baseline.assessment.gap: [6]}\n")
            .find("is swept, but it has a prior") != std::string::npos);
}

TEST_CASE("baseline levers: what is believed of them is told, and read back", "[unit][scenario]") {
  auto const scenario =
      read_with("baseline: {assessment: {approval: {uniform: [0.5, 1]}}}\npolicies: [{name: a}]\n");
  auto const text = resolved_yaml(scenario);
  CHECK(text.find("approval: {uniform: [0.5, 1]}") != std::string::npos);
  Folder const folder;
  auto const again = read_scenario(folder.file("resolved.yaml", text));
  CHECK(again.uncertain.size() == 1);
  CHECK(resolved_yaml(again) == text);
}
