#include "analysis/idle_results.h"

#include "outcome/estimate.h"
#include "scenario/headline.h"
#include "scenario/lever_needs.h"
#include "scenario/months_apart.h"
#include "scenario/short_runs.h"
#include "scenario/timeline.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace graduasi {

namespace {

bool same_values(Series const& a, Series const& b) {
  // What is not defined in either is the same too.
  auto const both_undefined = a.values.isNaN() && b.values.isNaN();
  return a.values.rows() == b.values.rows() && (a.values == b.values || both_undefined).all();
}

/// Whether two simulations, both finished, have the same figures in every month and subgroup.
bool same_simulation(RunResults const& results, Simulation const& a, Simulation const& b) {
  for (std::size_t s = 0; s < results.subgroups.size(); ++s) {
    if (!same_values(results.series[results.slot(a, s)], results.series[results.slot(b, s)]))
      return false;
  }
  return true;
}

/// Whether two (policy, variant) have the same figures in every draw and replicate that both have
/// finished; false where there is none.
bool same_everywhere(RunResults const& results, Simulation a, Simulation b) {
  bool any = false;
  for (a.draw = 0; a.draw < results.draws; ++a.draw) {
    for (a.replicate = 0; a.replicate < results.replicates; ++a.replicate) {
      b.draw = a.draw;
      b.replicate = a.replicate;
      if (!results.finished[results.index_of(a)] || !results.finished[results.index_of(b)])
        continue;
      if (!same_simulation(results, a, b)) return false;
      any = true;
    }
  }
  return any;
}

bool is_the_baseline(RunResults const& results, std::size_t policy) {
  for (std::size_t v = 0; v < results.variants.size(); ++v) {
    if (!same_everywhere(results, {.policy = policy, .variant = v}, {.policy = 0, .variant = v}))
      return false;
  }
  return true;
}

/// Variants that differ along one axis alone are adjacent.
bool axis_does_nothing(RunResults const& results, std::string const& path) {
  std::map<std::vector<std::pair<std::string, double>>, std::size_t> first_of;
  bool compared = false;
  for (std::size_t v = 0; v < results.variants.size(); ++v) {
    auto rest = results.variants[v].values;
    std::erase_if(rest, [&](auto const& value) { return value.first == path; });
    auto const [first, is_new] = first_of.try_emplace(std::move(rest), v);
    if (is_new) continue;
    for (std::size_t p = 0; p < results.policies.size(); ++p) {
      if (!same_everywhere(results, {.policy = p, .variant = v},
                           {.policy = p, .variant = first->second}))
        return false;
    }
    compared = true;
  }
  return compared;
}

/// Whether the scenario alone shows that a swept lever does nothing.
bool is_idle_in_scenario(ParameterSet const& setting, std::string const& path,
                         RunSettings const& run) {
  if (!path.starts_with("policy.") || setting.policies.size() < 2) return false;
  return std::ranges::all_of(setting.places, [&](Area const& place) {
    auto const levers = levers_by_month(setting.policies[1], setting.policies.front(), run, place);
    return unmet_need(path, setting, levers.back()).has_value();
  });
}

/// Whether any simulation has an exit that counts as sustained.
bool has_sustained_exits(RunResults const& results) {
  auto const column = static_cast<Eigen::Index>(*find_measure(sustained_measure));
  for (std::size_t simulation = 0; simulation < results.simulations(); ++simulation) {
    if (!results.finished[simulation]) continue;
    auto const& values = results.series[simulation * results.subgroups.size()].values;
    if (values(values.rows() - 1, column) > 0) return true;
  }
  return false;
}

}  // namespace

std::vector<Warning> warnings_of_results(RunResults const& results, Scenario const& scenario) {
  std::vector<Warning> warnings;
  if (finished_simulations(results) == 0) return warnings;
  auto const file = scenario.file.generic_string();
  auto const setting = setting_where_all_acts(scenario, results.variants.front());
  for (std::size_t p = 1; p < results.policies.size(); ++p) {
    // One that is the baseline in the scenario was told of when it was read.
    if (!is_the_baseline(results, p) || !first_month_apart(setting, p, 0, scenario.run)) continue;
    warnings.push_back({file,
                        "policy " + results.policies[p] + " gives the figures of the baseline " +
                            results.policies.front() + " in every month and replicate",
                        "what it changes reaches nobody in this run, or does nothing"});
  }
  for (auto const& axis : scenario.sweep) {
    // As with policies, what the scenario shows was told of when it was read.
    if (!axis_does_nothing(results, axis.path) ||
        is_idle_in_scenario(setting, axis.path, scenario.run))
      continue;
    warnings.push_back({file, "all values of sweep." + axis.path + " give the same figures",
                        "the parameter does nothing in this scenario"});
  }
  if (results.months > sustained_after && !has_sustained_exits(results)) {
    warnings.push_back({file, "no exit counts as sustained, in any policy",
                        "which policy is worth its cost is not known: simulate more families, or "
                        "more months"});
  }
  return warnings;
}

}  // namespace graduasi
