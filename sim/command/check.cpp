#include "command/check.h"

#include "base/errors.h"
#include "command/load_scenario.h"
#include "command/problem_list.h"
#include "command/screen.h"
#include "command/streams.h"
#include "experiment/known_lists.h"
#include "output/console.h"
#include "output/manifest.h"
#include "population/own_counts.h"
#include "population/programme.h"
#include "scenario/idle_policies.h"
#include "scenario/short_runs.h"
#include "scenario/variants.h"

#include <utility>

namespace graduasi {

namespace {

/// A scenario that is without problems.
struct Checked {
  std::vector<Warning> warnings;
  Json size;
};

/// How much there is to simulate.
Json size_json(Scenario const& scenario) {
  auto const& run = scenario.run.counts;
  auto const simulations = simulations_of(scenario);
  auto const families = scenario.population.size.households;
  return Json::Members{{"policies", policy_names(scenario).size()},
                       {"variants", variants_of(scenario).size()},
                       {"draws", run.parameter_draws},
                       {"replicates", run.replicates},
                       {"simulations", simulations},
                       {"households", families},
                       {"months", run.months},
                       {"household_months", static_cast<double>(simulations) *
                                                static_cast<double>(families) * run.months}};
}

Checked checked(Request const& request) {
  auto const [scenario, areas] = load_scenario(request);
  auto const& baseline = scenario.policies.front().steps.front().levers;
  KnownLists lists;
  Programme const programme = plan_programme(
      areas, scenario.population,
      new_families(lists, *scenario.world, scenario.population, baseline, scenario.run));
  auto warnings = scenario.warnings;
  // A trial is not carried out to compare policies by cost.
  if (!scenario.trial && scenario.findings.empty())
    append(warnings, warnings_of_comparison(scenario));
  append(warnings, programme.warnings);
  if (auto counts = warning_of_counts(programme, baseline.caseload))
    warnings.push_back(std::move(*counts));
  refuse_if_strict(request, warnings);
  return {std::move(warnings), size_json(scenario)};
}

/// One document whatever is wrong, for editors and for scripts; the exit code is the usual one.
int check_as_json(Request const& request) {
  std::vector<Problem> problems;
  Checked found;
  int code = 0;
  try {
    found = checked(request);
  } catch (ScenarioError const& error) {
    problems = error.problems;
    code = 1;
  } catch (FileError const& error) {
    problems = {{"", error.what()}};
    code = 2;
  }
  Json const document = Json::Members{{"scenario", request.scenario.generic_string()},
                                      {"fine", problems.empty()},
                                      {"problems", problems_json(problems, request.said_in())},
                                      {"warnings", warnings_json(found.warnings)},
                                      {"size", found.size}};
  answer("{}", in_full(document));
  return code;
}

}  // namespace

int check_scenario(Request const& request) {
  if (request.json) return check_as_json(request);
  say("{}", warning_list(checked(request).warnings, request.said_in()));
  constexpr Text fine("no problems found\n", "tidak ada masalah\n");
  answer("{}", fine.in(request.said_in()));
  return 0;
}

}  // namespace graduasi
