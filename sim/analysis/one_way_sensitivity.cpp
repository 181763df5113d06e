#include "analysis/one_way_sensitivity.h"

#include "base/contract.h"
#include "experiment/known_lists.h"
#include "outcome/overview.h"
#include "scenario/all_paths.h"
#include "scenario/baseline_levers.h"
#include "scenario/headline.h"
#include "scenario/priors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

namespace graduasi {

namespace {

constexpr double low_share = 0.05, high_share = 0.95;

/// The policy that differs most from the baseline; 0 when there is no other.
std::size_t most_different(RunResults const& results) {
  std::size_t chosen = 0;
  double largest = -1;
  for (auto const& row : overview(results)) {
    if (row.variant != 0 || !row.difference || !(std::abs(row.difference->mean) > largest))
      continue;
    largest = std::abs(row.difference->mean);
    chosen = row.policy;
  }
  return chosen;
}

/// The scenario cut to what the question needs: a small sample, one replicate, two policies.
Scenario reduced_for_sensitivity(Scenario scenario, std::size_t policy) {
  auto& counts = scenario.run.counts;
  counts.parameter_draws = 1;
  counts.replicates = 1;
  auto& households = scenario.population.size.households;
  households = std::min(households, families_one_way);
  scenario.sweep.clear();
  scenario.output = {};
  if (policy < scenario.policies.size())
    scenario.policies = policy == 0
                            ? std::vector{scenario.policies.front()}
                            : std::vector{scenario.policies.front(), scenario.policies[policy]};
  return scenario;
}

/// The answer in every variant of a small run.
std::vector<double> answers(Scenario const& scenario, Areas const& areas,
                            ExperimentOptions const& options) {
  auto const results = run_experiment(scenario, areas, options);
  if (!is_complete(results)) return {};
  auto const exits = find_measure(headline_measure);
  expects(exits.has_value(), "self-reliant exits are a measure");
  auto const column = static_cast<Eigen::Index>(*exits);
  auto const of = [&](std::size_t policy, std::size_t variant) {
    auto const& values = results.series[results.slot({policy, variant, 0, 0}, 0)].values;
    return values(values.rows() - 1, column);
  };
  std::vector<double> all;
  for (std::size_t v = 0; v < results.variants.size(); ++v)
    all.push_back(results.policies.size() > 1 ? of(1, v) - of(0, v) : of(0, v));
  return all;
}

/// The answers at both ends of a parameter's prior; bits of ranks are put together, so all is of
/// one kind of number.
struct Ends {
  double are_there = 0;  ///< 1: the population can take them
  double low = 0, high = 0;
};

/// Of every parameter; those of other ranks are all zero.
/// @returns less of them when it was stopped
std::vector<Ends> answers_at_ends(Scenario small, Areas const& areas,
                                  ExperimentOptions const& options, Turns const& turns,
                                  std::function<void(double)> const& progress) {
  std::vector<Ends> all(small.uncertain.size());
  // The middle is one run, every parameter two.
  double const runs = 1 + 2 * static_cast<double>(all.size());
  double finished = 1;
  std::size_t task = 0;
  for (auto const& [path, prior] : small.uncertain) {
    auto& ends = all[task];
    if (!turns.has(task++)) continue;
    if (options.stop != nullptr && options.stop->load()) break;
    if (progress) progress(std::min(finished / runs, 1.0));
    finished += 2 * static_cast<double>(turns.of());
    small.sweep = {
        {path_in_baseline(path), {draw_of(prior, low_share), draw_of(prior, high_share)}}};
    try {
      auto const found = answers(small, areas, options);
      if (found.size() != 2) break;
      ends = {1, found[0], found[1]};
    } catch (ScenarioError const&) {
      // The population cannot take these values.
    }
  }
  return all;
}

Sensitivity sensitivity_of(std::string const& path, Prior const& prior, Ends const& ends,
                           double middle) {
  Sensitivity sensitivity{.path = path,
                          .low = draw_of(prior, low_share),
                          .high = draw_of(prior, high_share),
                          .answer_low = ends.low,
                          .answer_high = ends.high};
  auto const [min, max] = std::minmax({ends.low, ends.high, middle});
  sensitivity.swing = max - min;
  if (auto const* const row = find_any_row(path)) {
    sensitivity.unit = row->unit;
    sensitivity.source = row->source;
  }
  return sensitivity;
}

}  // namespace

Sensitivities one_way_sensitivity(Scenario const& scenario, Areas const& areas,
                                  RunResults const& results, ExperimentOptions const& options) {
  Sensitivities result;
  if (scenario.uncertain.empty()) return result;
  auto const policy = most_different(results);
  auto const small = reduced_for_sensitivity(scenario, policy);
  // Samples are small: ranks take parameters in turn, each by itself.
  Turns const turns(options.ranks, Turns::Each::alone);
  ExperimentOptions silent = options;
  silent.progress = {};
  silent.store = nullptr;
  silent.ranks = turns.beside();
  // All variants have the luck of the first draw: most draw the families of the middle again.
  silent.lists = std::make_shared<KnownLists>(KnownLists::Keeps::families_of_first);

  std::vector<double> middle;
  try {
    middle = answers(small, areas, silent);
  } catch (ScenarioError const&) {
    // A sample so small may rest on too few families of a household file, while the run does not.
    return result;
  }
  auto ends = answers_at_ends(small, areas, silent, turns, options.progress);
  if (stopped(options) || middle.empty()) return {};
  for (auto& [are_there, low, high] : ends) {
    std::array values = {are_there, low, high};
    turns.exchange(values);
    std::tie(are_there, low, high) = std::tuple(values[0], values[1], values[2]);
  }
  std::vector<Sensitivity> all;
  std::size_t task = 0;
  for (auto const& [path, prior] : small.uncertain) {
    auto const& here = ends[task++];
    if (here.are_there != 0) all.push_back(sensitivity_of(path, prior, here, middle.front()));
  }
  // Equal swings in the order of paths: that of the file is lost in resolved.yaml.
  std::ranges::sort(all, {}, [](Sensitivity const& i) { return std::tuple(-i.swing, i.path); });
  result.policy = small.policies.size() > 1 ? small.policies[1].name : std::string();
  result.middle = middle.front();
  result.households = small.population.size.households;
  result.parameters = std::move(all);
  return result;
}

}  // namespace graduasi
