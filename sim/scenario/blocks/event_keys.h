// What stands in an event, whatever its kind: the month, and whom it reaches.
#pragma once

#include "policy/events.h"
#include "scenario/blocks/key.h"

#include <array>
#include <string_view>

namespace graduasi {

/// Months that an event lasts which says nothing of it: longer than any run.
inline constexpr int to_the_end = 600;

template <>
struct BlockOf<Event> {
  using Plan = Event;
  static constexpr std::string_view name = "policies.events";
  static constexpr std::string_view meaning = "what a policy does once, or for a number of months";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {.name = "month",
       .holding = {[](Plan const& event) -> int const& { return event.month; },
                   KeyForm::numbered_date},
       .unit = "",
       .meaning = "when it happens, or begins",
       .missing = " is missing; it says when the event happens"},
      {.name = "months",
       .holding = {&Plan::months, {1, to_the_end}},
       .unit = "months",
       .meaning = "that it lasts, where its kind goes on",
       .standard = "to the end of the run"},
      {"share", {&Plan::share, {0, 1}}, "", "of units that it reaches"},
      {"share_from",
       {&Plan::share_from, {0, 1}},
       "",
       "share of units that come before those reached, for arms that do not overlap"},
      {"unit", {&Plan::unit, arm_unit_names}, "", "who is drawn together"},
      {"arm",
       {&Plan::arm, {1, 1000}},
       "",
       "number of the draw: events of one arm and unit reach the same"},
  });

  static bool leaves_out(Plan const& event, std::string_view key) {
    return (key == "months" && !row_of(event.kind).lasts) ||
           (key == "share_from" && event.share_from <= 0);
  }
};

}  // namespace graduasi
