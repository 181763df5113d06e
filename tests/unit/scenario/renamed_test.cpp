// A measure by the name that it had: understood wherever a scenario names one, and warned of once.
#include "scenario/renamed.h"

#include "model/family_outcomes.h"
#include "outcome/measures.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Scenario read(std::string const& text) {
  Folder const folder;
  auto const file = folder.file("scenario.yaml", "format: 1\nquestion: Which one?\n" + text);
  return read_scenario(file, {}, measure_names());
}

void check_warned(Scenario const& scenario, std::string_view place) {
  REQUIRE(scenario.warnings.size() == 1);
  auto const& warning = scenario.warnings.front();
  CHECK(warning.place.ends_with(place));
  CHECK(warning.what == "fallen_back is now called fell_back, and read so");
  CHECK(warning.consequence.starts_with("only families that were above the poverty line"));
}

}  // namespace

TEST_CASE("renamed: old names lead to measures that exist, and are none themselves",
          "[unit][scenario]") {
  for (auto const& [before, now, consequence] : renamed_measures) {
    CHECK_FALSE(find_measure(before).has_value());
    CHECK(find_measure(now).has_value());
    CHECK_FALSE(consequence.empty());
  }
  CHECK_FALSE(find_outcome("fallen_back").has_value());
  CHECK(find_outcome("fell_back").has_value());
  CHECK(renamed_measure("fell_back") == nullptr);
}

TEST_CASE("renamed: the list of measures that are written", "[unit][scenario]") {
  auto const scenario = read("output: {measures: [active, fallen_back]}\n");
  CHECK(scenario.output.measures.at(1) == "fell_back");
  check_warned(scenario, "scenario.yaml:3:29");
}

TEST_CASE("renamed: what is divided, and what is looked for", "[unit][scenario]") {
  auto const divided = read("attribute: {measure: fallen_back, groups: {a: [world.peers.on]}}\n");
  REQUIRE(divided.attribution.has_value());
  CHECK(divided.attribution->measure == "fell_back");
  check_warned(divided, "scenario.yaml:3:22");
}

TEST_CASE("renamed: what a finding measures, and what it is a share of", "[unit][scenario]") {
  auto const scenario = read(
      "policies: [{name: control}, {name: treated}]\n"
      "findings:\n"
      "  - {finding: F1, id: E1, role: validation, source: X, outcome: y, published: p, "
      "measure: fallen_back, of: fallen_back, unit: share, month: 12, at_most: 7}\n"
      "  - {finding: F2, id: E1, role: validation, source: X, outcome: y, published: p, "
      "measure: savings, month: 12, within: 5, than: {measure: fallen_back}}\n");
  auto const fell_back = *find_outcome("fell_back");
  CHECK(scenario.findings.at(0).effect.mean.outcome == fell_back);
  CHECK(scenario.findings.at(0).effect.of == fell_back);
  REQUIRE(scenario.findings.at(1).than.has_value());
  CHECK(scenario.findings.at(1).than->mean.outcome == fell_back);
  CHECK(scenario.warnings.size() == 1);
}
