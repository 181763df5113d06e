// One family's month, written down in full.
#pragma once

#include "model/month.h"

#include <cstdint>

namespace graduasi {

/// What happened to a traced family in a month, and how it stood at its end.
struct TraceRow {
  int month = 0;
  std::int32_t status = 0;     ///< a Status, at the end of the month
  std::int32_t leaves_as = 0;  ///< a Status; 0: does not leave
  bool enters = false, admitted = false;
  float shock = 0, hit = 0;             ///< log points; 1 if struck by a setback
  float log_earned = 0, permanent = 0;  ///< log of poverty lines
  float benefit = 0, savings = 0;       ///< line-months
  float entitlement = 0, paid = 0;      ///< 100,000 rupiah a year, true and by the record
  float offered = 0, attended = 0, visits = 0;
  float contact = 0, dose = 0, good = 0;
  float confidence = 0, skills = 0, habit = 0, access = 0, digital = 0, clash = 0;
  float assets = 0, income = 0;  ///< of the business, line-months
  bool enterprise = false, card_away = false;
  float linked = 0, given = 0, taught = 0, fails = 0, taken = 0;
  float lasting = 0;  ///< earnings without luck, line-months
  float checked = 0, assessed = 0, found_able = 0, raised = 0, pushed = 0, asked = 0;
  float recorded = 0;  ///< log of poverty lines, by the record
  std::int32_t record_age = 0, ready_for = 0;
  bool became_able = false, left_poor = false, fell_back = false;
  std::uint32_t facilitator = 0;  ///< number in the district
  bool vacant = false;
  float fatigue = 0, pressure = 0;
};

/// Copies what the tile holds of its family number `i`.
inline TraceRow trace_of(Tile const& t, HouseholdsView const& h, std::size_t i) {
  TraceRow row;
  row.status = t.status[i];
  row.leaves_as = t.leaves_as[i];
  row.enters = t.enters[i] > 0.0f;
  row.admitted = flags::admitted.get(h.flags[i]) != 0;
  row.shock = h.shock[i];
  row.hit = t.hit[i];
  row.log_earned = t.log_earned[i];
  row.permanent = h.permanent[i];
  row.benefit = t.benefit[i];
  row.savings = h.savings[i];
  row.entitlement = t.entitlement[i];
  row.paid = t.paid[i];
  row.offered = t.offered[i] * t.active[i];
  row.attended = t.attended[i];
  row.visits = t.visits[i];
  row.contact = h.contact[i];
  row.dose = t.dose[i];
  row.good = t.good[i];
  row.confidence = h.confidence[i];
  row.skills = h.skills[i];
  row.habit = h.habit[i];
  row.access = t.access[i];
  row.digital = t.digital[i];
  row.clash = t.clash[i];
  row.assets = t.assets[i];
  row.income = t.income[i];
  row.enterprise = t.enterprise[i] > 0.0f;
  row.card_away = t.card_away[i] > 0.0f;
  row.linked = t.linked[i];
  row.given = t.given[i];
  row.taught = t.taught[i];
  row.fails = t.fails[i];
  row.taken = t.taken[i];
  row.lasting = t.lasting[i];
  row.checked = t.checked[i];
  row.assessed = t.assessed[i];
  row.found_able = t.found_able[i];
  row.raised = t.raised[i];
  row.pushed = t.pushed[i];
  row.asked = t.asked[i];
  row.recorded = recorded_welfare(t.recorded[i]);
  row.record_age = t.record_age[i];
  row.ready_for = t.ready_for[i];
  row.became_able = t.became_able[i] > 0.0f;
  row.left_poor = row.leaves_as > 0 && row.lasting < 1.0f;
  row.fell_back = t.fell_back[i] > 0.0f;
  return row;
}

}  // namespace graduasi
