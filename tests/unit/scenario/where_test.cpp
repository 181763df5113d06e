#include "scenario/where.h"

#include "parameters/lookup.h"
#include "population/islands.h"
#include "scenario/describe/effective.h"
#include "scenario/describe/resolved.h"
#include "scenario/idle_policies.h"
#include "scenario/timeline.h"
#include "scenario/variants.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

constexpr auto by_island =
    "run: {start: 2026-01, months: 24}\n"
    "policies:\n"
    "  - name: today\n"
    "  - name: by island\n"
    "    changes:\n"
    "      - {from: 2026-01, where: {island: Jawa}, caseload: {households_per_facilitator: 350}}\n"
    "      - {from: 2026-01, where: {island: [Papua]}, caseload: {households_per_facilitator: "
    "100}}\n";

Area area(std::string name, std::string_view island, std::string province = {}) {
  return {.name = std::move(name),
          .province = std::move(province),
          .island = island_called(island).value_or(-1)};
}

std::vector<Levers> levers_in(Scenario const& scenario, std::size_t policy, Area const& here,
                              ShareReached const& share = {}) {
  return levers_by_month(scenario.policies.at(policy), scenario.policies.front(), scenario.run,
                         here, share);
}

float caseload_in(Scenario const& scenario, Area const& here, std::size_t month) {
  return levers_in(scenario, 1, here).at(month).caseload.households_per_facilitator;
}

std::string value_of(Scenario const& scenario, std::string const& path) {
  auto const values = effective_values(scenario);
  auto const found = std::ranges::find(values, path, &EffectiveValue::path);
  return found == values.end() ? "not there" : found->value;
}

}  // namespace

TEST_CASE("where: one on Java and another in Papua take two changes of one month",
          "[unit][scenario]") {
  auto const scenario = scenario_of(by_island);
  CHECK(caseload_in(scenario, area("Banten", "Java"), 1) == 350);
  CHECK(caseload_in(scenario, area("Papua Selatan", "Papua"), 1) == 100);
  CHECK(caseload_in(scenario, area("Aceh", "Sumatra"), 24) == 300);
  CHECK(caseload_in(scenario, area("Banten", "Java"), 0) == 300);
  CHECK(scenario.places.size() == 3);
  CHECK(scenario_of("policies: [{name: today}]\n").places.size() == 1);
}

TEST_CASE("where: what is written says where it holds, and is read again", "[unit][scenario]") {
  auto const scenario = scenario_of(by_island);
  auto const resolved = resolved_yaml(scenario);
  CHECK(resolved.find("        where: {island: [Java]}\n") != std::string::npos);
  Folder const folder;
  auto const again = read_scenario(folder.file("again.yaml", resolved));
  CHECK(resolved_yaml(again) == resolved);
  CHECK(caseload_in(again, area("Banten", "Java"), 1) == 350);
  CHECK(value_of(scenario, "policies.by island.caseload.households_per_facilitator") ==
        "300, then 350 from 2026-01 in Java, then 100 from 2026-01 in Papua");
}

TEST_CASE("where: a name means the area or the province, and both keys are added up",
          "[unit][scenario]") {
  Where const where{.islands = {*island_called("Java")}, .areas = {"Nusa Tenggara Barat"}};
  CHECK(holds_in(where, area("Bogor", "Java")));
  CHECK(holds_in(where, area("Lombok Utara", "", "Nusa  tenggara BARAT")));
  CHECK_FALSE(holds_in(where, area("Aceh", "Sumatra", "Aceh")));
  CHECK_FALSE(holds_in({.islands = {0}}, Area{.name = "nowhere"}));
  CHECK(holds_in({}, Area{}));
  CHECK(text_of(where) == "Java and Nusa Tenggara Barat");
}

TEST_CASE("where: changes and events of a policy hold in the areas of both", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "run: {start: 2026-01, months: 12}\npolicies:\n  - name: today\n  - name: some\n"
      "    where: {island: Sumatra}\n    sessions: {per_month: 2}\n"
      "    changes: [{from: 2026-03, where: {area: [Aceh, riau]}, visits: {targeting: equal}}]\n"
      "    events: [{month: 2026-02, cash: {line_months: 1, where: {area: Aceh}}}, "
      "{month: 2026-02, own_card: {}}]\n");
  auto const& policies = scenario.policies;
  auto const levers = [&](Area const& here) { return levers_in(scenario, 1, here).back(); };
  auto const events = [&](Area const& here) {
    return events_of(policies[1], policies[0], here).size();
  };
  auto const aceh = area("Aceh", "Sumatra"), jambi = area("Jambi", "Sumatra"),
             bali = area("Bali", "Bali and Nusa Tenggara");
  Levers const usual;
  CHECK(levers(aceh).sessions.per_month == 2);
  CHECK(levers(aceh).visits.targeting == VisitTargeting::equal);
  CHECK(levers(jambi).sessions.per_month == 2);
  CHECK(levers(jambi).visits.targeting == usual.visits.targeting);
  CHECK(levers(bali).sessions.per_month == usual.sessions.per_month);
  CHECK(events(aceh) == 2);
  CHECK(events(jambi) == 1);
  CHECK(events(bali) == 0);
  CHECK(value_of(scenario, "policies.some") == "a policy in Sumatra");
  CHECK(value_of(scenario, "policies.some.visits.targeting")
            .ends_with("then equal from 2026-03 in Aceh and Riau, of Sumatra"));
}

TEST_CASE("where: areas of their own follow a baseline that has some as well", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "run: {start: 2026-01, months: 12}\npolicies:\n  - name: today\n"
      "    changes: [{from: 2026-02, where: {island: Java}, sessions: {per_month: 2}}]\n"
      "  - name: other\n    caseload: {households_per_facilitator: 200}\n");
  auto const java = levers_in(scenario, 1, area("Banten", "Java")).back();
  CHECK(java.sessions.per_month == 2);
  CHECK(java.caseload.households_per_facilitator == 200);
  CHECK(levers_in(scenario, 1, area("Aceh", "Sumatra")).back().sessions.per_month ==
        Levers{}.sessions.per_month);
}

TEST_CASE("where: a number of the nation is that of the areas together", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "run: {start: 2026-01, months: 12}\npolicies:\n  - name: today\n"
      "    target: {families: 400000}\n"
      "  - name: Java first\n    where: {island: Java}\n    target: {families: 100000}\n"
      "    sessions: {per_month: 2}\n");
  // With a quarter of the families, a share of 400,000 in the nation is 100,000.
  auto const quarter = [](Policy const&, Where const&) { return 0.25; };
  auto const java = levers_in(scenario, 1, area("Banten", "Java"), quarter).back();
  CHECK(java.target.families == 400000);
  CHECK(java.sessions.per_month == 2);
  CHECK(levers_in(scenario, 1, area("Aceh", "Sumatra"), quarter).back().target.families == 400000);
}

TEST_CASE("where: a policy that differs in some areas alone is not the baseline",
          "[unit][scenario]") {
  auto const scenario = scenario_of(by_island);
  Areas areas;
  areas.rows = {area("Banten", "Java")};
  for (auto const& warning : warnings_of_idle(scenario, areas)) CHECK(warning.what.empty());
}

TEST_CASE("where: a sweep moves a lever where the policy holds", "[unit][scenario]") {
  auto const scenario = scenario_of(
      "policies:\n  - name: today\n  - {name: some, where: {island: Papua}}\n"
      "sweep: {policy.caseload.households_per_facilitator: [100, 200]}\n");
  auto const setting = setting_of(scenario, variants_of(scenario).back(), 0);
  auto const caseload = [&](Area const& here) {
    return levers_by_month(setting.policies[1], setting.policies[0], scenario.run, here)
        .back()
        .caseload.households_per_facilitator;
  };
  CHECK(caseload(area("Papua Barat", "Papua")) == 200);
  CHECK(caseload(area("Aceh", "Sumatra")) == 300);
  CHECK(setting.places.size() == 2);
}
