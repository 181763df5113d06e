// Texts that are no scenario cost little time and few words, and are not shown to whom they may
// not belong.
#include "command/problem_list.h"
#include "scenario_support.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// "KEY0: 1", "KEY1: 1", ..., one a line.
std::string numbered(std::string const& before, int count, std::string const& after) {
  std::string text;
  for (int i = 0; i < count; ++i) text += before + std::to_string(i) + after;
  return text;
}

std::vector<Problem> problems_in(std::string const& text) {
  try {
    (void)scenario_of(text);
  } catch (ScenarioError const& error) {
    return error.problems;
  }
  return {};
}

double seconds_of(std::function<void()> const& act) {
  auto const began = std::chrono::steady_clock::now();
  act();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

TEST_CASE("limits: tens of thousands of mistakes are neither searched for nor listed",
          "[scenario]") {
  auto const unknown_keys = numbered("k", 60000, ": \n");
  auto const unknown_subgroups = "output: {strata: [" + numbered("m", 60000, ", ") + "]}\n";
  auto const wrong_values =
      "sweep: {policy.sessions.per_month: [" + numbered("x", 60000, ", ") + "]}\n";
  auto const given_twice = numbered("", 30000, ": 1\n") + numbered("", 30000, ": 1\n");
  for (auto const& text : {unknown_keys, unknown_subgroups, wrong_values, given_twice}) {
    CAPTURE(text.substr(0, 40));
    std::vector<Problem> problems;
    CHECK(seconds_of([&] { problems = problems_in(text); }) < 10);
    REQUIRE(problems.size() == 1001);
    CHECK(problems.back().text.find("reading stopped here") != std::string::npos);
    auto const list = problem_list(problems);
    CHECK(std::ranges::count(list, '\n') == 102);
    CHECK(list.find("... and 901 more\n1001 problems; nothing was run\n") != std::string::npos);
    CHECK(list.size() < 100000);
  }
}

TEST_CASE("limits: many values that are right are read in little time", "[scenario]") {
  std::string values;
  for (int i = 0; i < 40000; ++i) values += std::to_string(100 + i / 100.0) + ", ";
  auto const text = "sweep: {policy.caseload.households_per_facilitator: [" + values + "]}\n";
  CHECK(seconds_of([&] { CHECK(scenario_of(text).sweep.front().values.size() == 40000); }) < 10);
  CHECK(seconds_of([&] {
          CHECK(scenario_of("policies:\n" + numbered("  - name: p", 20000, "\n")).policies.size() ==
                20000);
        }) < 10);
}

TEST_CASE("limits: a chain of extends has an end", "[scenario]") {
  auto const end_of_chain = [](int files) {
    Folder const folder;
    for (int i = 1; i < files; ++i) {
      folder.file("e" + std::to_string(i) + ".yaml",
                  "format: 1\nquestion: x\nextends: e" + std::to_string(i - 1) + ".yaml\n");
    }
    folder.file("e0.yaml", "format: 1\nquestion: x\n");
    return problems_of(
        [&] { (void)read_scenario(folder.path() / ("e" + std::to_string(files - 1) + ".yaml")); });
  };
  CHECK(end_of_chain(20).empty());
  CHECK(end_of_chain(21).find("e1.yaml:3:10: extends is e0.yaml, but 20 files extend one another "
                              "already, and more may not; write the values of some of them into "
                              "one file") != std::string::npos);
  CHECK(end_of_chain(500).find("20 files extend one another already") != std::string::npos);
}

TEST_CASE("limits: a file that is not a scenario is not shown by who extends it", "[scenario]") {
  for (std::string const secret :
       {"root:$6$hidden:19000:0:99999:7:::\nuser:$6$hidden2:19000::::::\n", "hidden: 1\nother: 2\n",
        "hidden: 1\nhidden: 2\n", "hidden: !tag 1\n", "- hidden\n", "hidden: [1, 2\n", "hidden"}) {
    CAPTURE(secret);
    Folder const folder;
    folder.file("secret", secret);
    auto const file = folder.file("s.yaml", "format: 1\nquestion: x\nextends: secret\n");
    auto const said = problems_of([&] { (void)read_scenario(file); });
    CHECK_FALSE(said.empty());
    CHECK(said.find("hidden") == std::string::npos);
  }
  Folder const folder;
  folder.file("secret", "hidden: 1\n");
  auto const file = folder.file("s.yaml", "format: 1\nquestion: x\nextends: secret\n");
  CHECK(problems_of([&] { (void)read_scenario(file); })
            .find("s.yaml:3:10: extends is secret, which is not a scenario: it does not begin with "
                  "format: 1") != std::string::npos);
}

TEST_CASE("limits: a file that holds no draws is not shown by who names it", "[scenario]") {
  Folder const folder;
  folder.file("secret", "hidden word\n0.4\n");
  auto const file = folder.file("s.yaml",
                                "format: 1\nquestion: x\n"
                                "world: {skills: {learning_rate: {draws: secret}}}\n");
  auto const said = problems_of([&] { (void)read_scenario(file); });
  CHECK(said.find("secret:1:1: world.skills.learning_rate") != std::string::npos);
  CHECK(said.find("names a file with a line that is not a number") != std::string::npos);
  CHECK(said.find("hidden") == std::string::npos);
}
