// Published findings from their rows: told, compared, and written as they are read.
#include "scenario/blocks/read_findings.h"
#include "scenario/describe/difference.h"
#include "scenario/describe/reference.h"
#include "scenario/describe/resolved.h"
#include "scenario/text/groups.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <set>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

std::string const head =
    "run: {months: 24}\n"
    "policies: [{name: control}, {name: \"treated: all\"}]\n"
    "findings:\n";

std::string const told = "{finding: F1, id: E1, role: validation, source: X, outcome: y, ";

/// A finding of each rule, and of each way to compare.
std::string const each_rule =
    "  - " + told + "measure: savings, month: 12, value: 4.5, standard_error: 2, note: n}\n" +
    "  - " + told + "published: up, measure: active, month: 0, unit: points, sign: positive}\n" +
    "  - " + told +
    "published: up, measure: active, month: 3, sign: negative, group: left_self_reliant}\n" +
    "  - " + told + "published: same, measure: earned, month: 24, within: 5, " +
    "than: {month: 12, arm: control, against: \"treated: all\"}}\n" + "  - " + told +
    "published: most, measure: savings, of: earned, month: 9, unit: share, at_least: 67}\n" +
    "  - " + told + "published: few, measure: active, month: 9, unit: share, at_most: 67}\n" +
    "  - " + told + "published: more, cannot: \"no \\\"place\\\" for it\"}\n";

std::string between(std::string const& first, std::string const& second) {
  return lines_of(
      differences(scenario_of(head + "  - " + first), scenario_of(head + "  - " + second)));
}

}  // namespace

TEST_CASE("findings: a scenario that differs only in one says so", "[unit][scenario]") {
  auto const start = told + "published: p, measure: earned, ";
  CHECK(between(start + "month: 12, within: 5}\n", start + "month: 24, at_most: 7}\n") ==
        "findings[0].within: 5 -> none\n"
        "findings[0].month: 12 -> 24 months\n"
        "findings[0].at_most: none -> 7\n");
  CHECK(between(start + "month: 12, within: 5}\n",
                start + "month: 12, within: 5, than: {month: 6}}\n")
            .starts_with("findings[0].than: none -> "));
  CHECK(between(start + "month: 12, sign: positive}\n", start + "month: 12, sign: positive}\n") ==
        "no difference\n");
}

TEST_CASE("findings: they are written as they are read", "[unit][scenario]") {
  auto const scenario = scenario_of(head + each_rule);
  auto const resolved = resolved_yaml(scenario);
  INFO(resolved);
  Folder const folder;
  auto const again = read_scenario(folder.file("again.yaml", resolved));
  CHECK(resolved_yaml(again) == resolved);
  CHECK(differences(scenario, again).empty());
  REQUIRE(again.findings.size() == scenario.findings.size());
  for (std::size_t i = 0; i < again.findings.size(); ++i) {
    auto const &one = scenario.findings[i], &other = again.findings[i];
    INFO(i);
    CHECK(one.rule == other.rule);
    CHECK(one.value == other.value);
    CHECK(one.bound == other.bound);
    CHECK(one.standard_error == other.standard_error);
    CHECK(one.note == other.note);
    CHECK(one.effect == other.effect);
    CHECK(one.than == other.than);
  }
}

TEST_CASE("findings: every key is told by some finding, and stands on the page",
          "[unit][scenario]") {
  auto const scenario = scenario_of(head + each_rule);
  std::set<std::string, std::less<>> met;
  for (auto const& finding : scenario.findings) {
    tell_finding(finding, scenario,
                 [&](BlockKey const& key, std::string const&) { met.insert(key.path); });
  }
  for (auto const* const block : {&rows_of_item<Finding>(), &rows_of_item<Effect>()}) {
    for (auto const& key : block->keys) {
      INFO(key.path);
      CHECK(met.contains(key.path));
      CHECK(explanation(key.path).find(key.meaning) != std::string::npos);
    }
  }
}
