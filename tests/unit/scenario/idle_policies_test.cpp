#include "scenario/idle_policies.h"

#include "../../scenario/scenario_support.h"
#include "scenario/short_runs.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

std::string const plain =
    "area,poverty_rate_pct,poverty_gap_pct,population_thousand,poverty_line_rp_month\n"
    "north,10,1.5,4000,600000\nsouth,20,3,2000,500000\n";
std::string const with_hard =
    "area,poverty_rate_pct,poverty_gap_pct,population_thousand,poverty_line_rp_month,"
    "hard_area_share\nnorth,10,1.5,4000,600000,0.5\nsouth,20,3,2000,500000,0\n";
std::string const counted =
    "area,poverty_rate_pct,poverty_gap_pct,population_thousand,poverty_line_rp_month,"
    "facilitators\nnorth,10,1.5,4000,600000,200\nsouth,20,3,2000,500000,900\n";

std::string lines_of(std::vector<Warning> const& warnings) {
  std::string lines;
  for (auto const& w : warnings) lines += w.what + "; " + w.consequence + "\n";
  return lines;
}

/// What is said of policies, one line for each warning.
std::string idle(std::string const& text, std::string const& areas = plain) {
  return lines_of(warnings_of_idle(scenario_of(text), parse_areas(areas, "areas.csv")));
}

std::string second(std::string const& keys) {
  return "policies: [{name: today}, {name: b, " + keys + "}]\n";
}

std::string const same =
    "policy b is the same as the baseline today in every month; "
    "all differences between them are 0\n";

}  // namespace

TEST_CASE("idle policies: one that is the baseline in every month is told of", "[unit][scenario]") {
  CHECK(idle("policies: [{name: today}, {name: b}]\n") == same);
  CHECK(idle(second("caseload: {households_per_facilitator: 300}")) == same);
  CHECK(idle(second("from: 2027-01, sessions: {hours: 2}")) == same);
  CHECK(idle(second("caseload: {households_per_facilitator: 299}")).empty());
  CHECK(idle(second("changes: [{from: 2035-12, sessions: {hours: 3}}]")).empty());
  auto const scenario = scenario_of("policies:\n  - name: today\n  - name: b\n");
  auto const warnings = warnings_of_idle(scenario, parse_areas(plain, "areas.csv"));
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].place.ends_with("scenario.yaml"));
}

TEST_CASE("idle policies: a list that nobody is admitted from is told of", "[unit][scenario]") {
  std::string const joined = "population: {intake: {new_families: 1}}\n";
  std::string const nobody =
      "population.intake.new_families is 1, but no policy sets policy.programme.quota; new "
      "families "
      "join the waiting list and nobody is admitted from it; give the programme places, as "
      "scenarios/today.yaml does\n";
  CHECK(idle(joined + second("sessions: {hours: 3}")) == nobody);
  CHECK(idle(joined + second("programme: {quota: 1000000}")).empty());
  CHECK(idle(joined + "policies: [{name: today, programme: {quota: 1000000}}]\n").empty());
  CHECK(idle(joined + "sweep: {policy.programme.quota: [0, 1000000]}\n" +
             second("sessions: {hours: 3}"))
            .find("nobody is admitted") == std::string::npos);
}

TEST_CASE("idle policies: what the baseline does later is no difference", "[unit][scenario]") {
  std::string const baseline =
      "policies: [{name: today, changes: [{from: 2028-01, sessions: {hours: 3}}]}, {name: b, ";
  CHECK(idle(baseline + "changes: [{from: 2028-01, sessions: {hours: 3}}]}]\n") == same);
  CHECK(idle(baseline + "changes: [{from: 2028-02, sessions: {hours: 3}}]}]\n") == same);
  CHECK(idle(baseline + "sessions: {hours: 3}}]\n").empty());
}

TEST_CASE("idle policies: two that are the same as each other are told of once",
          "[unit][scenario]") {
  CHECK(idle("policies: [{name: today}, {name: b, sessions: {hours: 3}}, "
             "{name: c, sessions: {hours: 3}}]\n") ==
        "policy c is the same as policy b in every month; all differences between them are 0\n");
}

TEST_CASE("idle policies: a lever whose mechanism is off does nothing", "[unit][scenario]") {
  CHECK(idle("world: {labelling: {on: false}}\n" + second("labelling: {share: 0.5}")) ==
        "policy b sets policy.labelling.share, but world.labelling.on is false; the lever changes "
        "nothing\n" +
            same);
  CHECK(idle("world: {competence: {on: false}}\n" + second("training: {courses_per_year: 1}")) ==
        "policy b sets policy.training.courses_per_year, but world.competence.on is false; courses "
        "are paid for and teach nothing\n");
}

TEST_CASE("idle policies: a target of 0 is none, and what builds on it does nothing",
          "[unit][scenario]") {
  CHECK(idle(second("target: {families: 0}")) == same);
  CHECK(idle(second("target: {families: 0, enforced: 1.5}")) ==
        "policy b sets policy.target.enforced, but policy.target.families is 0; there is no "
        "target\n" +
            same);
  CHECK(idle(second("target: {families: 400000, enforced: 1.5}")).empty());
  CHECK(idle(second("visits: {focus: 0.2}")) ==
        "policy b sets policy.visits.focus, but policy.visits.targeting is due; no part of the "
        "caseload is chosen, so the lever changes nothing\n" +
            same);
  // What the baseline prepares and another policy uses is not idle.
  CHECK(idle("policies: [{name: today, target: {enforced: 1}}, {name: b, target: {families: "
             "400000}}]\n")
            .empty());
}

TEST_CASE("idle policies: a quota without anybody who waits leaves places free",
          "[unit][scenario]") {
  std::string const quota = "policies: [{name: today, programme: {quota: 10000000}}]\n";
  CHECK(idle(quota) ==
        "the baseline today sets policy.programme.quota, but population.intake.reserve_share is 0; "
        "nobody waits, so freed places stay free\n");
  CHECK(idle(quota + "population: {intake: {reserve_share: 1}}\n").empty());
  CHECK(idle(quota + "sweep: {population.intake.reserve_share: [0.5, 1]}\n").empty());
}

TEST_CASE("idle policies: events that reach nobody are none", "[unit][scenario]") {
  auto const grant = [](std::string const& keys) {
    return second("events: [{month: 2026-06, grant: {line_months: 2, " + keys + "}}]");
  };
  CHECK(idle(grant("share: 0")) ==
        "policy b has an event, {month: 2026-06, grant: {line_months: 2, share: 0, unit: family, "
        "arm: 1}}, but share is 0; the event changes nothing\n" +
            same);
  CHECK(idle(grant("share: 0.1")).empty());
  CHECK(idle("world: {enterprise: {on: false}}\n" + grant("share: 1")).ends_with(same));
}

TEST_CASE("idle policies: a rule of allotment that the areas file gives nothing to go by",
          "[unit][scenario]") {
  auto const allot = [](std::string const& rule) {
    return second("caseload: {allotment: " + rule + "}");
  };
  std::string const hard =
      "policy b allots facilitators by hard_areas, but no area has a hard_area_share above 0 (is "
      "the column missing?); every district has as many families per facilitator\n";
  CHECK(idle(allot("hard_areas")) == hard + same);
  CHECK(idle(allot("hard_areas"), with_hard).empty());
  CHECK(idle("population: {districts: {hard_weight: 1}}\n" + allot("hard_areas"), with_hard) ==
        "policy b allots facilitators by hard_areas, but population.districts.hard_weight is 1; "
        "every district has as many families per facilitator\n" +
            same);
  // Where equal_ratio follows the file's own counts, an even rule is another one.
  CHECK(idle(allot("hard_areas"), counted) == hard);
  CHECK(idle(allot("by_need")).empty());
  CHECK(idle(allot("equal_number")).empty());
}

TEST_CASE("idle policies: further facilitators that a rule cannot send anywhere in particular",
          "[unit][scenario]") {
  auto const sent = [](std::string const& rule) {
    return second("caseload: {more_facilitators: 500, more_go: " + rule + "}");
  };
  std::string const start = "policy b sends more facilitators ";
  CHECK(idle(sent("hard_areas")) ==
        start +
            "hard_areas, but no area has a hard_area_share above 0 (is the column missing?); "
            "they go everywhere alike\n");
  CHECK(idle(sent("hard_areas"), with_hard).empty());
  CHECK(idle(sent("crowded")) ==
        start +
            "crowded, but population.districts.caseload_spread is 0, so no district is "
            "crowded; they go everywhere alike\n");
  CHECK(idle("population: {districts: {caseload_spread: 0.3}}\n" + sent("crowded")).empty());
  CHECK(idle(sent("crowded"), counted).empty());
  CHECK(idle(sent("by_need")).empty());
}

TEST_CASE("idle policies: selection where nobody is hired, and pay for exits that nobody feels",
          "[unit][scenario]") {
  std::string const stay = "world: {turnover: {on: false}}\n";
  std::string const choose = "staff: {selection: 1}";
  CHECK(idle(stay + second(choose)) ==
        "policy b sets policy.staff.selection, but world.turnover.on is false and no posts are "
        "added; nobody is hired, so the lever changes nothing\n");
  CHECK(idle(second(choose)).empty());
  CHECK(idle(stay + second("staff: {selection: 0}")) == same);
  CHECK(idle(stay + second(choose + ", caseload: {households_per_facilitator: 200}")).empty());
  // Facilitators who are found to keep cards are dismissed.
  CHECK(idle("world: {turnover: {on: false}, card_custody: {keepers: 0.1}}\n" +
             second(choose + ", card_custody: {audits_per_year: 1}"))
            .empty());
  CHECK(idle("world: {target_pressure: {on: false}}\n" + second("staff: {incentive: 1000000}")) ==
        "policy b sets policy.staff.incentive, but world.target_pressure.on is false; exits are "
        "paid for and nobody does more to bring them\n");
  CHECK(idle(second("staff: {incentive: 1000000}")).empty());
}

TEST_CASE("idle policies: a sweep may make the difference, or none", "[unit][scenario]") {
  CHECK(idle("policies: [{name: today}, {name: b}]\n"
             "sweep: {policy.sessions.hours: [1, 2]}\n")
            .empty());
  CHECK(idle("policies: [{name: today}]\nsweep: {policy.sessions.hours: [1, 2]}\n").empty());
  CHECK(idle("world: {labelling: {on: false}}\nsweep: {policy.labelling.share: [0, 1]}\n")
            .starts_with("sweep.policy.labelling.share moves a lever, but world.labelling.on is "
                         "false; every value of it gives the same results\n"));
  CHECK(idle(second("labelling: {share: 1}") + "sweep: {world.labelling.on: [true, false]}\n")
            .empty());
}

TEST_CASE("idle policies: nothing is said of the policies that ship", "[unit][scenario]") {
  std::filesystem::path const folder = std::filesystem::path(GRADUASI_SOURCE_DIR) / "scenarios";
  int seen = 0;
  for (auto const& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    INFO(entry.path().filename().string());
    auto const scenario = read_scenario(entry.path());
    CHECK(lines_of(warnings_of_idle(scenario, read_areas(scenario.areas_file))).empty());
    CHECK(lines_of(warnings_of_plans(scenario)).empty());
    ++seen;
  }
  CHECK(seen > 15);
}
