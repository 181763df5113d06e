#include "scenario/minimum_wages.h"

#include "base/text.h"
#include "scenario/baseline_levers.h"

#include <algorithm>

namespace graduasi {

namespace {

constexpr std::string_view line_path = "policy.criteria.line";

/// Who asks for minimum wages, for people; empty when nobody does.
std::string who_asks(Scenario const& scenario) {
  for (auto const& policy : scenario.policies) {
    for (auto const& step : policy.steps) {
      bool const first = &policy == scenario.policies.data() && &step == policy.steps.data();
      bool const says = first || std::ranges::find(step.sets, line_path) != step.sets.end();
      if (says && step.levers.criteria.line == CriteriaLine::minimum_wage)
        return "the policy " + policy.name + " has policy.criteria.line";
    }
  }
  for (auto const& axis : scenario.sweep) {
    constexpr auto wage = static_cast<double>(CriteriaLine::minimum_wage);
    bool const has_it = std::ranges::find(axis.values, wage) != axis.values.end();
    if (lever_of_baseline(axis.path) == line_path && has_it) return "the sweep has " + axis.path;
  }
  return {};
}

}  // namespace

void refuse_unknown_wages(Scenario const& scenario, Areas const& areas) {
  auto const without = [](Area const& area) { return !(area.minimum_wage > 0); };
  auto const first = std::ranges::find_if(areas.rows, without);
  if (first == areas.rows.end()) return;
  auto const who = who_asks(scenario);
  if (who.empty()) return;
  auto const count = std::ranges::count_if(areas.rows, without);
  throw ScenarioError(
      {{scenario.areas_file.generic_string(),
        who + ": minimum_wage, but minimum_wage_rp_month is missing in " + std::to_string(count) +
            " of " + std::to_string(areas.rows.size()) + " areas, first " + first->name +
            "; give the minimum wage of every area in that column, rupiah a month, or take the "
            "line margin, multiple or decile"}});
}

}  // namespace graduasi
