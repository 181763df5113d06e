#include "analysis/evidence.h"

#include "base/text.h"
#include "support/policies.h"
#include "support/sources.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <limits>
#include <map>
#include <set>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

Finding with_rule(PassRule rule, double number = 0, double standard_error = 0) {
  Finding finding;
  finding.rule = rule;
  finding.value = number;
  finding.bound = number;
  finding.standard_error = standard_error;
  return finding;
}

FindingVerdict verdict(Finding const& finding, double lower, double upper) {
  return judge(finding, lower, upper).verdict;
}

constexpr auto yes = FindingVerdict::reproduced;
constexpr auto no = FindingVerdict::not_reproduced;
constexpr auto vague = FindingVerdict::too_vague;

std::vector<fs::path> shipped_experiments() {
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(source_folder() / "scenarios" / "evidence"))
    files.push_back(entry.path());
  return files;
}

}  // namespace

TEST_CASE("evidence: a number must lie inside an interval that says something", "[unit]") {
  auto const published = with_rule(PassRule::value, 6);
  CHECK(verdict(published, 4, 9) == yes);
  CHECK(verdict(published, 6, 12) == yes);
  CHECK(verdict(published, 3, 9.1) == vague);
  CHECK(verdict(published, 7, 9) == no);
  CHECK(verdict(published, 3, 5) == no);
  CHECK(verdict(with_rule(PassRule::value, 6, 2), 2, 10) == yes);  // four errors are 8
  CHECK(verdict(with_rule(PassRule::value, 6, 2), 2, 10.1) == vague);
  CHECK(verdict(with_rule(PassRule::value, -6), -9, -3) == yes);
  CHECK(verdict(with_rule(PassRule::value, 0), -1, 1) == vague);
}

TEST_CASE("evidence: a sign holds when the whole interval has it", "[unit]") {
  CHECK(verdict(with_rule(PassRule::positive), 0.1, 2) == yes);
  CHECK(verdict(with_rule(PassRule::positive), -0.1, 2) == vague);
  CHECK(verdict(with_rule(PassRule::positive), -2, -0.1) == no);
  CHECK(verdict(with_rule(PassRule::positive), 0, 0) == no);
  CHECK(verdict(with_rule(PassRule::negative), -2, -0.1) == yes);
  CHECK(verdict(with_rule(PassRule::negative), -2, 0) == vague);
}

TEST_CASE("evidence: nothing, at least and at most are bounds on the whole interval", "[unit]") {
  CHECK(verdict(with_rule(PassRule::near_zero, 2), -2, 2) == yes);
  CHECK(verdict(with_rule(PassRule::near_zero, 2), -1, 3) == vague);
  CHECK(verdict(with_rule(PassRule::near_zero, 2), 2.1, 3) == no);
  CHECK(verdict(with_rule(PassRule::at_least, 67), 67, 80) == yes);
  CHECK(verdict(with_rule(PassRule::at_least, 67), 60, 80) == vague);
  CHECK(verdict(with_rule(PassRule::at_least, 67), 50, 60) == no);
  CHECK(verdict(with_rule(PassRule::at_most, 67), 50, 60) == yes);
}

TEST_CASE("evidence: what cannot be expressed is not reproduced, what is not defined is vague",
          "[unit]") {
  auto beyond = with_rule(PassRule::cannot);
  beyond.note = "there is no place for it";
  CHECK(judge(beyond, 0, 0).verdict == no);
  CHECK(judge(beyond, 0, 0).why == "there is no place for it");
  auto const nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(verdict(with_rule(PassRule::positive), nan, nan) == vague);
}

TEST_CASE("evidence: every row of a scenario gets a verdict, over draws and variants", "[unit]") {
  auto const scenario = scenario_of(
      "run: {months: 12, parameter_draws: 10, replicates: 1}\n"
      "population: {households: 1500}\n"
      "world: {money: {buffer_target: {uniform: [0.1, 0.5]}}}\n"
      "policies: [{name: control}, {name: cash, events: [{month: 2026-01, cash: {line_months: "
      "2}}]}]\n"
      "sweep: {world.enterprise.structure: [concave, threshold]}\n"
      "findings:\n"
      "  - {finding: A, id: A1, role: validation, source: s, outcome: savings, published: '+', "
      "measure: savings, month: 1, sign: positive}\n"
      "  - {finding: A, id: A2, role: constraint, source: s, outcome: savings, published: '-', "
      "measure: savings, month: 1, sign: negative}\n"
      "  - {finding: B, id: B1, role: validation, source: s, outcome: fades, published: '-', "
      "measure: savings, month: 12, than: {month: 1}, sign: negative}\n");
  auto const areas = read_areas(source_folder() / "scenarios" / "data" / "provinces.csv");
  auto const rows = gather_evidence(scenario, areas, {.jobs = 2});
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].draws == 20);
  CHECK(rows[0].verdict == yes);
  CHECK(rows[1].verdict == FindingVerdict::constraint);
  CHECK(rows[1].why.starts_with("would be not reproduced"));
  CHECK(rows[2].verdict == yes);
  CHECK(rows[0].lower <= rows[0].simulated);
  CHECK(rows[0].simulated <= rows[0].upper);
  CHECK(rows[0].standard_error > 0);
  auto const counts = count_findings(rows);
  CHECK(counts.reproduced == 2);
  CHECK(counts.all() == 2);
  // The same again, whatever the threads.
  auto const again = gather_evidence(scenario, areas, {.jobs = 1});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].simulated == again[i].simulated);
    CHECK(rows[i].lower == again[i].lower);
  }
}

TEST_CASE("evidence: few draws hold no interval, and say so", "[unit]") {
  auto const scenario = scenario_of(
      "run: {months: 1, parameter_draws: 3, replicates: 1}\n"
      "population: {households: 800}\n"
      "policies: [{name: control}, {name: cash, events: [{month: 2026-01, cash: {line_months: "
      "2}}]}]\n"
      "findings:\n"
      "  - {finding: A, id: A1, role: validation, source: s, outcome: savings, published: '+', "
      "measure: savings, month: 1, sign: positive}\n");
  auto const areas = read_areas(source_folder() / "scenarios" / "data" / "provinces.csv");
  auto const rows = gather_evidence(scenario, areas, {.jobs = 2});
  CHECK(rows[0].verdict == vague);
  CHECK(rows[0].why == "3 draws hold no 90 percent interval; take 19 or more");
}

TEST_CASE("evidence: every published row of the evidence has its experiment", "[scenario]") {
  std::map<std::string, std::string> roles;  // by id
  for (auto const& file : shipped_experiments()) {
    INFO(file.string());
    for (auto const& finding : read_scenario(file, {}, {}).findings) {
      roles[finding.id] = finding.role;
      CHECK(finding.finding.size() > 3);
    }
  }
  CHECK(roles.size() == 32);
  auto const published = source_folder() / ".." / "shared" / "evidence" / "effects_validation.csv";
  if (!fs::exists(published)) return;
  auto const text = bytes_of(published);
  std::set<std::string> met;
  for (auto const line : split(text, '\n')) {
    auto const at = line.find(",E");
    if (at == std::string_view::npos || line.starts_with("role,")) continue;
    // role,finding,id: the finding may hold commas within quotes, so the id is looked for.
    for (auto const& [id, role] : roles) {
      if (line.find("," + id + ",") == std::string_view::npos) continue;
      met.insert(id);
      INFO(id);
      // One row was held out there, and has led to the life cycle since.
      bool const used_since = id == "E168" && role == "constraint";
      CHECK((used_since || line.starts_with(role + ",")));
    }
  }
  CHECK(met.size() == roles.size());
}
