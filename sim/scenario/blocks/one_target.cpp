#include "scenario/blocks/one_target.h"

#include "base/text.h"
#include "scenario/baseline_levers.h"
#include "scenario/text/value.h"
#include "scenario/timeline.h"

#include <algorithm>
#include <optional>

namespace graduasi {

namespace {

constexpr std::string_view of_nation = "policy.target.families";
constexpr std::string_view of_facilitator = "policy.target.per_facilitator";

bool is_target(std::string_view path) { return path == of_nation || path == of_facilitator; }

/// As they are written: a number of the nation that is set for some areas is not taken to be more.
double as_written(Policy const&, Where const&) { return 1; }

/// The other one of the two.
float other_than(std::string_view path, TargetLevers const& target) {
  return path == of_nation ? target.per_facilitator : target.families;
}

/// What a sweep or an optimum moves a target to, at most.
struct MovedTarget {
  std::string key;  ///< as the scenario writes it
  std::string path;
  double max;
};

/// @param place  of the sweep or of the levers
/// @param start  "sweep." or "optimise.levers."
void refuse_moved(std::vector<MovedTarget> const& moved, Place place, std::string const& start,
                  Scenario const& scenario, Problems& problems) {
  auto const above = std::ranges::count_if(moved, [](auto const& m) { return m.max > 0; });
  if (above > 1)
    return problems.add(place, start + moved.front().key + " and " + start + moved.back().key +
                                   " are both above 0; a target is of the nation or of a "
                                   "facilitator, take out one of the two");
  for (auto const& target : moved) {
    if (!(target.max > 0)) continue;
    for (auto const& policy : scenario.policies) {
      auto const places = levers_in_places(policy, scenario);
      bool const both = std::ranges::any_of(places, [&](auto const& months) {
        return std::ranges::any_of(months, [&](Levers const& levers) {
          return other_than(target.path, levers.target) > 0;
        });
      });
      if (!both) continue;
      return problems.add(
          place, start + target.key + " moves a target, but the policy " + policy.name + " has " +
                     std::string(target.path == of_nation ? of_facilitator : of_nation) +
                     " above 0; a target is of the nation or of a facilitator, set the other to 0");
    }
  }
}

/// Both targets of a policy in the first month that has both, somewhere.
struct TwoTargets {
  int month;
  TargetLevers asked;
};

std::optional<TwoTargets> two_targets_of(Policy const& policy, Scenario const& scenario) {
  for (auto const& months : levers_in_places(policy, scenario, as_written)) {
    auto const both = std::ranges::find_if(months, [](Levers const& levers) {
      return levers.target.families > 0 && levers.target.per_facilitator > 0;
    });
    if (both != months.end())
      return TwoTargets{std::max(static_cast<int>(both - months.begin()), 1), both->target};
  }
  return std::nullopt;
}

}  // namespace

void refuse_two_targets(Entry const& root, Scenario const& scenario, Problems& problems) {
  if (!problems.all.empty()) return;
  for (std::size_t p = 0; p < scenario.policies.size(); ++p) {
    auto const& policy = scenario.policies[p];
    auto const both = two_targets_of(policy, scenario);
    if (!both) continue;
    auto const* const list = find(root, "policies");
    return problems.add(
        list == nullptr ? root.place : list->items[p].place,
        "the policy " + policy.name + " asks in " +
            text_of(later(scenario.run.start, both->month - 1)) + " for " +
            seven_digits(static_cast<double>(both->asked.families)) +
            " exits of the nation (policy.target.families) and for " +
            seven_digits(static_cast<double>(both->asked.per_facilitator)) +
            " of a facilitator (policy.target.per_facilitator); set one of the two to 0");
  }
  std::vector<MovedTarget> moved;
  for (auto const& axis : scenario.sweep) {
    auto const path = lever_of_baseline(axis.path);
    if (is_target(path)) moved.push_back({axis.path, path, std::ranges::max(axis.values)});
  }
  if (!moved.empty()) refuse_moved(moved, find(root, "sweep")->place, "sweep.", scenario, problems);
  if (!scenario.optimisation) return;
  moved.clear();
  for (auto const& lever : scenario.optimisation->levers)
    if (is_target(lever.path)) moved.push_back({lever.path, lever.path, lever.range.max});
  auto const* const block = find(root, "optimise");
  if (!moved.empty())
    refuse_moved(moved, block == nullptr ? root.place : block->place, "optimise.levers.", scenario,
                 problems);
}

}  // namespace graduasi
