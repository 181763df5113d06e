#include "scenario/variants.h"

#include "base/contract.h"
#include "model/parameters.h"
#include "scenario/all_paths.h"
#include "scenario/baseline_levers.h"
#include "scenario/priors.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <map>

namespace graduasi {

namespace {

bool sweeps_levers(Scenario const& scenario) {
  auto const over_levers = [](SweepAxis const& axis) { return axis.path.starts_with("policy."); };
  return std::ranges::any_of(scenario.sweep, over_levers);
}

bool makes_swept_policy(Scenario const& scenario) {
  return scenario.policies.size() == 1 && sweeps_levers(scenario);
}

/// The value as a scenario would write it.
std::string text_of_value(std::string_view path, double value) {
  auto const* const row = find_any_row(path);
  expects(row != nullptr, "a swept path is known");
  return text_of(*row, value);
}

void extend(std::vector<Variant>& variants, SweepAxis const& axis) {
  std::vector<Variant> longer;
  for (auto const& variant : variants) {
    for (double const value : axis.values) {
      auto next = variant;
      if (!next.name.empty()) next.name += ';';
      next.name.append(last_part(axis.path)).append("=").append(text_of_value(axis.path, value));
      next.values.emplace_back(axis.path, value);
      longer.push_back(std::move(next));
    }
  }
  variants = std::move(longer);
}

/// As if the value were typed at the top of the policy.
void set_lever(Policy& policy, Row const& row, double value) {
  // A later step that sets the lever itself was refused when the scenario was read.
  auto& first = policy.steps.front();
  row.set(first.levers, value);
  first.sets.push_back(row.path);
  policy.set_here.push_back(row.path);
}

bool sets(LeverStep const& step, std::string const& path) {
  return std::ranges::find(step.sets, path) != step.sets.end();
}

/// As if the value were the baseline's from the start: whoever does not set the lever follows.
void set_lever_of_baseline(ParameterSet& setting, Row const& row, double value) {
  for (auto& policy : setting.policies) {
    bool const is_baseline = &policy == setting.policies.data();
    for (auto& step : policy.steps) {
      bool const is_first = is_baseline && &step == policy.steps.data();
      if (!is_first && sets(step, row.path)) break;
      row.set(step.levers, value);
    }
  }
}

/// @param path  a lever of the baseline begins with `baseline.`
void set_value(ParameterSet& setting, std::string_view path, double value) {
  if (auto const* const row = find_row<World>(path)) {
    row->set(*setting.world, value_for(*row, value));
  } else if (auto const* const size = find_row<PopulationSettings>(path)) {
    size->set(setting.population, value_for(*size, value));
  } else if (is_in_baseline(path)) {
    auto const* const lever = find_row<Levers>(lever_of_baseline(path));
    expects(lever != nullptr, "a path that is set is known");
    set_lever_of_baseline(setting, *lever, value_for(*lever, value));
  } else {
    auto const* const lever = find_row<Levers>(path);
    expects(lever != nullptr, "a path that is set is known");
    for (std::size_t i = 1; i < setting.policies.size(); ++i)
      set_lever(setting.policies[i], *lever, value);
  }
}

Policy swept_policy(Policy const& baseline) {
  auto const& first = baseline.steps.front();
  return {.name = "swept",
          .steps = {{.from = first.from, .phase_in_months = 0, .levers = first.levers, .sets = {}}},
          .set_here = {}};
}

}  // namespace

std::vector<Variant> variants_of(Scenario const& scenario) {
  std::vector<Variant> variants = {{}};
  for (auto const& axis : scenario.sweep) extend(variants, axis);
  if (scenario.sweep.empty()) variants.front().name = "base";
  return variants;
}

std::vector<std::vector<std::size_t>> variants_by_families(std::vector<Variant> const& variants) {
  std::vector<std::vector<std::size_t>> groups;
  std::map<std::vector<std::pair<std::string, double>>, std::size_t> group_of;
  for (std::size_t v = 0; v < variants.size(); ++v) {
    auto values = variants[v].values;
    std::erase_if(values, [](auto const& value) { return value.first.starts_with("policy."); });
    auto const [group, is_new] = group_of.try_emplace(std::move(values), groups.size());
    if (is_new) groups.emplace_back();
    groups[group->second].push_back(v);
  }
  return groups;
}

std::vector<std::string> policy_names(Scenario const& scenario) {
  std::vector<std::string> names;
  for (auto const& policy : scenario.policies) names.push_back(policy.name);
  if (makes_swept_policy(scenario)) names.push_back("swept");
  return names;
}

ParameterSet setting_of(Scenario const& scenario, Variant const& variant, int draw) {
  ParameterSet setting{*scenario.world, scenario.population, scenario.policies, scenario.places};
  // A scenario that no file wrote has no `where` either.
  if (setting.places.empty()) setting.places.emplace_back();
  if (makes_swept_policy(scenario))
    setting.policies.push_back(swept_policy(scenario.policies.front()));
  for (auto const& uncertain : scenario.uncertain) {
    set_value(setting, path_in_baseline(uncertain.path), value_in_draw(uncertain, scenario, draw));
  }
  for (auto const& [path, value] : variant.values) set_value(setting, path, value);
  return setting;
}

ParameterSet setting_where_all_acts(Scenario const& scenario, Variant const& variant) {
  auto setting = setting_of(scenario, variant, 0);
  if (scenario.run.counts.parameter_draws == 1) return setting;
  for (auto const& uncertain : scenario.uncertain) {
    auto const& prior = uncertain.prior;
    auto const path = path_in_baseline(uncertain.path);
    bool const swept =
        std::ranges::any_of(variant.values, [&](auto const& value) { return value.first == path; });
    if (swept) continue;
    if (prior.shape == Prior::Shape::chance && prior.numbers[0] > 0) set_value(setting, path, 1);
    // Of draws those that are not zero, for the same reason as below.
    if (prior.shape == Prior::Shape::draws) {
      auto acting = prior;
      if (std::erase(acting.numbers, 0.0) > 0 && !acting.numbers.empty())
        set_value(setting, path, central_value(acting));
    }
    // The middle of the shape: zero is not what is believed where it acts.
    if (prior.at_zero > 0)
      set_value(setting, path, central_value({prior.shape, prior.numbers, prior.range}));
  }
  return setting;
}

std::size_t simulations_of(Scenario const& scenario) {
  std::size_t variants = 1;
  for (auto const& axis : scenario.sweep) variants *= axis.values.size();
  auto const& counts = scenario.run.counts;
  return policy_names(scenario).size() * variants *
         static_cast<std::size_t>(counts.parameter_draws * counts.replicates + twins_of(counts));
}

}  // namespace graduasi
