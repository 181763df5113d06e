// The order of a month for the families of one facilitator. It reads like the list in sim/model.md,
// "Process overview", and the order is part of the model: attendance before dose, confidence after
// earnings.
#pragma once

#include "agents/districts.h"
#include "model/count.h"
#include "model/parameters.h"
#include "model/tile.h"
#include "policy/levers.h"
#include "random/draws.h"

namespace graduasi {

/// What all families of a district share this month.
struct MonthInDistrict {
  World const& world;
  Levers const& levers;
  District const& district;
  DrawFor draw_for;  ///< the first family of the tile at hand
  float cycle;       ///< business cycle, log points
  bool opens_quarter;
  QuarterRisks const& risks;
  bool strikes = false;      ///< whether families are struck off by rank this month
  StrikeBorder border = {};  ///< above it, if so
  Yardstick yardstick = {};
};

/// What a facilitator has to give this month.
struct MonthOfFacilitator {
  SessionRound round;  ///< `first` is that of the tile at hand
  float visit_rate;    ///< visits per active family, on average
  float visit_hours;   ///< with the family
  float quality;       ///< competence times resources
  float checks;        ///< part of the checks that hours allow
  Judgement judge;     ///< of who assesses
  Pushed pushed;       ///< by a target
};

inline void fill(std::span<float> values, float value) {
  auto const slots = values.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) values[i] = value;
}

inline void zero(std::span<float> values) { fill(values, 0.0f); }

inline void draw_month(Tile const& t, MonthInDistrict const& m) {
  auto const& who = m.draw_for;
  draw_normals_and_two(t.luck, t.survey, t.setback, t.attendance, who, Monthly::luck);
  draw_four(t.visit, t.check, t.own_request, t.reluctance, who, Monthly::contact);
  draw_normal_and_two(t.sight, t.decision, t.approval, who, Monthly::assessment);
}

inline void advance_luck(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  auto const& p = m.world.shocks;
  if (!p.on) return zero(t.hit);
  move_shocks(h.shock, t.luck, m.district.shock_sd, p);
  strike(t.hit, h.savings, t.setback, p);
}

inline void advance_members(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (!m.opens_quarter || !m.world.member_clocks.on) return;
  draw_words(t.risk_a, t.risk_b, t.birth, m.draw_for, Monthly::members);
  pass_quarter(h.members, t.entitlement, {.risk_a = t.risk_a, .risk_b = t.risk_b, .birth = t.birth},
               m.risks, m.levers.benefit);
}

/// How often each family is visited.
inline void plan_visits(Tile const& t, VisitLevers const& visits, float equal) {
  if (visits.targeting == VisitTargeting::equal) return fill(t.visit_rate, equal);
  rank_for_visits(t.visit_rank, t.active, t.recorded, t.lot, visits.targeting);
  focus_visits(t.visit_rate, t.visit_rank, equal, visits.focus);
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
  plan_visits(t, m.levers.visits, f.visit_rate);
  visit(t.visits, t.active, t.visit, t.visit_rate);
  remember_contact(h.contact, t.dose, t.good,
                   {.attended = t.attended,
                    .visits = t.visits,
                    .session_hours = m.levers.sessions.hours,
                    .visit_hours = f.visit_hours,
                    .quality = f.quality},
                   m.world.contact);
}

inline void earn_and_live(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (m.world.skills.on) learn(h.skills, t.skills_start, t.good, m.world.skills);
  if (m.world.earnings.on) {
    move_earnings(h.permanent,
                  {.base = h.base,
                   .skills = h.skills,
                   .skills_start = t.skills_start,
                   .confidence = h.confidence,
                   .confidence_start = t.confidence_start},
                  m.world.earnings);
  }
  earn(t.log_earned, h.permanent, h.shock, m.cycle);
  live_on(h.savings, t.earned, t.benefit, t.spending,
          {.log_earned = t.log_earned,
           .active = t.active,
           .paid = t.paid,
           .persons = t.persons,
           .line_rupiah = m.district.line_rupiah},
          m.world.money);
  if (m.world.self_confidence.on) {
    move_confidence(h.confidence, h.reference,
                    {.start = t.confidence_start,
                     .active = t.active,
                     .good = t.good,
                     .hit = t.hit,
                     .log_earned = t.log_earned,
                     .strengths_share = m.levers.mentoring.strengths_share},
                    m.world.self_confidence);
  }
  count_ready_months(t.ready_for, h.permanent, m.world.readiness);
}

/// What the registry does with families: checks and what they find, mismatches, striking off.
inline void keep_registry(Tile const& t, MonthInDistrict const& m, MonthOfFacilitator const& f) {
  auto const& registry = m.world.registry;
  check_components(t.paid, t.leaves_natural, t.checked,
                   {.active = t.active,
                    .entitlement = t.entitlement,
                    .draw = t.check,
                    .cycle_months = m.levers.registry.cycle_months,
                    .capacity = f.checks * f.pushed.checks},
                   m.world.natural_exit);
  if (f.pushed.labels > 0.0f)
    label(t.leaves_natural, t.labelled, t.approval, f.pushed.labels);
  else
    zero(t.labelled);
  renew_records(t.recorded, t.record_age,
                {.checked = t.checked,
                 .waits = t.waits,
                 .log_earned = t.log_earned,
                 .error = t.survey,
                 .draw = t.check,
                 .cycle_months = m.levers.registry.cycle_months},
                registry);
  lose_by_mismatch(t.removed, t.appeals, t.active, t.check, registry);
  restore(t.restored, t.appealing, t.since_exit, registry);
}

/// Those in the programme whom nothing has taken off so far.
inline void remaining(std::span<float> still, Tile const& t) {
  auto const slots = still.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    still[i] = t.active[i] - t.leaves_natural[i] - t.labelled[i] - t.removed[i] - t.appeals[i];
  }
}

inline void without(std::span<float> still, std::span<float const> taken) {
  auto const slots = still.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) still[i] -= taken[i];
}

inline void leave(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                  MonthOfFacilitator const& f) {
  keep_registry(t, m, f);
  remaining(t.may_leave, t);
  if (m.strikes) {
    strike_off(t.struck, t.may_leave, t.recorded, t.lot, m.border);
    without(t.may_leave, t.struck);
  } else {
    zero(t.struck);
  }
  assess(t.since_assessed, t.assessed, t.found_able, t.raised, t.pushed,
         {.active = t.active,
          .visits = t.visits,
          .log_earned = t.log_earned,
          .sight = t.sight,
          .draw = t.reluctance,
          .judge = f.judge,
          .raised_more = f.pushed.raised,
          .margin_lower = f.pushed.margin},
         m.world.assessment);
  decide(t.asked, t.left_raised, t.left_own, t.assessed_out,
         {.may = t.may_leave,
          .raised = t.raised,
          .log_earned = t.log_earned,
          .earned = t.earned,
          .benefit = t.benefit,
          .savings = h.savings,
          .confidence = h.confidence,
          .dose = t.dose,
          .willing = t.willing,
          .own_draw = t.own_request,
          .decision_draw = t.decision,
          .approval_draw = t.approval,
          .assessed_out_share = m.levers.graduation.assessed_out_share},
         m.world.leaving);
}

/// 1 if any family of the tile has fallen back, so that draws of return matter.
inline bool any_fallen(Tile const& t) {
  std::int32_t fallen = 0;
  auto const slots = t.fallen.size();
#pragma omp simd reduction(+ : fallen)
  for (std::size_t i = 0; i < slots; ++i) fallen += counted(t.fallen[i]);
  return fallen > 0;
}

inline void live_on_outside(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (!m.world.afterwards.on) {
    zero(t.falls);
    return zero(t.returns);
  }
  fall_back(t.below_for, t.fallen, t.falls, t.gone, h.permanent);
  if (!any_fallen(t)) return zero(t.returns);
  draw_one(t.comeback, m.draw_for, Monthly::afterwards);
  come_back(t.returns,
            {.gone = t.gone,
             .restored = t.restored,
             .fallen = t.fallen,
             .entitlement = t.entitlement,
             .spending = t.spending,
             .survey = t.survey,
             .draw = t.comeback,
             .noise_sd = m.district.noise_sd},
            m.world.afterwards);
}

/// One month for the families of one tile. What happened stays in the tile until `pack` writes the
/// families' new state.
inline Served month_of(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                       MonthOfFacilitator const& f, Tally& tally) {
  draw_month(t, m);
  unpack(t, h);
  advance_luck(t, h, m);
  advance_members(t, h, m);
  meet(t, h, m, f);
  earn_and_live(t, h, m);
  leave(t, h, m, f);
  live_on_outside(t, h, m);
  conclude(t);
  count_month(tally, t, h, m.yardstick);
  return served_by(t);
}

}  // namespace graduasi
