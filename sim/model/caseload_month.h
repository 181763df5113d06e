// One facilitator's month: how families meet him, what of it is looked at closer, and the hours
// that it takes.
#pragma once

#include "model/district_year.h"
#include "model/intake.h"
#include "model/year_of_posts.h"

#include <cmath>

namespace graduasi {

/// The facilitator as this month's families meet him.
inline MonthOfFacilitator facilitator_month(FacilitatorsView const& f, std::size_t number,
                                            HouseholdsView const& caseload, TaskHours const& task,
                                            MonthInDistrict const& m, float pressure) {
  float const families = math::max(f.families[number], 1.0f);
  float const groups = families / task.group_size;
  float const whole_groups = static_cast<float>(static_cast<std::int32_t>(groups + 0.5f));
  float const bank = math::max(f.visit_hours[number], 0.0f);
  std::size_t const judge = f.judge[number];
  auto const& world = m.world;
  float const skill = skill_of(f.talent[judge], f.gain[judge], f.tenure[judge], world.competence);
  Judgement const judgement = judgement_of(f.noise[judge], f.bias[judge], f.reluctance[judge],
                                           skill, m.district.institution, world.assessment);
  Pushed pushed = pushed_by(pressure, f.integrity[judge], 1.0f - judgement.reluctance,
                            pursued(m.levers, world.target_pressure), world.target_pressure);
  pushed.checks = f.more_checks[number];
  pushed.assessments = f.more_assessed[number];
  return {.round = {.first = 0,
                    .step = 0,
                    .groups = math::max(whole_groups, 1.0f),
                    .turn = f.round[number],
                    .held = math::min(f.held[number] / groups, 2.0f)},
          .visit_rate = math::min(bank / (task.visit * families), max_visits),
          .visit_hours = task.visit_contact,
          .quality = f.quality[number],
          .root_quality = std::sqrt(f.quality[number]),
          .checks = f.checks[number],
          .judge = judgement,
          .keeps_cards = f.vacant[number] > 0.0f
                             ? 0.0f
                             : f.keeps_cards[number] * world.card_custody.keeper_takes,
          .pushed = pushed,
          .called = called_in(caseload, pushed.assessments),
          .due_first = visits_due_first(bank, task.visit, families, caseload, m)};
}

/// Counts the subgroups of a tile whose month is over, and writes families down where it is asked
/// for.
inline void look_closer(DistrictYear& y, Tile const& t, HouseholdsView const& h, std::size_t from,
                        MonthInDistrict const& m, int month, std::size_t number, float pressure) {
  auto const at = static_cast<std::size_t>(month - y.first_month);
  for (std::size_t s = 0; s < y.subgroups.size(); ++s) {
    look_at(t, h.traits, y.subgroups[s]);
    count(y.by_subgroup[at * y.subgroups.size() + s], t, h, m);
  }
  if (!y.notes.empty()) {
    note_families(y.notes.subspan(from, h.flags.size()), t, h, y.world,
                  static_cast<std::uint32_t>(number), month == 1);
  }
  if (y.trace.empty() || y.traced_slot < from || y.traced_slot - from >= h.flags.size()) return;
  TraceRow row = trace_of(t, h, y.traced_slot - from);
  row.month = month;
  row.facilitator = static_cast<std::uint32_t>(number);
  row.vacant = y.staff.people.vacant[number] > 0.0f;
  row.fatigue = y.staff.people.fatigue[number];
  row.pressure = pressure;
  y.trace[at] = row;
}

/// One facilitator's month: families go through it, and the hours for visits are booked.
inline void caseload_month(DistrictYear& y, std::size_t number, MonthInDistrict& m,
                           TileStorage& storage, TaskHours const& task, int month, float pressure) {
  auto const& people = y.staff.people;
  Tally& tally = y.tallies[static_cast<std::size_t>(month - y.first_month)];
  std::size_t const from = people.from[number], to = people.from[number + 1];
  std::size_t const slots = to - from;
  MonthOfFacilitator f =
      facilitator_month(people, number, part(y.households, from, slots), task, m, pressure);
  std::size_t const longest = longest_tile(m.levers.visits);
  std::size_t const tiles = (slots + longest - 1) / longest;
  std::size_t const tile_length = padded((slots + tiles - 1) / tiles);
  f.round.step = 1.0f / static_cast<float>(slots);
  Served served;
  std::int64_t const before = self_reliant_in(tally);
  for (std::size_t at = 0; at < slots; at += tile_length) {
    std::size_t const rest = slots - at;
    std::size_t const length = whole_registers(tile_length < rest ? tile_length : rest);
    f.round.first = static_cast<float>(at);
    f.number = static_cast<std::uint32_t>(number);
    m.draw_for.first_id = y.district.first_id + static_cast<std::uint32_t>(from + at);
    // Not const: g++ 12 keeps the spans of a constant in memory, and then forgets their length.
    Tile t = tile_of(storage, length);
    HouseholdsView h = part(y.households, from + at, length);
    Served const here = month_of(t, h, m, f, tally);
    look_closer(y, t, h, from + at, m, month, number, pressure);
    pack(h, t);
    if (remembers(m)) pack_remembered(h, t);
    if (moves_hours(m)) pack_work_pattern(h, t);
    served.visits += here.visits;
    served.assessed += here.assessed;
    served.called += here.called;
    served.active += here.active;
    served.wanted += here.wanted;
  }
  y.wanted += served.wanted;
  float const used =
      static_cast<float>(served.visits) * task.visit +
      static_cast<float>(served.assessed - served.called) * m.world.assessment.assess_hours;
  tally[Count::hours_used] += static_cast<std::int64_t>(used * 65536.0f);
  people.families[number] = static_cast<float>(served.active);
  people.visit_hours[number] -= used;
  std::int64_t const exits = self_reliant_in(tally) - before;
  people.exits[number] += static_cast<float>(exits);
  tally[Count::incentives] += exits * static_cast<std::int64_t>(m.levers.staff.incentive);
  float const turn = f.round.turn + f.round.held;
  people.round[number] = turn - static_cast<float>(static_cast<std::int32_t>(turn));
}

}  // namespace graduasi
