#include "scenario/read.h"

#include "model/parameters.h"
#include "population/areas.h"
#include "scenario/baseline_levers.h"
#include "scenario/blocks/block.h"
#include "scenario/blocks/module_time.h"
#include "scenario/blocks/more_posts.h"
#include "scenario/blocks/one_target.h"
#include "scenario/blocks/population_files.h"
#include "scenario/blocks/read_findings.h"
#include "scenario/blocks/read_policies.h"
#include "scenario/blocks/read_sweep.h"
#include "scenario/blocks/top_keys.h"
#include "scenario/overrides.h"
#include "scenario/priors.h"
#include "scenario/read_prior.h"
#include "scenario/text/groups.h"
#include "scenario/text/load.h"
#include "scenario/text/value.h"
#include "scenario/where.h"

#include <algorithm>

namespace graduasi {

namespace {

void refuse_unknown_sections(Entry const& root, Problems& problems) {
  auto const sections = scenario_sections();
  for (auto const& member : root.members) {
    bool const known = std::ranges::find(sections, member.key) != sections.end();
    if (!known) add_unknown(member, member.key, sections, problems);
  }
}

void read_head(Entry const& root, Scenario& scenario, Problems& problems) {
  if (find(root, "format") == nullptr) {
    problems.add(root.place, "format is missing; a scenario begins with format: 1");
  }
  if (auto const* const question = find(root, "question")) {
    scenario.question = checked_text(*question, "question", problems).value_or("");
  } else {
    problems.add(root.place, "question is missing; say in one line what the scenario is to answer");
  }
}

void read_run(Entry const& root, Scenario& scenario, Problems& problems) {
  auto const* const section = find(root, "run");
  if (section == nullptr || !is_section(*section, "run", problems)) return;
  read_item_keys(run_block(), "run", {*section, scenario, {}, problems}, &scenario.run);
  std::vector<std::string_view> beside;
  append_names(run_block(), beside);
  auto const take = [&](Row const& row, Entry const& value, std::string const& path) {
    if (auto const number = checked_value(value, path, rule_of(row), problems))
      row.set(scenario.run, *number);
  };
  read_rows(rows_of<RunSettings>(), *section, "run", beside, problems, take);
}

/// A section whose parameters may be uncertain: `world` or `population`.
template <class Root>
void read_parameters(Entry const& root, std::span<std::string_view const> known_apart,
                     Root& parameters, Scenario& scenario, Problems& problems) {
  auto const name = std::string(Root::root);
  auto const* const section = find(root, name);
  if (section == nullptr || !is_section(*section, name, problems)) return;
  auto const draws = scenario.run.counts.parameter_draws;
  auto const take = [&](Row const& row, Entry const& value, std::string const& path) {
    if (value.shape != Entry::Shape::map) {
      auto const number = checked_value(value, path, rule_of(row), problems);
      if (number) row.set(parameters, *number);
      return;
    }
    auto prior = checked_prior(value, path, rule_of(row), draws, problems, scenario.inputs);
    if (!prior) return;
    row.set(parameters, value_for(row, central_value(*prior)));
    scenario.uncertain.push_back({row.path, std::move(*prior)});
  };
  read_rows(rows_of<Root>(), *section, name, known_apart, problems, take);
}

/// What stands in `population` beside its table of parameters.
void read_files(Entry const& root, Scenario& scenario, Problems& problems) {
  take_shipped_areas(root, scenario, problems);
  auto const* const section = find(root, "population");
  if (section == nullptr) return;
  read_item_keys(population_files(), "population", {*section, scenario, {}, problems}, &scenario);
}

/// Whether the key is written anywhere in there.
bool writes(Entry const& entry, std::string_view key) {
  return std::ranges::any_of(entry.items, [&](Entry const& item) { return writes(item, key); }) ||
         std::ranges::any_of(entry.members, [&](Member const& member) {
           return member.key == key || writes(member.value, key);
         });
}

/// The areas, for those who name some of them. What is wrong with their file is told by whoever
/// reads it to simulate; nothing is known of areas here then.
void read_places(Entry const& root, Scenario& scenario) {
  auto const* const policies = find(root, "policies");
  if (policies == nullptr || !writes(*policies, "where")) return;
  try {
    scenario.places = read_areas(scenario.areas_file).rows;
  } catch (ScenarioError const&) {
    scenario.places.clear();
  }
}

void warn_of_idle_draws(Entry const& root, Scenario const& scenario, Problems& problems) {
  // Priors with one draw need no warning: every table says then that parameters are held fixed.
  if (scenario.run.counts.parameter_draws > 1 && scenario.uncertain.empty()) {
    problems.warn(root.place, "run.parameter_draws is more than 1, but no parameter has a prior",
                  "every draw uses the same values and adds only Monte Carlo noise");
  }
}

void warn_of_few_draws(Entry const& root, Scenario const& scenario, Problems& problems) {
  int const draws = scenario.run.counts.parameter_draws;
  // With n draws a further one lies between the least and the most in (n - 1) of n + 1 cases.
  constexpr int min = 39;
  if (draws < 2 || draws >= min || scenario.uncertain.empty()) return;
  problems.warn(root.place,
                "run.parameter_draws is " + std::to_string(draws) +
                    "; quantiles of 95 percent need " + std::to_string(min),
                "intervals are Student's, as if results over the priors were normal: skewed priors "
                "do not show");
}

/// Facilitators are numbered in the world of each arm, so they are the same people only where they
/// are as many; and they get other families each January.
void check_facilitator_trial(Entry const& root, Scenario const& scenario, Problems& problems) {
  if (!scenario.trial || scenario.trial->unit != ArmUnit::facilitator) return;
  auto const* const unit = find_path(root, "trial.unit");
  for (auto const& policy : scenario.policies) {
    bool const moves = std::ranges::any_of(policy.set_here, [](std::string const& path) {
      return path.starts_with("policy.caseload.");
    });
    if (&policy == scenario.policies.data() || !moves) continue;
    problems.add(unit->place, "trial.unit is facilitator, but the policy " + policy.name +
                                  " has caseloads of its own, so facilitators are not the same "
                                  "people there; take group or district");
  }
  problems.warn(unit->place, "trial.unit is facilitator, and caseloads are cut anew each January",
                "families are counted with the facilitator of the first month, events reach those "
                "of today: effects after the first year are smaller than with another unit");
}

}  // namespace

Scenario read_scenario(std::filesystem::path const& file, std::span<std::string const> settings,
                       std::span<std::string_view const> known_measures,
                       std::filesystem::path const& working_directory,
                       std::optional<std::string> const& text) {
  Problems problems;
  Scenario scenario;
  scenario.name = file.stem().string();
  scenario.file = file;

  auto root = load_scenario(file, text, working_directory, problems, scenario.inputs);
  if (!root) throw ScenarioError(problems.sorted());
  apply_overrides(*root, settings, problems);
  lay_under_baseline(*root, problems);

  refuse_unknown_sections(*root, problems);
  read_head(*root, scenario, problems);
  read_run(*root, scenario, problems);
  read_files(*root, scenario, problems);
  std::vector<std::string_view> files;
  append_names(population_files(), files);
  read_parameters(*root, files, scenario.population, scenario, problems);
  read_parameters(*root, {}, *scenario.world, scenario, problems);
  read_places(*root, scenario);
  scenario.policies = checked_policies(find(*root, "policies"), scenario,
                                       {scenario.uncertain, scenario.inputs}, problems);
  scenario.places = areas_apart(scenario.policies, scenario.places);
  scenario.sweep = checked_sweep(*root, scenario, problems);
  scenario.output = checked_block<OutputSettings>(*root, scenario, known_measures, problems)
                        .value_or(OutputSettings{});
  scenario.trial = checked_block<TrialDesign>(*root, scenario, known_measures, problems);
  scenario.findings = checked_findings(find(*root, "findings"), scenario, problems);
  scenario.attribution = checked_block<AttributionPlan>(*root, scenario, known_measures, problems);
  scenario.optimisation = checked_block<OptimisePlan>(*root, scenario, known_measures, problems);
  scenario.pilot = checked_block<PilotPlan>(*root, scenario, known_measures, problems);
  check_facilitator_trial(*root, scenario, problems);
  refuse_too_many_modules(*root, scenario, problems);
  refuse_two_targets(*root, scenario, problems);
  refuse_more_posts_by_rule_somewhere(*root, scenario, problems);
  warn_of_idle_draws(*root, scenario, problems);
  warn_of_few_draws(*root, scenario, problems);

  problems.throw_if_any();
  scenario.warnings = std::move(problems.warnings);
  return scenario;
}

}  // namespace graduasi
