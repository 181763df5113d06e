// The order of a month for the families of one facilitator. It reads like the list in sim/model.md,
// "Process overview", and the order is part of the model: attendance before dose, confidence after
// earnings.
#pragma once

#include "model/arms.h"
#include "model/count_turns.h"
#include "model/exit_month.h"
#include "model/livelihood_month.h"
#include "model/month_inputs.h"
#include "model/pack.h"

namespace graduasi {

inline void draw_month(Tile const& t, MonthInDistrict const& m) {
  auto const& who = m.draw_for;
  draw_everyday({.first_normal = t.luck,
                 .second_normal = t.survey,
                 .third = t.setback,
                 .third_exchanged = t.attendance,
                 .fourth = t.visit,
                 .fourth_exchanged = t.check,
                 .sum = t.own_request},
                who, Monthly::everyday);
  if (!m.opens_quarter) return;
  draw_quarter({.normal = t.lasting_luck,
                .third = t.referral,
                .third_exchanged = t.trade,
                .fourth = t.work,
                .fourth_exchanged = t.card},
               who, Monthly::livelihood);
}

/// What contact is worth before the month adds to it, where a module acts before families meet.
inline void recall(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                   MonthOfFacilitator const& f) {
  if (recalls(m)) recall_contact(t.recalled, h.contact, f.quality, m.world.contact);
}

inline void advance_luck(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  auto const& p = m.world.shocks;
  if (p.on) {
    move_shocks(h.shock, t.luck, income_shock_sd(m.district.shock_sd, m.world.money), p);
    strike(t.hit, h.savings, t.assets,
           {.draw = t.setback, .good = t.recalled, .prevented = setbacks_prevented(m)}, p);
  } else {
    zero(t.hit);
  }
  if (!m.disaster) return;
  DisastersParameters disaster = m.world.disasters;
  if (!p.on) disaster.earnings_drop = 0;  // where shocks do not move it would never recover
  strike_district(t.hit, h.shock, h.savings, t.assets, t.setback, disaster);
}

/// Half-years in the programme.
inline void count_half_years(Tile const& t) {
  auto const slots = t.half_years.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const longer = t.half_years[i] < 31 ? t.half_years[i] + 1 : 31;
    t.half_years[i] = t.active[i] > 0.0f ? longer : t.half_years[i];
  }
}

/// Which families are not paid in July. After a grant the benefit may go on, see `pay`.
inline void look_at_schooling(Tile const& t, MonthInDistrict const& m) {
  if (!ends_school_year(m)) return;
  std::int32_t const months = m.levers.partners.benefit_continues;
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const self_reliant = t.status[i] <= static_cast<std::int32_t>(last_self_reliant)
                                   ? t.gone[i] * t.granted[i]
                                   : 0.0f;
    float const goes_on = t.since_exit[i] <= months ? self_reliant : 0.0f;
    t.without_pay[i] = t.gone[i] + t.waits[i] - goes_on;
  }
}

/// Remembers, before the quarter's step, who would be last.
inline void look_at_pupils(Tile const& t, HouseholdsView const& h) {
  auto const slots = t.pupil_last.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const before = static_cast<std::int32_t>(t.entitlement[i]);
    t.pupil_last[i] = pupil_was_last(t.pupil_last[i], before, 0, h.members[i]);
  }
}

/// Where somebody is eligible after it, nobody was last.
inline void forget_pupils(Tile const& t) {
  auto const slots = t.pupil_last.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    t.pupil_last[i] = t.entitlement[i] > 0.0f ? 0 : t.pupil_last[i];
}

/// Who has nobody to share care with.
inline void look_at_heads(Tile const& t, HouseholdsView const& h) {
  auto const slots = t.alone.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) t.alone[i] = traits::female_headed.get(h.traits[i]);
}

/// Hours that care frees or takes move earnings with them.
inline void free_hours(Tile const& t) {
  auto const slots = t.change.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) t.change[i] += t.left[i] - t.left_before[i];
}

/// Members a quarter older, and who lives at home with them.
inline void advance_members(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (!m.world.member_clocks.on) return zero(t.change);
  unpack_home(t, h);
  draw_members({.risk_a = t.risk_a,
                .risk_b = t.risk_b,
                .leavers_a = t.leavers_a,
                .leavers_b = t.leavers_b,
                .birth = t.birth,
                .moves = t.moves},
               m.draw_for, Monthly::members);
  look_at_schooling(t, m);
  if (asks_schools(m)) look_at_pupils(t, h);
  CareNeeds const care = care_needs(m.world.care);
  if (takes_care(m)) {
    look_at_heads(t, h);
    look_at_care(t.left_before, h.members, t.grown, t.alone, care);
  }
  pass_quarter(h.members, t.adult, t.entitlement, t.happened,
               {.risk_a = t.risk_a,
                .risk_b = t.risk_b,
                .birth = t.birth,
                .unpaid = t.without_pay,
                .good = t.recalled,
                .prevented = kept_at_school(m)},
               m.risks, m.levers.benefit);
  if (asks_schools(m)) forget_pupils(t);
  if (m.world.life_cycle.on) {
    live_a_quarter(t.persons, t.grown, t.working, t.change,
                   {.members = h.members,
                    .happened = t.happened,
                    .leavers_a = t.leavers_a,
                    .leavers_b = t.leavers_b,
                    .moves = t.moves},
                   m.life);
  } else {
    zero(t.change);
  }
  if (takes_care(m)) {
    look_at_care(t.left, h.members, t.grown, t.alone, care);
    free_hours(t);
  }
  pack_home(h, t);
}

/// What a quarter does to members, persons and what earnings tend to.
inline void advance_lives(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (m.opens_half_year) count_half_years(t);
  if (!m.opens_quarter) return;
  advance_members(t, h, m);
  bool const moves = m.lasting_step.moves() || m.world.life_cycle.on;
  if (m.world.earnings.on && moves)
    move_base(h.base, h.permanent, t.change, t.lasting_luck, m.lasting_step);
}

/// Slots of the longest tile of a month. Visits are ranked within a tile: that one must not be cut.
inline std::size_t longest_tile(VisitLevers const& visits) {
  return chooses_part(visits.targeting) ? tile_slots : short_tile_slots;
}

/// 1 for an active family whose proposal to leave does not wait for approval, else 0.
inline std::int32_t is_assessed(HouseholdsView const& h, std::size_t i) {
  std::int32_t const waits = traits::proposed.get(h.traits[i]) > 0 ? 1 : 0;
  return static_cast<std::int32_t>(is_active(h.flags[i])) & ~waits;
}

/// Families of a caseload whose assessment is due when the month begins.
inline std::int32_t due_by_gap(HouseholdsView const& h, AssessmentGap const& gap) {
  std::int32_t due = 0;
  auto const slots = h.flags.size();
#pragma omp simd reduction(+ : due)
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const since = as_int(flags::since_assessed.get(h.flags[i]));
    std::int32_t const lot = as_int(traits::lot.get(h.traits[i]));
    due += is_due(since, lot, gap) ? is_assessed(h, i) : 0;
  }
  return due;
}

/// The same where a time limit asks for an assessment.
inline std::int32_t due_by_gap_or_limit(HouseholdsView const& h, MonthInDistrict const& m) {
  LimitReached const limit = limit_in(m);
  AssessmentGap const gap = m.assessment_gap;
  std::int32_t const into = m.into_half_year, opens = m.opens_half_year ? 1 : 0;
  std::int32_t due = 0;
  auto const slots = h.flags.size();
#pragma omp simd reduction(+ : due)
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const since = as_int(flags::since_assessed.get(h.flags[i]));
    std::int32_t const lot = as_int(traits::lot.get(h.traits[i]));
    // The half-year that opens is counted later in the month.
    std::int32_t const counted = as_int(livelihood::half_years.get(h.livelihood[i])) + opens;
    std::int32_t const half_years = counted < 31 ? counted : 31;
    std::int32_t const limited = limit.by(half_years, h.members[i]);
    std::int32_t const owes = owes_assessment(since, half_years, into, limit);
    // Products: two choices one after the other would become branches.
    std::int32_t const either = static_cast<std::int32_t>(is_due(since, lot, gap)) | limited * owes;
    due += either * is_assessed(h, i);
  }
  return due;
}

inline std::int32_t due_in(HouseholdsView const& h, MonthInDistrict const& m) {
  if (!m.assesses) return 0;
  return assesses_at_limit(m) ? due_by_gap_or_limit(h, m) : due_by_gap(h, m.assessment_gap);
}

/// How visits are spread where those due come first.
/// @param hours     of the facilitator for visits and assessments
/// @param visit     hours of a visit
/// @param families  active in the caseload
inline VisitRates visits_due_first(float hours, float visit, float families,
                                   HouseholdsView const& caseload, MonthInDistrict const& m) {
  if (m.levers.visits.targeting != VisitTargeting::due) return {};
  auto const due = static_cast<float>(due_in(caseload, m));
  float const assessment = coverage_in(m) * m.world.assessment.assess_hours;
  VisitRates const rates = due_first(hours, visit, assessment, due, families);
  return {math::min(rates.due, max_visits), math::min(rates.others, max_visits)};
}

/// How often each family is visited.
inline void plan_visits(Tile const& t, VisitLevers const& visits, MonthOfFacilitator const& f) {
  if (visits.targeting == VisitTargeting::equal) return fill(t.visit_rate, f.visit_rate);
  if (visits.targeting == VisitTargeting::due)
    return visit_due_first(t.visit_rate, t.due, f.due_first);
  rank_for_visits(t.visit_rank, t.active, t.recorded, t.lot, visits.targeting);
  focus_visits(t.visit_rate, t.visit_rank, f.visit_rate, visits.focus);
}

inline void bring_events(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                         MonthOfFacilitator const& f) {
  if (!m.eventful) return;
  reach_arms(t, h, m.events,
             {.first_id = m.draw_for.first_id,
              .district_number = m.district_number,
              .facilitator = f.number,
              .month = static_cast<int>(m.draw_for.month),
              .key = m.draw_for.key,
              .visits_of_coach = m.visits_of_coach,
              .line_rupiah = m.district.line_rupiah});
}

inline void see_neighbours(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (!m.world.peers.on) {
    zero(t.peer_pull);
    return zero(t.norm);
  }
  look_at_peers(t.peer_pull, t.norm,
                {.active = t.active,
                 .gone = t.gone,
                 .confidence = h.confidence,
                 .status = t.status,
                 .since_exit = t.since_exit,
                 .was_poor = t.was_poor,
                 .last_self_reliant = static_cast<std::int32_t>(last_self_reliant)},
                m.world.peers);
}

inline void meet(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                 MonthOfFacilitator const& f) {
  offer_sessions(t.offered, f.round);
  attend(t.attended, h.habit,
         {.active = t.active,
          .habit_start = t.habit_start,
          .clash = t.clash,
          .offered = t.offered,
          .draw = t.attendance,
          .evening_share = m.levers.sessions.evening_share,
          .quality = f.quality},
         m.world.attendance);
  mark_due(t.due, t.assessable, t.since_assessed, t.lot, m.assessment_gap, m.assesses);
  if (assesses_at_limit(m)) {
    LimitReached const limit = limit_in(m);
    end_membership(t.ends, t.assessable, t.half_years, h.members, limit);
    mark_due_at_limit(t.due, t.ends, t.since_assessed, t.half_years, m.into_half_year, limit);
  }
  plan_visits(t, m.levers.visits, f);
  visit(t.visits, t.active, t.visit, t.visit_rate);
  remember_contact(h.contact, t.dose, t.good,
                   {.attended = t.attended,
                    .visits = t.visits,
                    .coached = t.coached,
                    .session_hours = m.levers.sessions.hours,
                    .visit_hours = f.visit_hours,
                    .quality = f.quality},
                   m.world.contact);
}

/// Counts the families of the tile that are looked at. What partners and the ministry give is
/// looked for only where it can have been given.
inline void count(Tally& tally, Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  count_month(tally, t, h, m.yardstick);
  if (m.yardstick.has_list) count_list(tally, t, m.yardstick);
  bool const supports = m.opens_quarter || m.eventful || m.yardstick.exit_bonus > 0.0f ||
                        m.levers.partners.benefit_continues > 0;
  if (supports) count_support(tally, t, m.yardstick);
  if (ends_school_year(m)) count_schooling(tally, t);
}

/// One month for the families of one tile. What happened stays in the tile until `pack` writes the
/// families' new state.
inline Served month_of(Tile& t, HouseholdsView const& h, MonthInDistrict const& m,
                       MonthOfFacilitator const& f, Tally& tally) {
  set_aside_what_cannot_happen(t, m, f.pushed);
  draw_month(t, m);
  unpack(t, h);
  if (remembers(m)) unpack_remembered(t, h);
  recall(t, h, m, f);
  advance_luck(t, h, m);
  advance_lives(t, h, m);
  bring_events(t, h, m, f);
  see_neighbours(t, h, m);
  meet(t, h, m, f);
  learn_from_contact(t, h, m, f);
  meet_partners(t, h, m, f);
  run_enterprise(t, h, m);
  work(t, m);
  earn_a_month(t, h, m);
  simulate_livelihood(t, h, m, f);
  feel(t, h, m);
  leave(t, h, m, f);
  live_on_outside(t, m);
  conclude(t);
  remember_above_line(t.was_above, t.outside, t.lasting);
  mark_turns(t, m.yardstick);
  count(tally, t, h, m);
  return served_by(t);
}

}  // namespace graduasi
