#include "command/load_scenario.h"

#include "outcome/measures.h"
#include "population/households_file.h"
#include "scenario/given_draws.h"
#include "scenario/idle_policies.h"
#include "scenario/minimum_wages.h"
#include "scenario/read.h"
#include "scenario/short_runs.h"

#include <algorithm>
#include <utility>

namespace graduasi {

namespace {

/// Adds a split to those of the scenario, each once and in the order of `Split`.
void add_split(OutputSettings& output, Split split) {
  if (splits_by(output, split)) return;
  output.splits.push_back(split);
  std::ranges::sort(output.splits);
}

}  // namespace

LoadedScenario load_scenario(Request const& request) {
  LoadedScenario loaded{read_scenario(request.scenario, request.settings, measure_names(),
                                      request.working_directory, request.text),
                        {}};
  auto& [scenario, areas] = loaded;
  use_draws_from(scenario, request.draws_from);
  if (request.for_whom) {
    add_split(scenario.output, Split::sex_of_head);
    add_split(scenario.output, Split::welfare_fifth);
  }
  areas = read_areas(scenario.areas_file);
  append(scenario.warnings, areas.warnings);
  if (auto const& file = scenario.households_file; !file.empty())
    append(scenario.warnings, read_households(file, areas));
  if (auto const& file = scenario.years_file; !file.empty())
    scenario.population.years = read_years(file, scenario.warnings);
  refuse_unknown_wages(scenario, areas);
  append(scenario.warnings, warnings_of_idle(scenario, areas));
  append(scenario.warnings, warnings_of_plans(scenario));
  return loaded;
}

void refuse_if_strict(Request const& request, std::vector<Warning> const& warnings) {
  if (!request.strict || warnings.empty()) return;
  std::vector<Problem> problems;
  for (auto const& [place, what, consequence] : warnings)
    problems.push_back({place, what + "; " + consequence + " (an error because of --strict)"});
  throw ScenarioError(std::move(problems));
}

}  // namespace graduasi
