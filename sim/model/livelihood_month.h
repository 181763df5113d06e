// Steps of the month between contact and exit: what families learn, earn, spend and feel.
#pragma once

#include "model/month_inputs.h"

namespace graduasi {

/// Skills and digital literacy follow contact.
inline void learn_from_contact(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                               MonthOfFacilitator const& f) {
  Upkeep const& upkeep = m.district.upkeep;
  if (m.world.skills.on)
    learn(h.skills,
          {.start = t.skills_start, .good = t.good, .waits = t.waits, .upkeep = upkeep.skills},
          m.world.skills);
  if (!m.world.digital_literacy.on) return;
  learn_digital(
      t.digital,
      {.start = t.digital_start,
       .good = t.good,
       .attended = t.attended,
       .waits = t.waits,
       .digital_share = m.world.contact.has_effect ? m.levers.mentoring.digital_share : 0.0f,
       .quality = f.quality,
       .upkeep = upkeep.digital},
      m.world.digital_literacy);
}

/// Months that one question about partners, businesses, work and cards stands for: they are asked
/// when a quarter opens, as payments are made.
inline constexpr float months_of_quarter = 3;

/// Referrals to partners, and what they bring.
inline void refer_to_partners(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                              MonthOfFacilitator const& f) {
  auto const& levers = m.levers.partners;
  ReferralMix mix =
      referral_mix(levers, labour_demand(m.district.usual_demand, m.cycle, m.world.access));
  if (!m.world.enterprise.on) mix.capital = 0;
  refer(t.wanted, t.linked, t.funded, t.taught,
        {.active = t.active,
         .dose = t.dose,
         .root_quality = f.root_quality,
         .confidence = h.confidence,
         .draw = t.referral,
         .ration = m.ration,
         .job_share = mix.job,
         .capital_share = mix.capital,
         .joint_plans = levers.joint_plans,
         .months = months_of_quarter},
        m.world.partners);
  if (m.world.access.on) link(t.access, t.linked, m.world.partners);
  if (m.world.skills.on) teach(h.skills, t.taught, m.world.partners);
  if (!m.eventful) zero(t.given);  // else events have
  add_to(t.given, t.funded, levers.grant);
}

/// Asset grants of partners and of events reach the business.
inline void receive_grants(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (!m.world.enterprise.on) {
    zero(t.begun);
    return zero(t.given);
  }
  auto const slots = t.given.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) t.granted[i] = t.given[i] > 0.0f ? 1.0f : t.granted[i];
  grant_assets(t.assets, h.savings, t.enterprise, t.begun, t.given, t.good, m.world.partners);
}

inline void meet_partners(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                          MonthOfFacilitator const& f) {
  if (asks_partners(m)) refer_to_partners(t, h, m, f);
  if (brings_grants(m)) receive_grants(t, h, m);
  if (m.world.access.on)
    fade_access(t.access, t.access_start, t.waits, m.district.upkeep.access, m.world.access);
}

/// The family's business: whether it lives, and what it brings.
inline void run_enterprise(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  auto const& p = m.world.enterprise;
  if (!p.on) return zero(t.income);
  if (trades(m)) {
    trade(t.enterprise, t.assets, t.fails,
          {.draw = t.trade,
           .good = t.good,
           .skills = h.skills,
           .savings = h.savings,
           .confidence = h.confidence,
           .supervised = t.supervised,
           .supervision = m.levers.partners.supervision,
           .prevented = failures_prevented(m),
           .months = months_of_quarter,
           .starting = m.district.upkeep.starting},
          p);
  }
  enterprise_income(t.income, t.assets, h.skills, t.enterprise, p);
}

/// Working hours against the schedule, in both directions.
inline void work(Tile const& t, MonthInDistrict const& m) {
  auto const& p = m.world.work_pattern;
  if (!p.on) return fill(t.pay, 1.0f);
  lose_pay(t.pay, t.attended, t.clash,
           pay_for_session(m.levers.sessions.hours, m.levers.sessions.evening_share,
                           m.world.attendance.evening_clash, p));
  if (m.opens_quarter) {
    change_work(t.clash,
                {.draw = t.work,
                 .linked = t.linked,
                 .demand = labour_demand(m.district.usual_demand, m.cycle, m.world.access),
                 .usual_clash = m.district.usual_clash,
                 .months = months_of_quarter},
                p);
  }
  if (brings_grants(m)) set_own_hours(t.clash, t.begun, p);
}

inline void earn_a_month(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (m.world.earnings.on) {
    move_earnings(h.permanent,
                  {.base = h.base,
                   .skills = h.skills,
                   .skills_start = t.skills_start,
                   .access = t.access,
                   .access_start = t.access_start,
                   .confidence = h.confidence,
                   .confidence_start = t.confidence_start},
                  m.world.earnings);
  }
  earn(t.log_earned, t.earned, h.permanent, h.shock, t.pay, t.income, m.cycle);
  lasting_earnings(t.lasting, h.permanent, t.income);
  count_ready_months(t.ready_for, t.lasting, m.world.readiness);
  become_able(t.became_able, t.becomes_able, t.able_before, t.active, t.ready_for,
              m.world.readiness);
}

/// Who holds the card, what is taken, and what that does to confidence and trust.
inline void hold_cards(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                       MonthOfFacilitator const& f) {
  auto const& p = m.world.card_custody;
  if (m.opens_quarter || labels_houses(m)) zero(t.hurt);
  if (!p.on) return zero(t.taken);
  if (m.opens_quarter) {
    pass_cards(t.card_away, t.active, t.digital, t.card, m.levers.card_custody, p,
               months_of_quarter, f.keeps_cards);
  }
  take_levies(t.taken, t.card_away, t.digital, m.levers.card_custody, p);
  if (m.opens_quarter) resent_levies(t.hurt, h.habit, t.taken, t.active, p);
}

/// Asked once a month, by how families stand before anybody leaves.
inline void pay(Tile const& t, MonthInDistrict const& m) {
  if (pays_all_active(m)) return;
  continue_benefit(t.paid_for, t.active, t.gone, t.granted, t.status, t.since_exit,
                   m.levers.partners.benefit_continues,
                   static_cast<std::int32_t>(last_self_reliant));
  take_away(t.paid_for, t.unpaid);
}

/// Whoever is taught to manage money aims at more savings.
inline void aim_at_more(Tile const& t, MonthInDistrict const& m) {
  float const more = added_to_buffer(m);
  if (!(more > 0.0f)) return;
  if (!m.eventful) zero(t.more_buffer);  // else events have
  add_to(t.more_buffer, t.good, more);
}

inline void simulate_livelihood(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m,
                                MonthOfFacilitator const& f) {
  hold_cards(t, h, m, f);
  pay(t, m);
  aim_at_more(t, m);
  live_on(h.savings, t.put_aside, t.benefit, t.spending,
          {.earned = t.earned,
           .income = t.income,
           .shock = h.shock,
           .paid_for = t.paid_for,
           .top_up = t.top_up,
           .more_buffer = t.more_buffer,
           .taken = t.taken,
           .paid = t.paid,
           .persons = t.persons,
           .assets_start = t.assets_start,
           .usual_assets = m.district.upkeep.usual_assets,
           .line_rupiah = m.district.line_rupiah},
          m.world.money);
  if (!m.world.enterprise.on) return;
  invest(t.assets, t.spending,
         {.enterprise = t.enterprise,
          .income = t.income,
          .skills = h.skills,
          .put_aside = t.put_aside,
          .assets_start = t.assets_start,
          .upkeep = m.district.upkeep.assets},
         m.world.enterprise);
}

/// A failed business is a setback like any other.
inline void add_failures(Tile const& t) {
  auto const slots = t.hit.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) t.hit[i] = math::max(t.hit[i], t.fails[i]);
}

/// What the month does to self-confidence, once its earnings are known.
inline void feel(Tile const& t, HouseholdsView const& h, MonthInDistrict const& m) {
  if (labels_houses(m))
    label_houses(t.labelled, t.hurt, t.active, t.lot, m.levers.labelling, m.world.labelling);
  if (trades(m)) add_failures(t);
  if (!m.world.self_confidence.on) return;
  move_confidence(h.confidence, h.reference,
                  {.start = t.confidence_start,
                   .active = t.active,
                   .good = t.good,
                   .hit = t.hit,
                   .hurt = t.hurt,
                   .peer_pull = t.peer_pull,
                   .log_earned = t.log_earned,
                   .waits = t.waits,
                   .strengths_share = m.levers.mentoring.strengths_share,
                   .gained = m.district.upkeep.confidence_gained,
                   .lost = m.district.upkeep.confidence_lost},
                  m.world.self_confidence);
}

}  // namespace graduasi
