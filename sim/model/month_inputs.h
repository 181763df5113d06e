// What a month of a tile of families depends on, beside the families.
#pragma once

#include "agents/districts.h"
#include "model/count.h"
#include "model/parameters.h"
#include "model/tile.h"
#include "policy/events.h"
#include "policy/levers.h"
#include "random/draws.h"

#include <limits>

namespace graduasi {

/// Which of the proposals that wait a district approves: those that have waited for more than so
/// many months, and of those that have waited for just so many the ones in its first slots.
struct ApprovalBorder {
  std::int32_t months = 0;
  std::int32_t before = std::numeric_limits<std::int32_t>::max();
};

/// What all families of a district share this month.
struct MonthInDistrict {
  World const& world;
  Levers const& levers;
  District const& district;
  DrawFor draw_for;  ///< the first family of the tile at hand
  float cycle;       ///< business cycle, log points
  bool opens_quarter;
  bool opens_half_year;
  std::int32_t into_half_year;    ///< months since one opened, 0 to 5
  bool disaster;                  ///< strikes the district this month
  bool eventful;                  ///< whether an event of the policy happens this month
  std::span<Event const> events;  ///< of the policy, in any month
  std::uint32_t district_number;
  float ration;  ///< part of the referrals wanted that partners have places for
  AssessmentGap assessment_gap;
  AskedLine asked;        ///< of assessors
  bool assesses;          ///< whether families are assessed this month
  float visits_of_coach;  ///< home visits that a full-time coach makes in a month
  QuarterRisks const& risks;
  LifeQuarter life;          ///< of the quarter that opens
  LastingStep lasting_step;  ///< the same
  bool strikes = false;      ///< whether families are struck off by rank this month
  StrikeBorder border = {};  ///< above it, if so
  Yardstick yardstick = {};
  bool averages = false;          ///< whether assessors look at more than a month, or have
  bool queues = false;            ///< whether proposals may wait for approval
  ApprovalBorder approvals = {};  ///< which of them are approved, if so
};

/// What a facilitator has to give this month.
struct MonthOfFacilitator {
  SessionRound round;         ///< `first` is that of the tile at hand
  float visit_rate;           ///< visits per active family, on average
  float visit_hours;          ///< with the family
  float quality;              ///< competence times resources, as far as fatigue leaves it
  float root_quality = 1;     ///< its square root
  float checks;               ///< part of the checks that hours allow
  Judgement judge;            ///< of who assesses
  float keeps_cards = 0;      ///< cards that he takes, of his families and per month
  Pushed pushed;              ///< by a target
  StrikeBorder called = {};   ///< above it by their record, families are assessed for it
  VisitRates due_first = {};  ///< where those whose assessment is due come first
  std::uint32_t number = 0;   ///< in the district
};

/// What can happen this month, so that it is worked out.
inline bool asks_partners(MonthInDistrict const& m) {
  return m.world.partners.on && m.opens_quarter;
}
inline bool brings_grants(MonthInDistrict const& m) { return asks_partners(m) || m.eventful; }
/// Children change school level or leave school.
inline bool ends_school_year(MonthInDistrict const& m) {
  return m.opens_quarter && m.risks.ends_school_year && m.world.member_clocks.on;
}
/// Schools are asked who no longer comes.
inline bool asks_schools(MonthInDistrict const& m) {
  return m.opens_quarter && m.world.natural_exit.commitment > 0.0f && m.world.member_clocks.on;
}
/// Care at home takes earning hours.
inline bool takes_care(MonthInDistrict const& m) {
  return m.world.life_cycle.on && m.world.care.child_hours > 0.0f;
}
/// What the modules of mentoring do at full dose and quality; 0 where they are not held.
inline float added_to_buffer(MonthInDistrict const& m) {
  return m.levers.mentoring.finance_share * m.world.money.finance_effect;
}
inline float failures_prevented(MonthInDistrict const& m) {
  return m.levers.mentoring.enterprise_share * m.world.enterprise.taught_effect;
}
inline float kept_at_school(MonthInDistrict const& m) {
  if (!ends_school_year(m)) return 0;
  return m.levers.mentoring.parenting_share * m.world.member_clocks.parenting_effect;
}
inline float setbacks_prevented(MonthInDistrict const& m) {
  return m.levers.mentoring.health_share * m.world.shocks.health_effect;
}
/// Whether a module acts before families meet.
inline bool recalls(MonthInDistrict const& m) {
  return setbacks_prevented(m) > 0.0f || kept_at_school(m) > 0.0f;
}
/// Work changes when a quarter opens, and hours with a business begun in any month.
inline bool moves_hours(MonthInDistrict const& m) { return m.opens_quarter || brings_grants(m); }
inline bool trades(MonthInDistrict const& m) { return m.world.enterprise.on && m.opens_quarter; }
inline bool labels_houses(MonthInDistrict const& m) {
  return m.world.labelling.on && m.levers.labelling.share > 0.0f;
}
/// Whether a time limit holds, and what it asks for.
inline bool has_limit(MonthInDistrict const& m, AtTimeLimit then) {
  return m.world.time_limit.on && m.levers.time_limit.years > 0.0f &&
         m.levers.time_limit.then == then;
}
inline bool leaves_at_limit(MonthInDistrict const& m) {
  return m.opens_half_year && has_limit(m, AtTimeLimit::leave);
}
inline bool assesses_at_limit(MonthInDistrict const& m) {
  return m.assesses && has_limit(m, AtTimeLimit::assess);
}
inline bool ends_memberships(MonthInDistrict const& m) {
  return leaves_at_limit(m) || assesses_at_limit(m);
}
inline LimitReached limit_in(MonthInDistrict const& m) {
  return limit_reached(track::disabled, track::elderly_from(m.levers.benefit.elderly_from),
                       m.levers.time_limit);
}
/// Part of the assessments due that is done.
inline float coverage_in(MonthInDistrict const& m) {
  return at_odds(m.levers.assessment.coverage, m.district.institution);
}
/// Active families, and no others, are paid.
inline bool pays_all_active(MonthInDistrict const& m) {
  return m.levers.partners.benefit_continues == 0 && !m.eventful;
}
/// Whether families carry what a rule leaves behind.
inline bool remembers(MonthInDistrict const& m) { return m.queues || m.averages; }
inline bool strikes_off(MonthInDistrict const& m) { return m.strikes || m.eventful; }

/// Lets each of the arrays be `one`.
template <class... Arrays>
void point_to(std::span<float> one, Arrays&... arrays) {
  ((arrays = one), ...);
}

/// Most of what may happen to a family cannot happen in a usual month. The arrays of what cannot
/// are all the one that holds nothing, which stays in the first cache and need not be cleared for
/// each. Who writes to such an array asks first whether it can happen.
inline void set_aside_what_cannot_happen(Tile& t, MonthInDistrict const& m, Pushed const& pushed) {
  if (!m.eventful)
    point_to(t.nothing, t.handed, t.top_up, t.unpaid, t.coached, t.supervised, t.cut_off, t.bound);
  if (!m.eventful && !(added_to_buffer(m) > 0.0f)) point_to(t.nothing, t.more_buffer);
  if (!ends_school_year(m)) point_to(t.nothing, t.without_pay);
  if (!recalls(m)) point_to(t.nothing, t.recalled);
  if (!asks_partners(m)) point_to(t.nothing, t.wanted, t.linked, t.funded, t.taught);
  if (!brings_grants(m)) point_to(t.nothing, t.given, t.begun);
  if (!trades(m)) point_to(t.nothing, t.fails);
  if (!labels_houses(m)) point_to(t.nothing, t.labelled);
  if (!labels_houses(m) && !m.opens_quarter) point_to(t.nothing, t.hurt);
  if (!strikes_off(m)) point_to(t.nothing, t.struck);
  if (!ends_memberships(m)) point_to(t.nothing, t.ends);
  if (!m.queues) point_to(t.nothing, t.approved);
  if (!remembers(m)) point_to(t.nothing, t.proposed);
  if (!remembers(m)) point_to(t.active, t.assessable);
  if (pushed.books <= 0.0f) point_to(t.nothing, t.booked);
  if (pushed.assessments <= 0.0f) point_to(t.nothing, t.called);
  if (pays_all_active(m)) point_to(t.active, t.paid_for);
}

inline void fill(std::span<float> values, float value) {
  auto const slots = values.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) values[i] = value;
}

inline void zero(std::span<float> values) { fill(values, 0.0f); }

inline void without(std::span<float> still, std::span<float const> taken) {
  auto const slots = still.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) still[i] -= taken[i];
}

inline void add_to(std::span<float> sums, std::span<float const> marks, float size) {
  auto const slots = sums.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) sums[i] += size * marks[i];
}

/// Marks go where events strike, however many do.
inline void take_away(std::span<float> marks, std::span<float const> struck) {
  auto const slots = marks.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) marks[i] *= 1.0f - math::min(struck[i], 1.0f);
}

}  // namespace graduasi
