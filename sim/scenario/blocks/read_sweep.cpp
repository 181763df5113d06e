#include "scenario/blocks/read_sweep.h"

#include "base/text.h"
#include "scenario/all_paths.h"
#include "scenario/baseline_levers.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <set>

namespace graduasi {

namespace {

/// What values of a path may be; nothing when it cannot be swept.
std::optional<Rule> rule_of_path(std::string_view path) {
  auto const* const row = find_any_row(path);
  return row == nullptr || path.starts_with("run.") ? std::nullopt : std::optional(rule_of(*row));
}

std::vector<std::string_view> paths_to_sweep() {
  std::vector<std::string_view> paths;
  for (auto const& path : all_paths()) {
    if (!path.starts_with("run.")) paths.push_back(path);
  }
  return paths;
}

void add_unknown_path(Member const& axis, Problems& problems) {
  auto help = what_became_of(axis.key);
  if (help.empty()) help = suggestion(axis.key, paths_to_sweep());
  if (help.empty() && !axis.key.starts_with("run.")) help = found_elsewhere(last_part(axis.key));
  if (help.empty()) help = "; a sweep goes over parameters of world, population or policy";
  problems.add(axis.place,
               "sweep." + shown(std::string_view(axis.key)) + " is not a path to sweep" + help);
}

std::vector<double> checked_values(Member const& axis, Rule const& rule, Problems& problems) {
  auto const path = "sweep." + axis.key;
  std::vector<double> values;
  // Levers are floats: two values that round to the same one would be one variant with two names.
  std::set<float> met;
  if (axis.value.shape != Entry::Shape::list || axis.value.items.empty()) {
    auto const is = axis.value.shape == Entry::Shape::list ? "an empty list" : shown(axis.value);
    problems.add(axis.value.place, path + " is " + is + "; it must be a list of values");
    return values;
  }
  for (auto const& item : axis.value.items) {
    auto const here = path + "[" + std::to_string(&item - axis.value.items.data()) + "]";
    auto const value = checked_value(item, here, rule, problems);
    if (!value) continue;
    if (!met.insert(static_cast<float>(*value)).second) {
      problems.add(item.place, here + " is " + shown(item) + ", which stands in the list already");
    }
    values.push_back(*value);
  }
  return values;
}

void refuse_contradictions(Member const& axis, Entry const& root, Scenario const& scenario,
                           Problems& problems) {
  auto const* const row = find_any_row(axis.key);
  for (std::size_t i = 1; i < scenario.policies.size() && !is_in_baseline(axis.key); ++i) {
    auto const& policy = scenario.policies[i];
    if (std::ranges::find(policy.set_here, axis.key) == policy.set_here.end()) continue;
    problems.add(axis.place, "sweep." + axis.key + " is swept, but the policy " + policy.name +
                                 " sets it itself; take it out of one of the two");
  }
  // A swept lever leaves that of the baseline as it is.
  bool const moves_drawn = !axis.key.starts_with("policy.") &&
                           std::ranges::find(scenario.uncertain, row->path, &Uncertain::path) !=
                               scenario.uncertain.end();
  if (moves_drawn) {
    problems.add(axis.place, "sweep." + axis.key +
                                 " is swept, but it has a prior; take it out of one of "
                                 "the two");
  }
  auto const* const fixed = find_path(root, axis.key);
  if (fixed != nullptr && problems.sources[fixed->place.source].label.starts_with("--set ")) {
    problems.add(fixed->place, axis.key + " is set, but the scenario sweeps it (" +
                                   problems.text_of(axis.place) +
                                   "); take it out of one of the two");
  }
}

void refuse_too_many(std::vector<SweepAxis> const& axes, Entry const& sweep, Problems& problems) {
  constexpr double most_variants = 100000;
  double variants = 1;
  for (auto const& axis : axes)
    variants *= static_cast<double>(std::max<std::size_t>(axis.values.size(), 1));
  if (variants <= most_variants) return;
  problems.add(sweep.place, "sweep has " + seven_digits(variants) +
                                " combinations; it may have at most " + shortest(most_variants));
}

}  // namespace

std::vector<SweepAxis> checked_sweep(Entry const& root, Scenario const& scenario,
                                     Problems& problems) {
  std::vector<SweepAxis> axes;
  auto const* const sweep = find(root, "sweep");
  if (sweep == nullptr || !is_section(*sweep, "sweep", problems)) return axes;
  for (auto const& axis : sweep->members) {
    auto const rule = rule_of_path(axis.key);
    if (!rule) {
      add_unknown_path(axis, problems);
      continue;
    }
    refuse_contradictions(axis, root, scenario, problems);
    axes.push_back({axis.key, checked_values(axis, *rule, problems)});
  }
  bool const over_levers =
      std::ranges::any_of(axes, [](auto const& a) { return a.path.starts_with("policy."); });
  if (over_levers && scenario.policies.size() == 1 && scenario.policies.front().name == "swept") {
    problems.add(sweep->place,
                 "sweep makes a policy called swept, but the baseline has that name; rename it");
  }
  refuse_too_many(axes, *sweep, problems);
  return axes;
}

}  // namespace graduasi
