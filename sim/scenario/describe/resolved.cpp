#include "scenario/describe/resolved.h"

#include "base/text.h"
#include "model/parameters.h"
#include "scenario/all_paths.h"
#include "scenario/blocks/block.h"
#include "scenario/blocks/read_events.h"
#include "scenario/priors.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace graduasi {

namespace {

/// A value and its unit, as a line of YAML without the indentation.
std::string line_of(Row const& row, std::string const& value) {
  std::string line = std::string(last_part(row.path)) + ": " + value;
  if (!row.unit.empty()) line += "  # " + std::string(row.unit);
  return line + "\n";
}

/// The rows for which `text_of_row` gives a text, group by group.
template <class TextOfRow>
std::string rows_text(std::vector<Row> const& rows, std::string const& indent,
                      TextOfRow text_of_row) {
  std::string text;
  std::string_view group;
  for (auto const& row : rows) {
    std::string const value = text_of_row(row);
    if (value.empty()) continue;
    auto const its_group = group_of(row.path);
    if (its_group != group) text += indent + std::string(its_group) + ":\n";
    group = its_group;
    text += indent + (group.empty() ? "" : "  ") + line_of(row, value);
  }
  return text;
}

template <class Root>
std::string parameters_text(Root const& parameters, std::vector<Uncertain> const& uncertain) {
  return rows_text(rows_of<Root>(), "  ", [&](Row const& row) {
    auto const prior = std::ranges::find(uncertain, row.path, &Uncertain::path);
    return prior == uncertain.end() ? text_of(row, row.get(parameters)) : text_of(prior->prior);
  });
}

std::string run_text(Scenario const& scenario) {
  return resolved_text(run_block(), scenario) + parameters_text(scenario.run, {});
}

std::string population_text(Scenario const& scenario) {
  auto const areas = scenario.areas_shipped
                         ? std::string("  # areas: the table that ships with the program\n")
                         : "  areas: " + in_quotes(scenario.areas_file.generic_string()) + "\n";
  auto const households =
      scenario.households_file.empty()
          ? std::string("  # households_csv: none\n")
          : "  households_csv: " + in_quotes(scenario.households_file.generic_string()) + "\n";
  return "population:\n" + areas + households +
         parameters_text(scenario.population, scenario.uncertain);
}

/// The levers of a step; of the baseline's first step all of them.
std::string levers_text(LeverStep const& step, std::string const& indent, bool all) {
  std::set<std::string_view> const sets(step.sets.begin(), step.sets.end());
  return rows_text(rows_of<Levers>(), indent, [&](Row const& row) {
    return all || sets.contains(row.path) ? text_of(row, row.get(step.levers)) : std::string();
  });
}

std::string phase_in_text(LeverStep const& step, std::string const& indent) {
  if (step.phase_in_months == 0) return {};
  return indent + "phase_in_months: " + std::to_string(step.phase_in_months) + "  # months\n";
}

std::string changes_text(Policy const& policy) {
  if (policy.steps.size() == 1) return {};
  std::string const indent = "        ";
  std::string text = "    changes:\n";
  for (std::size_t i = 1; i < policy.steps.size(); ++i) {
    auto const& step = policy.steps[i];
    text += "      - from: " + text_of(step.from) + "\n";
    text += phase_in_text(step, indent) + levers_text(step, indent, false);
  }
  return text;
}

std::string events_text(Policy const& policy, RunSettings const& run) {
  if (policy.events.empty()) return {};
  std::string text = "    events:\n";
  for (auto const& event : policy.events) text += "      - " + text_of(event, run) + "\n";
  return text;
}

std::string policy_text(Policy const& policy, bool is_baseline, RunSettings const& run) {
  auto const& first = policy.steps.front();
  std::string text = "  - name: " + in_quotes(policy.name) + "\n";
  if (first.from != run.start) text += "    from: " + text_of(first.from) + "\n";
  text += phase_in_text(first, "    ") + levers_text(first, "    ", is_baseline);
  return text + changes_text(policy) + events_text(policy, run);
}

std::string policies_text(Scenario const& scenario) {
  std::string text = "policies:\n";
  for (auto const& policy : scenario.policies) {
    bool const is_baseline = &policy == scenario.policies.data();
    text += policy_text(policy, is_baseline, scenario.run);
  }
  return text;
}

std::string value_text(std::string_view path, double value) {
  return text_of(*find_any_row(path), value);
}

std::string sweep_text(std::vector<SweepAxis> const& sweep) {
  if (sweep.empty()) return {};
  std::string text = "sweep:\n";
  for (auto const& axis : sweep) {
    std::vector<std::string> values;
    for (double const value : axis.values) values.push_back(value_text(axis.path, value));
    text += "  " + axis.path + ": [";
    for (auto const& value : values) text += (&value == values.data() ? "" : ", ") + value;
    text += "]\n";
  }
  return text;
}

std::string blocks_text(Scenario const& scenario) {
  std::string text;
  for (auto const& block : blocks()) text += resolved_text(block, scenario);
  return text;
}

}  // namespace

std::string resolved_yaml(Scenario const& scenario) {
  return "# Every value that the run used, defaults included.\n"
         "format: 1\n"
         "question: " +
         in_quotes(scenario.question) +
         "\n"
         "paths_relative_to: working_directory\n" +
         run_text(scenario) + population_text(scenario) + "world:\n" +
         parameters_text(*scenario.world, scenario.uncertain) + policies_text(scenario) +
         sweep_text(scenario.sweep) + blocks_text(scenario);
}

}  // namespace graduasi
