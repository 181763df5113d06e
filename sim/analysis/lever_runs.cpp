#include "analysis/lever_runs.h"

#include "analysis/pairs.h"
#include "base/contract.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <utility>

namespace graduasi {

LeverRuns::LeverRuns(Scenario const& scenario, Areas const& areas, ExperimentOptions const& options,
                     std::size_t expected)
    : scenario_(scenario), areas_(areas), options_(options) {
  expects(scenario.optimisation.has_value(), "the plan is in the scenario");
  if (!options.progress) return;
  options_.progress = [this, expected, show = options.progress](double done) {
    show(std::min(1.0, (static_cast<double>(all_.size()) + done) / static_cast<double>(expected)));
  };
}

Sample const* LeverRuns::at(std::vector<double> levers) {
  auto const& plan = *scenario_.optimisation;
  scenario_.sweep.clear();
  for (std::size_t i = 0; i < levers.size(); ++i) {
    auto const& row = *find_row<Levers>(plan.levers[i].path);
    // As the lever can hold it: two values that round to the same one are one point.
    levers[i] = static_cast<double>(static_cast<float>(value_for(row, levers[i])));
    scenario_.sweep.push_back({plan.levers[i].path, {levers[i]}});
  }
  if (auto const known = all_.find(levers); known != all_.end()) return &known->second;
  auto const results = run_experiment(scenario_, areas_, options_);
  if (!is_complete(results)) return nullptr;
  auto const sample = [&](std::size_t policy) {
    Cell const cell{.policy = policy, .row = static_cast<std::size_t>(*plan.month)};
    return Sample{values_of(results, cell, plan.gain.measure),
                  values_of(results, cell, plan.cost.measure)};
  };
  if (all_.empty()) {
    baseline_ = sample(0);
    programme_households_ = results.facts.programme_households;
    warnings_ = results.facts.warnings;
  }
  return &all_.emplace(std::move(levers), sample(1)).first->second;
}

Estimate LeverRuns::estimated(std::vector<double> const& values) const {
  return estimate(values, lives());
}

}  // namespace graduasi
