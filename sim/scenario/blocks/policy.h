// Levers over time: a policy, and the steps that it is made of.
#pragma once

#include "policy/events.h"
#include "policy/levers.h"
#include "policy/where.h"
#include "scenario/blocks/key.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// The names of `event_kinds`.
inline constexpr auto event_kind_names = [] {
  std::array<std::string_view, event_kinds.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = event_kinds[i].name;
  return names;
}();

/// The levers that hold from a month on, reached linearly over `phase_in_months`.
struct LeverStep {
  CalendarMonth from;
  int phase_in_months = 0;
  Levers levers{};  ///< only the levers in `sets` are looked at, but of the baseline
  std::vector<std::string> sets{};  ///< "policy.caseload...": what this step moves
  Where where{};  ///< of the first step: of the policy as a whole, within which all others hold
};

/// What stands beside the levers of a policy, and of each of its changes.
template <>
struct BlockOf<LeverStep> {
  using Plan = LeverStep;
  static OwnForm<Plan> const where;
  static constexpr std::string_view name = "policies";
  static constexpr std::string_view meaning = "when the levers of a policy hold";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {.name = "from",
       .holding = {&Plan::from, KeyForm::date_in_run},
       .unit = "",
       .meaning = "before it, the baseline's levers hold",
       .standard = "run.start"},
      {"phase_in_months",
       {&Plan::phase_in_months, {0, 600}},
       "months",
       "number levers cover the way to the policy in this many equal parts"},
      {"where", &where, "",
       "where the policy or the change holds; elsewhere the baseline does. With both keys: on the "
       "islands and in the areas. A change or event of a policy with a where holds in the areas of "
       "both"},
  });

  static bool leaves_out(Plan const& plan, std::string_view key) {
    return (key == "phase_in_months" && plan.phase_in_months == 0) ||
           (key == "where" && plan.where.everywhere());
  }
};

/// A policy: levers over time. A lever that no step has set yet follows the baseline, month by
/// month.
struct Policy {
  std::string name;
  std::vector<LeverStep> steps;       ///< in date order, at least one
  std::vector<Event> events{};        ///< of this policy alone, as written
  std::vector<std::string> set_here;  ///< paths ("policy.caseload...") that the policy itself sets
};

/// What belongs to a policy as a whole.
template <>
struct BlockOf<Policy> {
  using Plan = Policy;
  static constexpr std::string_view name = "policies";
  static constexpr std::string_view meaning = "what is compared; the first one is the baseline";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {.name = "name",
       .holding = {&Plan::name, KeyForm::text},
       .unit = "",
       .meaning = "name of a policy; the first one is the baseline",
       .standard = "today",
       .missing = " is missing; results are told apart by it"},
      {"changes", ListOf{"a list of from, phase_in_months and levers"}, "",
       "changes of the levers over time, in date order"},
      {"events", ListOf{"a list of a month and what happens in it: ", event_kind_names}, "",
       "what a policy does once, or for a number of months, to a share of families, groups, "
       "facilitators or districts; those of the baseline happen under every policy"},
  });
};

}  // namespace graduasi
