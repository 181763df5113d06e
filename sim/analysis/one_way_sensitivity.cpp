#include "analysis/one_way_sensitivity.h"

#include "base/contract.h"
#include "experiment/known_lists.h"
#include "outcome/overview.h"
#include "scenario/all_paths.h"
#include "scenario/baseline_levers.h"
#include "scenario/headline.h"
#include "scenario/priors.h"

#include <algorithm>
#include <cmath>
#include <memory>
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

}  // namespace

Sensitivities one_way_sensitivity(Scenario const& scenario, Areas const& areas,
                                  RunResults const& results, ExperimentOptions const& options) {
  Sensitivities result;
  if (scenario.uncertain.empty()) return result;
  auto const policy = most_different(results);
  auto small = reduced_for_sensitivity(scenario, policy);
  ExperimentOptions silent = options;
  silent.progress = {};
  silent.store = nullptr;
  // All variants have the luck of the first draw: most draw the families of the middle again.
  silent.lists = std::make_shared<KnownLists>(KnownLists::Keeps::families_of_first);
  double const runs = 1 + 2 * static_cast<double>(scenario.uncertain.size());
  double finished = 0;
  auto const say_finished = [&](double more) {
    finished += more;
    if (options.progress) options.progress(finished / runs);
  };
  auto const stopped = [&] { return options.stop != nullptr && options.stop->load(); };

  std::vector<double> middle;
  try {
    middle = answers(small, areas, silent);
  } catch (ScenarioError const&) {
    // A sample so small may rest on too few families of a household file, while the run does not.
    return result;
  }
  if (middle.empty()) return result;
  std::vector<Sensitivity> all;
  for (auto const& [path, prior] : scenario.uncertain) {
    if (stopped()) return {};
    say_finished(finished == 0 ? 1 : 2);
    Sensitivity sensitivity{
        .path = path, .low = draw_of(prior, low_share), .high = draw_of(prior, high_share)};
    small.sweep = {{path_in_baseline(path), {sensitivity.low, sensitivity.high}}};
    try {
      auto const ends = answers(small, areas, silent);
      if (ends.size() != 2) return {};
      sensitivity.answer_low = ends[0];
      sensitivity.answer_high = ends[1];
    } catch (ScenarioError const&) {
      continue;
    }
    auto const [min, max] =
        std::minmax({sensitivity.answer_low, sensitivity.answer_high, middle.front()});
    sensitivity.swing = max - min;
    if (auto const* const row = find_any_row(path)) {
      sensitivity.unit = row->unit;
      sensitivity.source = row->source;
    }
    all.push_back(std::move(sensitivity));
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
