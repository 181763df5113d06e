#include "scenario/describe/resolved.h"

#include "base/text.h"
#include "model/parameters.h"
#include "scenario/all_paths.h"
#include "scenario/blocks/block.h"
#include "scenario/blocks/read_events.h"
#include "scenario/blocks/read_findings.h"
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

/// The files, of which those that are not named stand as a comment.
std::string files_text(Scenario const& scenario) {
  std::string text;
  for (auto const& key : population_files().keys) {
    auto const line = resolved_text(key, &scenario, scenario);
    text += line.empty() ? "  # " + std::string(last_part(key.path)) + ": " +
                               standard_of(key, population_files()) + "\n"
                         : line;
  }
  return text;
}

std::string population_text(Scenario const& scenario) {
  return "population:\n" + files_text(scenario) +
         parameters_text(scenario.population, scenario.uncertain);
}

/// The levers of a step; of the baseline's first step all of them, with what is believed of them.
std::string levers_text(LeverStep const& step, Scenario const& scenario, std::string const& indent,
                        bool all) {
  std::set<std::string_view> const sets(step.sets.begin(), step.sets.end());
  return rows_text(rows_of<Levers>(), indent, [&](Row const& row) {
    if (!all && !sets.contains(row.path)) return std::string();
    auto const prior = std::ranges::find(scenario.uncertain, row.path, &Uncertain::path);
    bool const is_drawn = all && prior != scenario.uncertain.end();
    return is_drawn ? text_of(prior->prior) : text_of(row, row.get(step.levers));
  });
}

std::string changes_text(Policy const& policy, Scenario const& scenario) {
  if (policy.steps.size() == 1) return {};
  std::string const indent(8, ' ');
  std::string text = "    changes:\n";
  for (std::size_t i = 1; i < policy.steps.size(); ++i) {
    auto const& step = policy.steps[i];
    text += as_item(resolved_lines(rows_of_item<LeverStep>(), &step, scenario, indent) +
                        levers_text(step, scenario, indent, false),
                    indent.size());
  }
  return text;
}

std::string events_text(Policy const& policy, Scenario const& scenario) {
  if (policy.events.empty()) return {};
  std::string text = "    events:\n";
  for (auto const& event : policy.events) text += "      - " + text_of(event, scenario) + "\n";
  return text;
}

/// When the levers of a policy hold; nothing where that is from the start.
std::string beginning_text(LeverStep const& first, Scenario const& scenario,
                           std::string const& indent) {
  std::string text;
  for (auto const& key : rows_of_item<LeverStep>().keys) {
    bool const says_nothing =
        leaves_out(rows_of_item<LeverStep>(), &first, key) ||
        (key.form == KeyForm::date_in_run && first.from == scenario.run.start);
    if (!says_nothing) text += resolved_text(key, &first, scenario, indent);
  }
  return text;
}

std::string policy_text(Policy const& policy, Scenario const& scenario) {
  bool const is_baseline = &policy == scenario.policies.data();
  auto const& first = policy.steps.front();
  std::string const indent(4, ' ');
  auto const own = resolved_lines(rows_of_item<Policy>(), &policy, scenario, indent);
  return as_item(own, indent.size()) + beginning_text(first, scenario, indent) +
         levers_text(first, scenario, indent, is_baseline) + changes_text(policy, scenario) +
         events_text(policy, scenario);
}

std::string policies_text(Scenario const& scenario) {
  std::string text = "policies:\n";
  for (auto const& policy : scenario.policies) text += policy_text(policy, scenario);
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
  in_order_of_scenario([&](Block const& block) { text += resolved_text(block, scenario); },
                       [&] { text += findings_text(scenario); });
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
