// Steps of the month by which families leave, are poor outside and return.
#pragma once

#include "model/month_inputs.h"

namespace graduasi {

/// Marks the families whose assessment or decision can matter this month: due and visited, called
/// for a target, or asking by themselves.
inline void mark_who_weigh(Tile const& t, float asks_below) {
  auto const slots = t.weighs.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const asks = t.own_request[i] < asks_below ? 1 : 0;
    t.weighs[i] = t.due[i] * t.visits[i] + t.called[i] > 0.0f ? 1 : asks;
  }
}

/// Lists the marked families.
/// @returns how many
inline std::size_t list_who_weigh(Tile const& t) {
  auto const slots = t.weighs.size();
  std::size_t count = 0;
  // One after the other: where the next number goes depends on all before it.
  for (std::size_t slot = 0; slot < slots; ++slot) {
    t.few[count] = static_cast<std::int32_t>(slot);
    count += static_cast<std::size_t>(t.weighs[slot]);
  }
  return count;
}

/// Draws of assessment and decision. They are keyed, so one whose answer cannot matter need not be
/// made: few families are assessed or ask in a month, and only theirs are drawn.
inline void draw_decisions(Tile const& t, MonthInDistrict const& m, bool for_all) {
  if (for_all)
    return draw_weighed({.normal = t.sight,
                         .third = t.decision,
                         .third_exchanged = t.reluctance,
                         .fourth = t.approval},
                        m.draw_for, Monthly::assessment);
  float const more = m.levers.labelling.share > 0.0f ? m.world.labelling.more_requests : 0.0f;
  float const asks_below = m.world.leaving.own_request_rate * (1.0f + more);
  mark_who_weigh(t, asks_below);
  std::size_t const count = list_who_weigh(t);
  std::size_t const whole = padded(count);
  for (std::size_t k = count; k < whole; ++k) t.few[k] = 0;
  WeighedDraws const few{.normal = t.few_sight,
                         .third = t.few_decision,
                         .third_exchanged = t.few_reluctance,
                         .fourth = t.few_approval};
  draw_weighed_of(few.first(whole), t.few, m.draw_for, Monthly::assessment);
  for (std::size_t k = 0; k < count; ++k) {
    auto const i = static_cast<std::size_t>(t.few[k]);
    t.sight[i] = t.few_sight[k];
    t.decision[i] = t.few_decision[k];
    t.reluctance[i] = t.few_reluctance[k];
    t.approval[i] = t.few_approval[k];
  }
}

/// Who is assessed for a target without being due: the best off by their record, as far as hours
/// for it go.
/// @param assessable  1 for families that may be, else 0
inline void call_in(std::span<float> called, std::span<float const> assessable,
                    std::span<std::int32_t const> since, std::span<std::int32_t const> recorded,
                    std::span<std::int32_t const> lot, StrikeBorder const& border) {
  strike_off(called, assessable, recorded, lot, border);
  auto const slots = called.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    called[i] = since[i] >= assessed_again_after ? called[i] : 0.0f;
}

/// Families of the programme that no check has taken off.
inline void listed_after_checks(std::span<float> listed, Tile const& t) {
  auto const slots = listed.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    listed[i] = t.active[i] - t.leaves_natural[i] - t.booked[i];
}

/// What the registry does with families: checks and what they find, mismatches, appeals. Whom
/// nothing has taken off so far `may_leave` in another way.
inline void keep_registry(Tile const& t, MonthInDistrict const& m, MonthOfFacilitator const& f) {
  auto const& registry = m.world.registry;
  float const cycle = m.levers.registry.cycle_months / m.district.institution;
  float const capacity = f.checks + f.pushed.checks * cycle;
  check_components(t.paid, t.leaves_natural, t.checked,
                   {.active = t.active,
                    .entitlement = t.entitlement,
                    .draw = t.check,
                    .cycle_months = cycle,
                    .capacity = capacity},
                   m.world.natural_exit);
  if (asks_schools(m))
    check_commitment(t.leaves_natural,
                     {.active = t.active,
                      .pupil_last = t.pupil_last,
                      .draw = t.check,
                      .cycle_months = cycle,
                      .capacity = capacity},
                     m.world.natural_exit);
  if (f.pushed.books > 0.0f)
    book_as_self_reliant(t.leaves_natural, t.booked, t.approval, f.pushed.books);
  renew_records(t.recorded, t.record_age,
                {.checked = t.checked,
                 .waits = t.waits,
                 .log_earned = t.log_earned,
                 .error = t.survey,
                 .draw = t.check,
                 .cycle_months = m.levers.registry.cycle_months},
                registry);
  // Where checks are so many that their draws reach those of mismatches, the check comes first.
  listed_after_checks(t.may_leave, t);
  lose_by_mismatch(t.removed, t.appeals, t.may_leave, t.check, registry);
  without(t.may_leave, t.removed);
  without(t.may_leave, t.appeals);
  restore(t.restored, t.appealing, t.since_exit, registry);
}

/// Events strike families off, or keep them from leaving.
inline void take_off_by_event(Tile const& t) {
  auto const slots = t.may_leave.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const off = math::min(t.cut_off[i], 1.0f) * t.may_leave[i];
    t.struck[i] += off;
    t.may_leave[i] = (t.may_leave[i] - off) * (1.0f - math::min(t.bound[i], 1.0f));
  }
}

/// Which proposals are approved, after all other ways out. Whose proposal waits decides nothing.
inline void approve(Tile const& t, MonthInDistrict const& m) {
  ApprovalBorder const border = m.approvals;
  auto const first = static_cast<std::int32_t>(m.draw_for.first_id - m.district.first_id);
  auto const slots = t.approved.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const slot = first + static_cast<std::int32_t>(i);
    std::int32_t const ahead = slot < border.before ? 1 : 0;
    float const waits = t.may_leave[i] * math::min(t.proposed[i], 1.0f);
    t.approved[i] = t.since_assessed[i] + ahead > border.months ? waits : 0.0f;
    t.may_leave[i] -= waits;
  }
}

/// Who would leave waits from now on, unless proposals are approved at once; whose proposal is
/// approved leaves as it would have then.
inline void queue(Tile const& t, bool at_once) {
  constexpr auto way = [](Status status) { return static_cast<float>(status); };
  float const stays = at_once ? 0.0f : 1.0f;
  auto const slots = t.proposed.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const by_pressure = t.left_raised[i] * t.pushed[i];
    float const now = way(Status::raised) * (t.left_raised[i] - by_pressure) +
                      way(Status::own_request) * t.left_own[i] + way(Status::target) * by_pressure +
                      way(Status::label) * t.left_label[i];
    // Ways are 1 to 4: their bits tell them apart.
    std::int32_t const leaves = counted(t.proposed[i] * t.approved[i]);
    std::int32_t const raised = leaves & 1, second = leaves >> 1 & 1;
    std::int32_t const pushed = raised & second;
    t.since_assessed[i] = stays * now > 0.0f ? 0 : t.since_assessed[i];
    t.proposed[i] += stays * now - static_cast<float>(leaves);
    t.left_raised[i] += static_cast<float>(raised) - stays * t.left_raised[i];
    t.left_own[i] += static_cast<float>(second - pushed) - stays * t.left_own[i];
    t.left_label[i] += static_cast<float>(leaves >> 2) - stays * t.left_label[i];
    t.pushed[i] += static_cast<float>(pushed);
  }
}

inline void leave(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                  MonthOfFacilitator const& f) {
  if (f.pushed.assessments > 0.0f)
    call_in(t.called, t.assessable, t.since_assessed, t.recorded, t.lot, f.called);
  // Natural exits that are booked as others ask for the same draws, whoever they are of.
  draw_decisions(t, m, f.pushed.books > 0.0f);
  keep_registry(t, m, f);
  if (m.strikes) {
    strike_off(t.struck, t.may_leave, t.recorded, t.lot, m.border);
    without(t.may_leave, t.struck);
  } else if (strikes_off(m)) {
    zero(t.struck);  // events add to it
  }
  if (leaves_at_limit(m)) {
    end_membership(t.ends, t.may_leave, t.half_years, h.members, limit_in(m));
    without(t.may_leave, t.ends);
  }
  if (m.eventful) take_off_by_event(t);
  assess(t.since_assessed, t.assessed, t.found_able, t.raised, t.pushed,
         {.due = t.due,
          .visits = t.visits,
          .log_earned = t.log_earned,
          .lasting = t.lasting,
          .contact = h.contact,
          .sight = t.sight,
          .called = t.called,
          .draw = t.reluctance,
          .digits = t.own_request,
          .persons = t.persons,
          .seen = t.seen,
          .judge = f.judge,
          .asked = m.asked,
          .coverage = coverage_in(m),
          .knows = m.world.contact.on ? 1.0f - m.levers.mentoring.split_roles : 0.0f,
          .raised_more = f.pushed.raised,
          .margin_lower = f.pushed.margin,
          .calls = f.pushed.assessments > 0.0f,
          .averages = m.averages,
          .newest = part_of_newest(m.levers.criteria.months)},
         m.world.assessment);
  if (assesses_at_limit(m)) {
    end_if_found_able(t.ends, t.may_leave, t.found_able);
    without(t.may_leave, t.ends);
  }
  if (m.queues) approve(t, m);
  decide(t.asked, t.left_raised, t.left_own, t.left_label, t.assessed_out,
         {.may = t.may_leave,
          .raised = t.raised,
          .log_earned = t.log_earned,
          .earned = t.earned,
          .benefit = t.benefit,
          .savings = h.savings,
          .confidence = h.confidence,
          .dose = t.dose,
          .root_quality = f.root_quality,
          .willing = t.willing,
          .norm = t.norm,
          .labelled = t.labelled,
          .own_draw = t.own_request,
          .decision_draw = t.decision,
          .approval_draw = t.approval,
          .approval = m.levers.assessment.approval,
          .assessed_out_share = m.levers.graduation.assessed_out_share,
          .more_requests = m.world.labelling.more_requests,
          .bonus = m.levers.graduation.exit_bonus,
          .guarantee = m.levers.graduation.guaranteed_return},
         m.world.leaving);
  if (m.queues) queue(t, m.levers.approval.at_once());
  if (m.levers.graduation.exit_bonus > 0.0f)
    pay_bonus(h.savings, t.left_raised, t.left_own, t.left_label, m.levers.graduation.exit_bonus);
}

/// Families that a promise binds to, and those whose failed business brings them back.
inline void look_at_promises(Tile const& t, bool return_on_failure) {
  constexpr auto last = static_cast<std::int32_t>(last_self_reliant);
  float const rule = return_on_failure ? 1.0f : 0.0f;
  auto const slots = t.promised.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const self_reliant = t.status[i] <= last ? t.gone[i] : 0.0f;
    t.promised[i] = self_reliant;
    t.called_back[i] = rule * self_reliant * t.granted[i] * t.fails[i];
  }
}

/// Who is poor outside or falls back, and who returns.
inline void fall_and_return(Tile const& t, MonthInDistrict const& m) {
  if (!m.world.afterwards.on) {
    zero(t.falls);
    return zero(t.returns);
  }
  live_below_line(t.below_for, t.was_poor, t.gone, t.lasting);
  fall_back(t.fell_back, t.falls, t.was_above, t.below_for);
  // Businesses fail when a quarter opens.
  bool const rule = m.levers.partners.return_on_failure && m.opens_quarter;
  ReturnInputs in{.gone = t.gone,
                  .restored = t.restored,
                  .was_poor = t.was_poor,
                  .entitlement = t.entitlement,
                  .spending = t.spending,
                  .survey = t.survey,
                  .draw = t.own_request,
                  .promised = t.promised,
                  .called_back = t.called_back,
                  .noise_sd = m.district.noise_sd,
                  .guarantee = m.levers.graduation.guaranteed_return};
  come_back(t.returns, in, m.world.afterwards);
  if (!rule && in.guarantee <= 0.0f) return;
  look_at_promises(t, rule);
  keep_promises(t.returns, in);
}

inline void live_on_outside(Tile const& t, MonthInDistrict const& m) {
  fall_and_return(t, m);
  renew_records_of_returns(t.recorded, t.record_age, t.paid,
                           {.returns = t.returns,
                            .entitlement = t.entitlement,
                            .log_earned = t.log_earned,
                            .error = t.survey},
                           m.world.registry);
}

}  // namespace graduasi
