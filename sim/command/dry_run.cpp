#include "command/dry_run.h"

#include "experiment/family_strata.h"
#include "results/rests_on.h"
#include "scenario/variants.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace graduasi {

namespace {

/// Seconds for a household-month of this scenario on this machine, from a small run of it.
double seconds_per_household_month(Scenario scenario, Areas const& areas,
                                   ExperimentOptions const& options) {
  scenario.population.size.households = std::min(scenario.population.size.households, 50000);
  scenario.run.counts.months = std::min(scenario.run.counts.months, 24);
  scenario.run.counts.replicates = 1;
  scenario.run.counts.parameter_draws = 1;
  auto const began = std::chrono::steady_clock::now();
  run_experiment(scenario, areas, options);
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
  return took.count() / (static_cast<double>(scenario.population.size.households) *
                         scenario.run.counts.months * static_cast<double>(pieces_of(scenario)));
}

struct FileSize {
  std::string_view name;
  double rows;
  double bytes_a_row;
};

std::vector<FileSize> files_of(Scenario const& scenario, Areas const& areas,
                               Request const& request) {
  auto const& run = scenario.run.counts;
  auto const policies = static_cast<double>(policy_names(scenario).size());
  auto const variants = static_cast<double>(variants_of(scenario).size());
  auto const strata = static_cast<double>(stratum_names(scenario.output, areas).size() - 1);
  auto const measured = static_cast<double>(chosen_measures(scenario.output.measures).size());
  double const months =
      run.months + 1 + strata * std::floor(run.months / scenario.output.strata_every + 1);
  double const years = std::ceil(run.months / 12.0) * (1 + strata);
  double const curves = policies * variants * months * measured;
  std::vector<FileSize> files{
      {"curves.csv", curves, 110},
      {"summary.csv", policies * variants * years * measured, 115},
      {"comparison.csv", (policies - 1) * variants * months * measured, 140}};
  double const pieces = static_cast<double>(pieces_of(scenario));
  constexpr double figure_bytes = 8, row_bytes = 120;
  double const tables = files[0].rows + files[1].rows + files[2].rows;
  files.push_back({"results.sqlite", pieces,
                   months * static_cast<double>(measures().size()) * figure_bytes +
                       tables * row_bytes / pieces});
  if (request.csv_full)
    files.push_back(
        {"replicates.csv", curves * (run.replicates * run.parameter_draws + twins_of(run)), 70});
  if (request.xlsx) {
    double rows = 0;
    for (auto const* const name : {"curves.csv", "summary.csv", "comparison.csv"})
      rows += std::ranges::find(files, std::string_view(name), &FileSize::name)->rows;
    files.push_back({"result.xlsx", rows, 95});
  }
  return files;
}

/// How often a policy is lived in a variant.
std::string lives_text(RunCounts const& run) {
  auto const lives =
      fmt::format("{} parameter draws x {} replicates", run.parameter_draws, run.replicates);
  if (twins_of(run) == 0) return lives;
  return fmt::format("({} + {} draws once more under one luck)", lives, twins_of(run));
}

}  // namespace

std::string dry_run(Scenario const& scenario, Areas const& areas, ExperimentOptions const& options,
                    Request const& request) {
  auto const& run = scenario.run.counts;
  auto const pieces = static_cast<double>(pieces_of(scenario));
  double const household_months = pieces * scenario.population.size.households * run.months;
  double const seconds = household_months * seconds_per_household_month(scenario, areas, options);
  std::string text = fmt::format("{}\n\n", scenario.question);
  for (auto const& changed : rests_on(scenario).changed) {
    text +=
        fmt::format("{} = {} {}(default {})\n", changed.path, text_of(changed.value, Layout::line),
                    changed.unit.empty() ? "" : changed.unit + " ",
                    text_of(changed.default_value, Layout::line));
  }
  text += fmt::format("\n{} policies x {} variants x {} = {} pieces of {} families and {} months\n",
                      policy_names(scenario).size(), variants_of(scenario).size(), lives_text(run),
                      pieces, scenario.population.size.households, run.months);
  text += fmt::format("about {:.0f} s; at least {:.0f} MB of memory\n", std::max(seconds, 1.0),
                      static_cast<double>(piece_bytes(scenario.population)) / 1e6 + 30);
  for (auto const& file : files_of(scenario, areas, request)) {
    text += fmt::format("{}: {:.0f} rows, {:.1f} MB\n", file.name, file.rows,
                        file.rows * file.bytes_a_row / 1e6);
  }
  return text + "nothing was run\n";
}

}  // namespace graduasi
