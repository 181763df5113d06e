#include "scenario/given_draws.h"

#include "model/parameters.h"
#include "scenario/describe/resolved.h"
#include "scenario/priors.h"
#include "scenario/variants.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

using Numbers = std::vector<std::size_t>;

std::string refusal(std::string const& table) {
  return problems_of([&] { (void)parse_draws(table, "d.csv"); });
}

/// Two uncertain numbers and an uncertain switch.
Scenario uncertain_scenario(int draws) {
  return scenario_of(
      "run: {parameter_draws: " + std::to_string(draws) +
      "}\nworld: {skills: {learning_rate: {uniform: [0, 0.2]}, \"on\": {chance: 0.5}}}\n"
      "baseline: {assessment: {gap: {uniform: [12, 36]}}}\n");
}

std::string const table =
    "draw,path,value,weight\n"
    "1,world.skills.learning_rate,0.1234567890123456,1\n1,world.skills.on,1,1\n"
    "1,policy.assessment.gap,24.5,1\n"
    "2,world.skills.learning_rate,0.05,1\n2,world.skills.on,0,1\n2,policy.assessment.gap,30,1\n";

}  // namespace

TEST_CASE("given draws: a table stands in place of every prior, bit by bit", "[unit][scenario]") {
  auto scenario = uncertain_scenario(2);
  use_draws(scenario, parse_draws(table, "d.csv"));
  auto const first = setting_of(scenario, {.name = "base", .values = {}}, 0);
  auto const second = setting_of(scenario, {.name = "base", .values = {}}, 1);
  CHECK(first.world->skills.learning_rate == static_cast<float>(0.1234567890123456));
  CHECK(first.world->skills.on);
  CHECK_FALSE(second.world->skills.on);
  CHECK(first.policies.front().steps.front().levers.assessment.gap == 25);  // whole months
  CHECK(second.policies.front().steps.front().levers.assessment.gap == 30);
  CHECK(std::ranges::count(scenario.warnings, std::string("d.csv"), &Warning::place) == 0);
}

TEST_CASE("given draws: what is resolved is read back with the same values", "[unit][scenario]") {
  auto scenario = uncertain_scenario(2);
  use_draws(scenario, parse_draws(table, "d.csv"));
  Folder const folder;
  auto const again = read_scenario(folder.file("resolved.yaml", resolved_yaml(scenario)), {});
  CHECK(hash_of_given_draws(again) == hash_of_given_draws(scenario));
  for (auto const& uncertain : scenario.uncertain) {
    auto const there = std::ranges::find(again.uncertain, uncertain.path, &Uncertain::path);
    REQUIRE(there != again.uncertain.end());
    CHECK(there->prior.numbers == uncertain.prior.numbers);
  }
}

TEST_CASE("given draws: the hash tells other values and other draws from none",
          "[unit][scenario]") {
  auto scenario = uncertain_scenario(2), other = scenario;
  CHECK(hash_of_given_draws(scenario).empty());
  use_draws(scenario, parse_draws(table, "d.csv"));
  auto changed = table;
  changed.replace(changed.find("0.05"), 4, "0.06");
  use_draws(other, parse_draws(changed, "d.csv"));
  CHECK(hash_of_given_draws(scenario) != hash_of_given_draws(other));
}

TEST_CASE("given draws: columns and lines may stand in any order, and weights may be left out",
          "[unit][scenario]") {
  auto const given =
      parse_draws("path,draw,value\nworld.skills.on,7,0\nworld.skills.on,3,1\n", "d.csv");
  CHECK(given.weights == std::vector<double>{1, 1});
  CHECK(given.values == std::vector<std::vector<double>>{{1, 0}});
}

TEST_CASE("given draws: an old name is that of today", "[unit][scenario]") {
  auto const given = parse_draws("draw,path,value\n1,world.assessment.gap,24\n", "d.csv");
  CHECK(given.paths == std::vector<std::string>{"policy.assessment.gap"});
  CHECK(parse_draws("draw,path,value\n1,baseline.assessment.gap,24\n", "d.csv").paths ==
        given.paths);
}

TEST_CASE("given draws: equal weights take every draw once, others as often as they weigh",
          "[unit][scenario]") {
  CHECK(resampled({1, 1, 1, 1}, 4) == Numbers{0, 1, 2, 3});
  CHECK(resampled({0.1, 0.1, 0.1}, 3) == Numbers{0, 1, 2});
  CHECK(resampled({1, 1, 1, 1}, 2) == Numbers{0, 2});
  CHECK(resampled({1, 2, 1}, 4) == Numbers{0, 1, 1, 2});
  CHECK(resampled({0, 5, 0}, 3) == Numbers{1, 1, 1});
  CHECK(resampled({1, 1, 0}, 4) == Numbers{0, 0, 1, 1});
  // However many, the shares come out to one draw.
  std::vector<double> const weights = {0.7, 0.05, 0.25};
  std::vector<int> times(3);
  for (auto const draw : resampled(weights, 1000)) ++times[draw];
  CHECK(times == std::vector<int>{700, 50, 250});
}

TEST_CASE("given draws: what is wrong is said with its place", "[unit][scenario]") {
  CHECK(refusal("") == "d.csv: is empty; a table of draws has the columns draw, path and value\n");
  CHECK(refusal("draw,value\n1,2\n") == "d.csv: has no column path\n");
  CHECK(refusal("draw,path,value,wieght\n") ==
        "d.csv:1:17: wieght is no column of a table of draws; there are draw, path, value and "
        "weight\n");
  CHECK(refusal("draw,path,value\n1,world.skills.lerning_rate,0.1\n") ==
        "d.csv:2:3: world.skills.lerning_rate is not a parameter; did you mean "
        "world.skills.learning_rate?\n");
  CHECK(refusal("draw,path,value\n1,world.skills.learning_rate,1.5\n") ==
        "d.csv:2:30: world.skills.learning_rate is 1.5 per month at full dose; it must lie in [0, "
        "1]\n");
  CHECK(refusal("draw,path,value\n1,world.skills.on,0.5\n") ==
        "d.csv:2:19: world.skills.on is 0.5; it must be 0 (false) or 1 (true)\n");
  CHECK(refusal("draw,path,value\n1,world.skills.on,nan\n") ==
        "d.csv:2:19: world.skills.on is nan; it must be a number\n");
  CHECK(refusal("draw,path,value\n0,world.skills.on,1\n") ==
        "d.csv:2:1: draw is 0; it must be a whole number from 1 on\n");
  CHECK(refusal("draw,path,value\n1,run.months,1\n").find("run.months cannot be drawn") !=
        std::string::npos);
  CHECK(refusal("draw,path,value\n1,world.skills.on,1\n1,world.skills.on,1\n") ==
        "d.csv:3:19: world.skills.on is there twice in draw 1\n");
  CHECK(refusal("draw,path,value\n1,world.skills.on,1\n2,world.skills.learning_rate,0.1\n") ==
        "d.csv: draw 1 has no value of world.skills.learning_rate; all draws have the same paths\n"
        "d.csv: draw 2 has no value of world.skills.on; all draws have the same paths\n");
  CHECK(refusal("draw,path,value,weight\n1,world.skills.on,1,-1\n") ==
        "d.csv:2:21: weight is -1; it must be 0 or more\n");
  CHECK(refusal("draw,path,value,weight\n1,world.skills.on,1,0\n") ==
        "d.csv: weight is 0 in every draw; one must be above 0\n");
  CHECK(
      refusal(
          "draw,path,value,weight\n1,world.skills.on,1,1\n1,world.skills.learning_rate,0.1,2\n") ==
      "d.csv:3:34: weight is 2, and another line of draw 1 has 1; a draw has one weight\n");
}

TEST_CASE("given draws: what does not fit the scenario is refused or told", "[unit][scenario]") {
  auto const given = parse_draws(table, "d.csv");
  auto const refused = [&](Scenario scenario) {
    scenario.file = "s.yaml";
    return problems_of([&] { use_draws(scenario, given); });
  };
  CHECK(refused(uncertain_scenario(3)) ==
        "d.csv: holds 2 draws; the run asks for 3; give --draws 2 or less\n");
  CHECK(refused(scenario_of("")).find("nothing is uncertain here") != std::string::npos);
  CHECK(refused(scenario_of(
            "run: {parameter_draws: 2}\nworld: {shocks: {keep: {uniform: [0.9, 0.95]}}}\n")) ==
        "d.csv: has no draws of world.shocks.keep, which is uncertain in s.yaml; give it a number "
        "there, or draws here\n");
  auto fixed = scenario_of(
      "run: {parameter_draws: 2}\nworld: {skills: {learning_rate: {uniform: [0, 0.2]}}}\n");
  use_draws(fixed, given);
  auto const told = std::ranges::find(fixed.warnings, std::string("d.csv"), &Warning::place);
  REQUIRE(told != fixed.warnings.end());
  CHECK(
      told->what ==
      "has draws of world.skills.on and policy.assessment.gap, which the scenario gives a number");
}

TEST_CASE("given draws: a source that is no file is refused with those that are possible",
          "[unit][scenario]") {
  auto scenario = uncertain_scenario(2);
  use_draws_from(scenario, "");
  use_draws_from(scenario, "prior");
  CHECK(scenario.uncertain.front().prior.shape == Prior::Shape::uniform);
  CHECK(problems_of([&] { use_draws_from(scenario, "no/such.csv"); }) ==
        "--draws-from: no/such.csv is not there; it takes prior, posterior or a file of draws\n");
}
