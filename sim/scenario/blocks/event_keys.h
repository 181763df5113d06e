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
  static OwnForm<Plan> const among, where;
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
      {.name = "places",
       .holding = {&Plan::places, places_range},
       .unit = "families",
       .meaning = "of the nation, under a where of its areas together, that it reaches in place of "
                  "a share: each district gets places by its families, and lots are drawn among "
                  "those there that fit in the month of the event",
       .standard = "share says it"},
      {.name = "rupiah",
       .holding = {&Plan::rupiah, rupiah_range},
       .unit = "rupiah",
       .meaning = "to each family, once or a month, in place of line_months; the poverty line of "
                  "its district and its persons turn it into line-months",
       .standard = "line_months says it"},
      {"among", &among, "",
       "whom it is for, by the record and by what families say: of the units drawn, it reaches "
       "families of which all of this is true in the month of the event"},
      {"where", &where, "",
       "in which areas it happens; within those of its policy, where that has a where"},
  });

  static bool leaves_out(Plan const& event, std::string_view key) {
    return (key == "months" && !row_of(event.kind).lasts) ||
           (key == "share_from" && event.share_from <= 0) || (key == "share" && event.places > 0) ||
           (key == "places" && event.places <= 0) || (key == "rupiah" && event.rupiah <= 0) ||
           (key == "among" && event.among.everybody()) ||
           (key == "where" && event.where.everywhere());
  }
};

/// What an event may ask of families.
template <>
struct BlockOf<Among> {
  using Plan = Among;
  static constexpr std::string_view name = "policies.events.among";
  static constexpr std::string_view meaning = "whom an event is for";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {"recorded_welfare",
       {&Plan::recorded_welfare, {0.2, 4.8}},
       "poverty lines",
       "[least, most] earnings per head by the record, a business included and the benefit not; at "
       "the ends of the range whatever lies beyond as well"},
      {"business", {&Plan::business}, "", "whether the family runs a business", "", "either"},
      {"oldest_adult",
       {&Plan::oldest_adult, {18, 80}},
       "years of age",
       "[least, most] age of the oldest adult of the family, who stands for its head; at the ends "
       "of the range whoever lies beyond as well"},
      {"female_headed",
       {&Plan::female_headed},
       "",
       "whether a woman heads the family",
       "",
       "either"},
  });

  static bool leaves_out(Plan const& plan, std::string_view key) {
    return (key == "recorded_welfare" && plan.recorded_welfare == Among::any_welfare) ||
           (key == "business" && !plan.business) ||
           (key == "oldest_adult" && plan.oldest_adult == Among::any_age) ||
           (key == "female_headed" && !plan.female_headed);
  }
};

}  // namespace graduasi
