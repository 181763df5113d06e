#include "scenario/short_runs.h"

#include "../../scenario/scenario_support.h"
#include "experiment/experiment.h"
#include "model/parameters.h"
#include "scenario/headline.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

std::string lines_of(std::vector<Warning> const& warnings) {
  std::string lines;
  for (auto const& w : warnings) lines += w.what + "; " + w.consequence + "\n";
  return lines;
}

std::string said(std::string const& text) {
  return lines_of(warnings_of_comparison(scenario_of(text)));
}

std::string plans(std::string const& text) {
  return lines_of(warnings_of_plans(scenario_of(text)));
}

std::string const two = "policies: [{name: today}, {name: b, sessions: {hours: 3}}]\n";

}  // namespace

TEST_CASE("short runs: a single policy is compared with nothing", "[unit][scenario]") {
  CHECK(said("policies: [{name: x}]\n").starts_with("there is no policy beside x; nothing is"));
  CHECK(said(two).empty());
  // These are for other commands, or make a policy.
  CHECK(said("sweep: {policy.sessions.hours: [1, 3]}\n").empty());
  CHECK(said("attribute: {measure: active}\n").empty());
  CHECK(said("optimise: {month: 60}\n").empty());
}

TEST_CASE("short runs: no exit counts as sustained before month 25", "[unit][scenario]") {
  CHECK(said("run: {months: 24}\n" + two).starts_with("run.months is 24; an exit counts as"));
  CHECK(said("run: {months: 25}\n" + two).empty());
  Scenario scenario;
  scenario.run.counts = {.months = 26, .parameter_draws = 1, .replicates = 1, .seed = 3};
  scenario.population.size.households = 20000;
  scenario.world->readiness.months = 1;
  scenario.policies = {policy_with_caseload("today", 300)};
  auto const areas = read_areas(source_folder() / "scenarios" / "data" / "provinces.csv");
  auto const results = run_experiment(scenario, areas, {.jobs = 2});
  auto const column = static_cast<Eigen::Index>(*find_measure(sustained_measure));
  auto const& values = results.series[0].values;
  CHECK(values(sustained_after, column) == 0);
  CHECK(values(sustained_after + 1, column) > 0);
}

TEST_CASE("short runs: a policy that begins too late is named with its month", "[unit][scenario]") {
  auto const from = [](std::string const& month) {
    return said("run: {months: 60}\npolicies: [{name: today}, {name: b, from: " + month +
                ", sessions: {hours: 3}}]\n");
  };
  CHECK(from("2028-12").empty());  // month 36: its exits count in month 60
  CHECK(from("2029-01").starts_with(
      "policy b differs from the baseline from month 37 (2029-01) on, and the run ends with month "
      "60; an exit counts as sustained after 24 months outside, so none that it brings can"));
}

TEST_CASE("short runs: a month before a policy begins has no difference", "[unit][scenario]") {
  std::string const late =
      "policies: [{name: today}, {name: b, from: 2027-01, sessions: {hours: 3}}]\n";
  auto const scenario = scenario_of(late);
  auto const early = warnings_of_month(scenario, "--until", 12);
  REQUIRE(early.size() == 1);
  CHECK(early[0].place == "--until");
  CHECK(early[0].what ==
        "month 12 is before policy b differs from the baseline, from month 13 (2027-01) on");
  CHECK(warnings_of_month(scenario, "--until", 13).empty());
  CHECK(plans(late + "attribute: {measure: active, month: 12}\n")
            .starts_with("month 12 is before policy b"));
  CHECK(plans(late + "optimise: {policy: b, levers: {policy.sessions.per_month: [0, 2]}, maximise: "
                     "self_reliant, month: 6}\n")
            .starts_with("optimise looks at month 6, but policy b begins in month 13"));
}

TEST_CASE("short runs: plans that find nothing", "[unit][scenario]") {
  CHECK(plans("optimise: {month: 24}\n")
            .starts_with("optimise looks at sustained_self_reliant in month 24; an exit counts"));
  CHECK(plans("optimise: {month: 25}\n").empty());
  CHECK(plans("attribute: {measure: sustained_self_reliant, month: 12}\n")
            .starts_with("attribute looks at sustained_self_reliant in month 12"));
  CHECK(plans("optimise: {minimise: cumulative_wage_bill_rupiah, target: "
              "{cumulative_self_reliant: 0}}\n") ==
        "optimise.target is 0; every value of the levers reaches it, so there is no optimum\n");
  CHECK(plans("world: {labelling: {on: false}}\n"
              "optimise: {levers: {policy.labelling.share: [0, 1]}}\n") ==
        "optimise.levers.policy.labelling.share moves a lever, but world.labelling.on is false; "
        "the lever changes nothing\n");
  CHECK(plans("optimise: {levers: {policy.target.families: [0, 500000], policy.target.enforced: "
              "[0, 1]}}\n")
            .empty());
}
