#include "model/parameters.h"
#include "scenario_support.h"

#include "scenario/describe/resolved.h"
#include "scenario/variants.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;
namespace fs = std::filesystem;

TEST_CASE("scenario: format and question alone give every default", "[scenario]") {
  auto const scenario = scenario_of("");
  CHECK(scenario.name == "scenario");
  CHECK(scenario.question == "Which one?");
  CHECK(scenario.run.start == calendar_month(2026, 1));
  CHECK(scenario.run.counts.months == RunCounts{}.months);
  CHECK(scenario.world->skills.learning_rate == SkillsParameters{}.learning_rate);
  REQUIRE(scenario.policies.size() == 1);
  CHECK(scenario.policies[0].name == "today");
  CHECK(scenario.areas_shipped);
  CHECK(fs::exists(scenario.areas_file));
  CHECK(scenario.uncertain.empty());
  CHECK(scenario.warnings.empty());
  CHECK(scenario.output.measures.empty());
}

TEST_CASE("scenario: what is written is what is read", "[scenario]") {
  auto const scenario = scenario_of(R"(
run: {start: 2018-07, months: 48, replicates: 3, seed: 4294967295}
population: {households: 1000, families: {female_headed: 0.2}}
world: {skills: {on: false, learning_rate: 1e-1, fading_rate: .5}, leaving: {base: -.25}}
policies:
  - name: today
  - {name: "1 to 150", from: 2019-01, phase_in_months: 6, caseload: {households_per_facilitator: 150}}
output: {strata: [area], strata_every: 6, measures: [active, self_reliant]}
)");
  CHECK(scenario.run.start == calendar_month(2018, 7));
  CHECK(scenario.run.counts.months == 48);
  CHECK(scenario.run.counts.seed == 4294967295u);
  CHECK(scenario.population.size.households == 1000);
  CHECK(scenario.population.families.female_headed == 0.2f);
  CHECK_FALSE(scenario.world->skills.on);
  CHECK(scenario.world->skills.learning_rate == 0.1f);
  CHECK(scenario.world->skills.fading_rate == 0.5f);
  CHECK(scenario.world->leaving.base == -0.25f);
  auto const& policy = scenario.policies.at(1);
  CHECK(policy.name == "1 to 150");
  CHECK(policy.steps.front().from == calendar_month(2019, 1));
  CHECK(policy.steps.front().phase_in_months == 6);
  CHECK(policy.steps.front().levers.caseload.households_per_facilitator == 150);
  CHECK(policy.set_here == std::vector<std::string>{"policy.caseload.households_per_facilitator"});
  CHECK(splits_by(scenario.output, Split::area));
  CHECK(scenario.output.strata_every == 6);
  CHECK(scenario.output.measures == std::vector<std::string>{"active", "self_reliant"});
}

TEST_CASE("scenario: line ends of Windows, a byte order mark and anchors are read", "[scenario]") {
  Folder const folder;
  auto const file =
      folder.file("windows.yaml",
                  "\xEF\xBB\xBF"
                  "format: 1\r\nquestion: Apa kabar, Jos\xC3\xA9?\r\n"
                  "world:\r\n  skills: &half {fading_rate: 0.5}\r\npolicies:\r\n  - name: a\r\n");
  auto const scenario = read_scenario(file);
  CHECK(scenario.question == "Apa kabar, Jos\xC3\xA9?");
  CHECK(scenario.world->skills.fading_rate == 0.5f);
  CHECK(scenario.policies[0].name == "a");
}

TEST_CASE("scenario: sections left empty keep their defaults", "[scenario]") {
  auto const scenario = scenario_of("run:\nworld:\n  skills:\n  # learning_rate: 0.1\noutput: ~\n");
  CHECK(scenario.run.counts.months == RunCounts{}.months);
}

TEST_CASE("scenario: a file that cannot be read is no mistake of the scenario", "[scenario]") {
  Folder const folder;
  CHECK_THROWS_AS(read_scenario(folder.path() / "none.yaml"), FileError);
  CHECK_THROWS_AS(read_scenario(folder.path()), FileError);
}

TEST_CASE("scenario: extends merges maps and replaces lists and priors", "[scenario]") {
  Folder const folder;
  folder.file("data/own.csv", "province\n");
  folder.file("base.yaml", R"(
format: 1
question: The base?
run: {months: 24, seed: 7}
population: {areas: data/own.csv}
world: {skills: {learning_rate: {normal: [0.1, 0.01]}, fading_rate: 0.02}}
policies: [{name: today}, {name: other}]
)");
  auto const scenario = read_scenario(folder.file("deep/child.yaml", R"(
format: 1
question: The child?
extends: ../base.yaml
run: {seed: 8}
world: {skills: {learning_rate: {uniform: [0, 1]}}}
policies: [{name: only}]
)"));
  CHECK(scenario.name == "child");
  CHECK(scenario.question == "The child?");
  CHECK(scenario.run.counts.months == 24);
  CHECK(scenario.run.counts.seed == 8);
  CHECK(scenario.world->skills.fading_rate == 0.02f);
  REQUIRE(scenario.uncertain.size() == 1);
  CHECK(scenario.uncertain[0].prior.shape == Prior::Shape::uniform);
  REQUIRE(scenario.policies.size() == 1);
  CHECK(scenario.policies[0].name == "only");
  // The path belongs to the file that writes it.
  CHECK(fs::equivalent(scenario.areas_file, folder.path() / "data/own.csv"));
  CHECK(scenario.inputs.size() == 3);
}

TEST_CASE("scenario: every file that it is made of is noted with its hash", "[scenario]") {
  Folder const folder;
  folder.file("abc.csv", "abc");
  auto const scenario = read_scenario(
      folder.file("s.yaml", "format: 1\nquestion: x\npopulation: {areas: abc.csv}\n"));
  REQUIRE(scenario.inputs.size() == 2);
  CHECK(scenario.inputs[1].path == (folder.path() / "abc.csv").generic_string());
  CHECK(scenario.inputs[1].sha256 ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("settings: a value of the command line is laid over the file", "[scenario]") {
  auto const scenario =
      scenario_of("run: {months: 24}\npolicies: [{name: a}, {name: b.c d}, {name: b}]\n",
                  {"run.months=12", "world.skills.learning_rate=0.5", "policy.sessions.hours=1.5",
                   "policies.b.c d.sessions.hours=3", "world.contact={memory: 12, dose_half: 1}",
                   "output.strata=[area]"});
  CHECK(scenario.run.counts.months == 12);
  CHECK(scenario.world->skills.learning_rate == 0.5f);
  CHECK(scenario.world->contact.memory == 12);
  CHECK(scenario.policies[0].steps[0].levers.sessions.hours == 1.5f);
  CHECK(scenario.policies[1].steps[0].levers.sessions.hours == 3);
  CHECK(scenario.policies[2].steps[0].levers.sessions.hours == 1.5f);
  CHECK(splits_by(scenario.output, Split::area));
}

TEST_CASE("settings: a policy can be told apart in whatever order both are typed", "[scenario]") {
  std::vector<std::string> const settings = {"policies.b.sessions.hours=3",
                                             "policy.sessions.hours=1"};
  auto const scenario = scenario_of("policies: [{name: a}, {name: b}]\n", settings);
  CHECK(scenario.policies[0].steps[0].levers.sessions.hours == 1);
  CHECK(scenario.policies[1].steps[0].levers.sessions.hours == 3);
}

TEST_CASE("settings: without policies they reach today's", "[scenario]") {
  auto const scenario = scenario_of("", {"policy.sessions.hours=1"});
  REQUIRE(scenario.policies.size() == 1);
  CHECK(scenario.policies[0].name == "today");
  CHECK(scenario.policies[0].steps[0].levers.sessions.hours == 1);
}

TEST_CASE("settings: paths start at the working directory", "[scenario]") {
  Folder const folder;
  auto const table = folder.file("elsewhere/t.csv", "province\n");
  auto const scenario = scenario_of("", {"population.areas=" + table.generic_string()});
  CHECK(scenario.areas_file == table);
  CHECK(refusal_of("", {"population.areas=nowhere.csv"}) ==
        "--set population.areas: population.areas is nowhere.csv, which is not there\n");
}

TEST_CASE("settings: a prior can be typed in one line", "[scenario]") {
  auto const scenario = scenario_of("world: {skills: {learning_rate: {normal: [0.1, 0.05]}}}\n",
                                    {"world.skills.learning_rate={uniform: [0.2, 0.4]}"});
  REQUIRE(scenario.uncertain.size() == 1);
  CHECK(scenario.uncertain[0].prior.numbers == std::vector<double>{0.2, 0.4});
  CHECK(scenario.world->skills.learning_rate == Approx(0.3).epsilon(1e-6));
}

TEST_CASE("scenario: idle draws are warned of, priors at their middle are not", "[scenario]") {
  auto const idle_draws = scenario_of("run: {parameter_draws: 5}\n");
  REQUIRE(idle_draws.warnings.size() == 1);
  CHECK(idle_draws.warnings[0].what ==
        "run.parameter_draws is more than 1, but no parameter has a prior");
  CHECK(scenario_of("world: {skills: {learning_rate: {beta: [2, 5]}}}\n").warnings.empty());
}

TEST_CASE("scenario: a policy that arrives after the end is warned of", "[scenario]") {
  auto const scenario = scenario_of(
      "run: {months: 24}\npolicies: [{name: a}, {name: b, from: 2027-01, phase_in_months: 24, "
      "sessions: {hours: 1}}]\n");
  REQUIRE(scenario.warnings.size() == 1);
  CHECK(scenario.warnings[0].what ==
        "policies[1] reaches its levers in 2028-12, after the run's end");
}

TEST_CASE("resolved scenario: reading it back gives the same scenario", "[scenario]") {
  auto const first = scenario_of(R"(
run: {start: 2020-01, months: 100, parameter_draws: 3, seed: 9}
population: {households: 12345, traits: {sd: {uniform: [0.1, 0.2]}}}
world:
  skills: {learning_rate: {draws: [0.1, 0.3, 0.2]}, on: false}
  costs: {}
  money: {finance_effect: {uniform: [0, 0.6], or_zero: 0.4}}
policies:
  - name: "quo\"ted \\ name: #1"
    changes: [{from: 2022-01, phase_in_months: 6, registry: {cycle_months: 12}}]
  - name: early
    sessions: {per_month: 2}
  - name: late
    from: 2021-05
    phase_in_months: 7
    caseload: {households_per_facilitator: 150}
    changes:
      - {from: 2022-05, caseload: {households_per_facilitator: 100}, benefit: {primary: 12}}
sweep: {world.contact.on: [true, false], policy.sessions.hours: [1.5, 2.5], baseline.assessment.gap: [12, 24]}
output: {strata: [area], strata_every: 3, measures: [active]}
attribute:
  measure: poor_share
  month: 50
  groups: {"hours: all": [world.workload.on, world.turnover.on], mind: [world.peers.on]}
optimise:
  policy: early
  levers: {policy.caseload.households_per_facilitator: [100, 400], policy.training.refreshers_per_year: [1, 3]}
  minimise: cumulative_wage_bill_rupiah
  target: {sustained_self_reliant: 1200000.5}
  frontier: [1.5, 0.5]
)");
  auto const text = resolved_yaml(first);
  Folder const folder;
  auto const again = read_scenario(folder.file("resolved.yaml", text));
  CHECK(resolved_yaml(again) == text);
  CHECK(again.policies[0].name == "quo\"ted \\ name: #1");
  CHECK(variants_of(again).size() == 8);
  CHECK(again.uncertain[1].prior.numbers == std::vector<double>{0.1, 0.3, 0.2});
  auto const spiked =
      std::ranges::find(again.uncertain, "world.money.finance_effect", &Uncertain::path);
  REQUIRE(spiked != again.uncertain.end());
  CHECK(spiked->prior.at_zero == 0.4);
  CHECK(again.run.counts.seed == 9);
  REQUIRE(again.attribution);
  CHECK(again.attribution->month == 50);
  CHECK(again.attribution->groups[0].name == "hours: all");
  CHECK(again.attribution->groups[0].switches == first.attribution->groups[0].switches);
  REQUIRE(again.optimisation);
  CHECK(again.optimisation->minimise);
  CHECK(again.optimisation->gain.amount == 1200000.5);
  CHECK_FALSE(again.optimisation->cost.amount);
  CHECK(again.optimisation->frontier == std::vector<double>{0.5, 1.5});
  CHECK(again.optimisation->levers[1].range.max == 3);
  CHECK(again.policies[2].steps[1].sets == first.policies[2].steps[1].sets);
}

TEST_CASE("resolved scenario: numbers are written as a person would", "[scenario]") {
  auto const text = resolved_yaml(scenario_of("population: {households: 200000}\n"));
  CHECK(text.find("\n  households: 200000  # households\n") != std::string::npos);
  CHECK(text.find("\n    learning_rate: 0.06  # per month at full dose\n") != std::string::npos);
  CHECK(text.find("\n  start: 2026-01\n") != std::string::npos);
  CHECK(text.find("e+") == std::string::npos);
}

TEST_CASE("resolved scenario: an areas file is named as the working directory sees it",
          "[scenario]") {
  Folder const folder;
  folder.file("data/t.csv", "province\n");
  auto const scenario = read_scenario(
      folder.file("s.yaml", "format: 1\nquestion: x\npopulation: {areas: data/t.csv}\n"));
  Folder const results;
  auto const again = read_scenario(results.file("resolved.yaml", resolved_yaml(scenario)));
  CHECK(fs::equivalent(again.areas_file, folder.path() / "data/t.csv"));
}

TEST_CASE("scenario: a file of more than a megabyte is refused before it fills the memory",
          "[scenario]") {
  CHECK(refusal_of("world: [" + std::string(2u << 20, '1') + "]\n") ==
        "scenario.yaml:1:1: the file is larger than 1 megabyte; no scenario is that long\n");
}

TEST_CASE("scenario: a thousand wrong keys are a thousand problems", "[scenario]") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "key_" + std::to_string(i) + ": 1\n";
  auto const said = refusal_of(text);
  CHECK(std::count(said.begin(), said.end(), '\n') == 1000);
}

TEST_CASE("scenario: a text cut off anywhere is read or refused, never more", "[scenario]") {
  auto const whole = bytes_of(fs::path(GRADUASI_SOURCE_DIR) / "scenarios/caseload_ratios.yaml");
  Folder const folder;
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    auto const file = folder.file("scenarios/cut.yaml", whole.substr(0, size));
    try {
      (void)read_scenario(file);
    } catch (ScenarioError const& error) {
      CHECK_FALSE(error.problems.empty());
    }
  }
}

TEST_CASE("settings: a name in quotes may hold what a path is made of", "[scenario]") {
  std::string const text =
      "policies: [{name: today}, {name: today.caseload}, {name: \"rate=1;150\"}, {name: "
      "\"a\\\"b\"}]\n";
  auto const caseload = [&](std::string const& setting, std::size_t policy) {
    auto const levers = scenario_of(text, {setting}).policies.at(policy).steps.front().levers;
    return levers.caseload.households_per_facilitator;
  };
  CHECK(caseload("policies.\"rate=1;150\".caseload.households_per_facilitator=120", 2) == 120);
  CHECK(caseload("policies.\"today\".caseload.households_per_facilitator=120", 0) == 120);
  CHECK(caseload("policies.\"today.caseload\".caseload.households_per_facilitator=120", 1) == 120);
  CHECK(caseload("policies.\"a\"\"b\".caseload.households_per_facilitator=120", 3) == 120);
  CHECK(
      refusal_of(text, {"policies.rate=1;150.caseload.households_per_facilitator=120"})
          .find("policies.rate names no policy; the policies are today, today.caseload, rate=1;150 "
                "and a\"b, as in policies.\"NAME\".caseload.households_per_facilitator=150, with "
                "quotes around a name that holds = or a point") != std::string::npos);
  CHECK(refusal_of(text, {"policies.\"today.caseload.x=1"}).find("it must be PATH=VALUE") !=
        std::string::npos);
  CHECK(refusal_of(text, {"policies.\"today\".caseload.households_per_facilitator=1",
                          "policies.today.caseload.households_per_facilitator=2"})
            .find("is given twice on the command line") != std::string::npos);
}
