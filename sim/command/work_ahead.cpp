#include "command/work_ahead.h"

#include "analysis/one_way_sensitivity.h"
#include "base/errors.h"
#include "command/run_results.h"
#include "experiment/family_subgroups.h"
#include "experiment/prepared.h"
#include "outcome/measures.h"
#include "scenario/variants.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>

namespace graduasi {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

/// Of a policy: each replicate of each draw, and the twins of draws.
double lives_in(Scenario const& scenario) {
  auto const& counts = scenario.run.counts;
  return static_cast<double>(counts.parameter_draws) * counts.replicates + twins_of(counts);
}

/// Simulations that are run in each draw and replicate: variants that live on the same families
/// share the baseline.
double simulations_of_a_replicate(Scenario const& scenario) {
  auto const others = static_cast<double>(policy_names(scenario).size() - 1);
  double simulations = 0;
  for (auto const& group : variants_by_families(variants_of(scenario)))
    simulations += 1 + others * static_cast<double>(group.size());
  return simulations;
}

/// The scenario with the first value of every swept path, one draw, and no more families than
/// these.
Scenario reduced_to_one_variant(Scenario scenario, int most_families) {
  scenario.population.size.households =
      std::min(scenario.population.size.households, most_families);
  scenario.run.counts.parameter_draws = 1;
  scenario.run.counts.replicates = 1;
  for (auto& axis : scenario.sweep)
    axis.values.resize(std::min<std::size_t>(axis.values.size(), 1));
  return scenario;
}

/// Seconds of a replicate of this scenario; of as many as it takes to be told from zero.
double seconds_of_a_replicate(Scenario scenario, Areas const& areas,
                              ExperimentOptions const& options, double preparing) {
  // On a busy machine much of the time that goes by is that of others.
  constexpr double long_enough = 0.2, worked_enough = 0.1;
  constexpr int most_replicates = 256;
  for (;; scenario.run.counts.replicates *= 4) {
    auto const began = Clock::now();
    auto const worked_before = std::clock();
    run_experiment(scenario, areas, options);
    double const living = std::max(seconds_since(began) - preparing, 1e-6);
    double const worked = static_cast<double>(std::clock() - worked_before) / CLOCKS_PER_SEC;
    bool const is_enough = living > long_enough && worked > worked_enough;
    if (is_enough || scenario.run.counts.replicates >= most_replicates)
      return living / scenario.run.counts.replicates;
  }
}

/// What a replicate of a variant costs, by its months.
struct Pace {
  double preparing;  ///< seconds for each variant and draw
  double starting;   ///< seconds for each replicate, whatever its months
  double a_month;    ///< seconds for each month of a replicate
  double families;   ///< of the simulations that were timed
  double replicate(double months) const { return starting + a_month * months; }
};

Pace pace_of(Scenario const& scenario, Areas const& areas, ExperimentOptions const& options) {
  constexpr int most_families = 50000, most_months = 24;
  auto small = reduced_to_one_variant(scenario, most_families);
  auto const prepare = [&] {
    (void)prepared(small, areas, variants_of(small).front(), 0, *options.lists);
  };
  prepare();  // what all variants share is worked out once
  auto const began = Clock::now();
  prepare();
  double const preparing = seconds_since(began);
  int& months = small.run.counts.months;
  int const longer = std::min(months, most_months), shorter = (longer + 3) / 4;
  months = shorter;
  double const of_shorter = seconds_of_a_replicate(small, areas, options, preparing);
  months = longer;
  double const of_longer = seconds_of_a_replicate(small, areas, options, preparing);
  double const a_month = longer > shorter
                             ? std::max(of_longer - of_shorter, 0.0) / (longer - shorter)
                             : of_longer / longer;
  return {.preparing = preparing,
          .starting = std::max(of_shorter - a_month * shorter, 0.0),
          .a_month = a_month,
          .families = static_cast<double>(small.population.size.households)};
}

double uncertain_runs(Scenario const& scenario) {
  return scenario.uncertain.empty() ? 0 : 1 + 2 * static_cast<double>(scenario.uncertain.size());
}

double families_of_one_at_a_time(Scenario const& scenario) {
  return std::min(scenario.population.size.households, families_one_way);
}

/// Of keeping every simulation in the store as soon as it is finished.
double storing_seconds(std::vector<FileAhead> const& files) {
  auto const store = std::ranges::find(files, std::string_view("results.sqlite"), &FileAhead::name);
  return store == files.end() ? 0 : 2e-9 * store->rows * store->bytes_a_row;
}

double writing_seconds(std::vector<FileAhead> const& files) {
  double seconds = 0;
  for (auto const& file : files) seconds += file.seconds;
  return seconds;
}

/// In the units of `--memory-limit`.
std::string size_text(std::size_t bytes) {
  constexpr std::size_t mega = 1u << 20;
  if (bytes < mega) return fmt::format("{} bytes", bytes);
  return fmt::format("{}M", (bytes + mega - 1) / mega);
}

}  // namespace

std::vector<FileAhead> files_ahead(Scenario const& scenario, Areas const& areas,
                                   Request const& request) {
  auto const& run = scenario.run.counts;
  auto const policies = static_cast<double>(policy_names(scenario).size());
  auto const variants = static_cast<double>(variants_of(scenario).size());
  auto const strata = static_cast<double>(subgroup_names(scenario.output, areas).size() - 1);
  auto const measured = static_cast<double>(chosen_measures(scenario.output.measures).size());
  double const months =
      run.months + 1 + strata * std::floor(run.months / scenario.output.strata_every + 1);
  double const years = std::ceil(run.months / 12.0) * (1 + strata);
  double const curves = policies * variants * months * measured;
  double const summary = policies * variants * years * measured;
  double const comparison = (policies - 1) * variants * months * measured;
  // Each figure is gathered over all draws and replicates, which lie far apart but for the page,
  // which goes through the months of one measure.
  double const gathering = 12e-9 * lives_in(scenario);
  double const gathering_for_page = 3e-9 * lives_in(scenario);
  constexpr double row = 0.6e-6, sheet_row = 12e-6, stored_row = 1.5e-6, page_figure = 2e-6;
  std::vector<FileAhead> files{
      {"curves.csv", curves, 190, curves * (row + gathering)},
      {"summary.csv", summary, 195, summary * (row + gathering)},
      {"comparison.csv", comparison, 220, comparison * (row + 2 * gathering)}};
  double stored = curves + summary + comparison;
  if (request.csv_full) {
    double const all = curves * lives_in(scenario);
    files.push_back({"replicates.csv", all, 70, all * row});
    stored += all;
  }
  for (auto const kind : workbooks_of(request)) {
    // Longer sheets than a workbook takes are cut to the years, or left out.
    auto const most_rows = static_cast<double>(max_rows_of(kind) - 1);
    bool const has_every_row = kind == WorkbookKind::every_row;
    double const rows =
        has_every_row ? std::min(curves, most_rows) + std::min(summary, most_rows) +
                            std::min(comparison, most_rows)
                      : 2 * std::min(policies * variants * measured * std::ceil(run.months / 12.0),
                                     most_rows);
    files.push_back({file_of(kind), rows, 110, rows * (sheet_row + gathering)});
  }
  double const drawn = policies * variants * (run.months + 1) * measured;
  files.push_back({"page.json", drawn, 30, drawn * (page_figure + gathering_for_page)});
  double const simulations = static_cast<double>(simulations_of(scenario));
  constexpr double figure_bytes = 8, row_bytes = 190;
  files.push_back({"results.sqlite", simulations,
                   months * static_cast<double>(measures().size()) * figure_bytes +
                       stored * row_bytes / simulations,
                   stored * stored_row});
  return files;
}

double family_months_ahead(Scenario const& scenario) {
  return simulations_of_a_replicate(scenario) * lives_in(scenario) *
         scenario.population.size.households * scenario.run.counts.months;
}

double family_months_one_at_a_time(Scenario const& scenario) {
  double const policies = policy_names(scenario).size() > 1 ? 2 : 1;
  return uncertain_runs(scenario) * policies * families_of_one_at_a_time(scenario) *
         scenario.run.counts.months;
}

SecondsAhead nominal_seconds(Scenario const& scenario, std::vector<FileAhead> const& files) {
  constexpr double family_months_a_second = 1e7;
  return {.simulating = family_months_ahead(scenario) / family_months_a_second,
          .one_way_sensitivity = family_months_one_at_a_time(scenario) / family_months_a_second,
          .writing = writing_seconds(files)};
}

SecondsAhead measured_seconds(Scenario const& scenario, Areas const& areas,
                              ExperimentOptions const& options,
                              std::vector<FileAhead> const& files) {
  auto const pace = pace_of(scenario, areas, options);
  auto const policies = static_cast<double>(policy_names(scenario).size());
  double const months = scenario.run.counts.months;
  double const variants = static_cast<double>(variants_of(scenario).size());
  bool const are_held = variants <= static_cast<double>(max_variants_held);
  auto const& counts = scenario.run.counts;
  double const prepared_times =
      variants * counts.parameter_draws * (are_held ? 1 : counts.replicates);
  double const larger = scenario.population.size.households / pace.families;
  double const replicates = lives_in(scenario) * simulations_of_a_replicate(scenario) / policies;
  double const smaller = families_of_one_at_a_time(scenario) / pace.families;
  double const shown_policies = std::min(policies, 2.0) / policies;
  return {
      .simulating = prepared_times * pace.preparing + replicates * larger * pace.replicate(months) +
                    storing_seconds(files),
      .one_way_sensitivity = uncertain_runs(scenario) *
                             (pace.preparing + smaller * shown_policies * pace.replicate(months)),
      .writing = writing_seconds(files)};
}

BytesAhead bytes_ahead(Scenario const& scenario, Areas const& areas,
                       ExperimentOptions const& options, std::vector<FileAhead> const& files) {
  auto const memory = divided(memory_of(scenario, areas, options), options.ranks->of());
  auto const page = std::ranges::find(files, std::string_view("page.json"), &FileAhead::name);
  // A figure of the page is three numbers, in a tree and as text.
  constexpr double page_bytes = 250;
  double const figures = page == files.end() ? 0 : page->rows;
  auto const writing =
      memory.program + memory.results + static_cast<std::size_t>(figures * page_bytes);
  // As many simulations as there are, whatever there is room for.
  auto const simulations =
      std::min(simulations_at_a_time(memory, scenario, options), simulations_of(scenario));
  return {.min = std::max(min_bytes(memory), writing),
          .likely = std::max(held_bytes(memory, simulations), writing)};
}

void refuse_beyond_memory(Scenario const& scenario, Areas const& areas,
                          ExperimentOptions const& options, std::vector<FileAhead> const& files) {
  auto const limit = memory_limit_of(options);
  auto const needed = bytes_ahead(scenario, areas, options, files).min;
  if (needed <= limit) return;
  auto const memory = divided(memory_of(scenario, areas, options), options.ranks->of());
  auto const what = fmt::format(
      "{} needs at least {}: {} for the program and its settings, {} for families and counts, "
      "{} "
      "for the figures of {} simulations, the rest to write them",
      options.ranks->of() > 1 ? "each rank" : "the run", size_text(needed),
      size_text(memory.program + memory.settings), size_text(2 * memory.families + memory.counts),
      size_text(memory.results), simulations_of(scenario));
  constexpr auto less =
      "take fewer run.replicates, run.parameter_draws, output.strata or population.households";
  if (options.memory_limit > 0)
    throw ScenarioError(
        {{"--memory-limit", fmt::format("{} cannot be met, {}; give that much, or {}",
                                        size_text(limit), what, less)}});
  throw ScenarioError(
      {{"memory", fmt::format("{}, and this machine has {}; {}", what, size_text(limit), less)}});
}

std::size_t replicates_within_memory(Scenario const& scenario, Areas const& areas,
                                     ExperimentOptions const& options,
                                     std::vector<FileAhead> const& files) {
  auto const replicates = static_cast<std::size_t>(scenario.run.counts.replicates);
  auto const of_one = memory_of(scenario, areas, options).results / replicates;
  auto const beside = bytes_ahead(scenario, areas, options, files).min - replicates * of_one;
  auto const limit = memory_limit_of(options);
  auto const here = limit > beside ? (limit - beside) / of_one : 0;
  return static_cast<std::size_t>(
      std::ranges::min(options.ranks->gather(static_cast<std::int64_t>(here))));
}

}  // namespace graduasi
