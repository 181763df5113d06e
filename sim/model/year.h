// A district through up to twelve months: vacancies filled, facilitators staffed, then month by
// month, facilitator by facilitator. Everything a district needs stays in cache for the whole year.
#pragma once

#include "model/approvals.h"
#include "model/arms.h"
#include "model/caseload_month.h"
#include "model/intake.h"
#include "model/year_of_posts.h"

#include <cmath>

namespace graduasi {

/// A district's luck this month.
struct DistrictLuck {
  float cycle;     ///< standard normal
  float disaster;  ///< uniform in [0, 1)
};
inline DistrictLuck district_luck(DistrictYear const& y, int month) {
  auto const word =
      threefry4x32(y.district_number, static_cast<std::uint32_t>(month),
                   static_cast<std::uint32_t>(DistrictBlock::cycle),
                   static_cast<std::uint32_t>(Domain::district), y.key.seed, y.key.replicate);
  return {math::normal_pair(word[0], word[1]).first, math::uniform(word[2])};
}

/// By which lasting earnings have grown from the first day to a month of the run, log points.
inline float grown_until(DistrictYear const& y, int month) {
  return growth_until(quarters_until(y.start, month), y.district.lives.growth, y.growth_beyond,
                      y.world.growth);
}

/// The highest record with which a family may stay in the programme this month.
inline std::int32_t last_that_stays_in(DistrictYear const& y, int month) {
  return last_that_stays(y.district, y.levers[static_cast<std::size_t>(month)].registry,
                         y.world.registry, y.world.earnings.on ? grown_until(y, month) : 0.0f);
}

/// The highest record with which a family that waits is on the list this month.
inline std::int32_t last_on_list_in(DistrictYear const& y, int month) {
  auto const listed = last_on_list(y.district, y.world.earnings.on ? grown_until(y, month) : 0.0f);
  auto const stays = last_that_stays_in(y, month);
  return stays < listed ? stays : listed;
}

/// The slots of a district that hold somebody at the end of a month of the run.
inline HouseholdsView in_use(HouseholdsView const& room, DistrictYear const& y, int month) {
  if (y.district.forming == 0) return room;
  std::size_t const formed = formed_until(y.district, quarters_until(y.start, month));
  return part(room, 0, slots_in_use(y.district, formed));
}

/// The list of the quarter that opens in a month: who has nobody eligible leaves it, and new
/// families join it, behind all others. Until caseloads are cut
/// anew the last one holds them, as it does who has left behind the last active family.
/// @param room  all slots of the district
inline void renew_list(DistrictYear& y, HouseholdsView const& room, int month, Tally& tally,
                       std::span<Tally> by_subgroup) {
  if (y.district.forming == 0 || !later(y.start, month - 1).opens_quarter()) return;
  leave_list(y.households, y.district);
  std::size_t const before = formed_until(y.district, quarters_until(y.start, month - 1));
  std::size_t const now = formed_until(y.district, quarters_until(y.start, month));
  if (now == before) return;
  form_families(room, y.district, before, now, tally, y.subgroups, by_subgroup);
  y.households = part(room, 0, slots_in_use(y.district, now));
  y.staff.people.from[y.staff.caseloads] = static_cast<std::uint32_t>(y.households.flags.size());
}

/// Vacancies are filled each quarter, posts are set in January, and both change caseloads.
inline void fill_vacancies_and_posts(DistrictYear& y, int month, Tally& tally,
                                     std::span<Tally> by_subgroup) {
  CalendarMonth const calendar = later(y.start, month - 1);
  Levers const& levers = y.levers[static_cast<std::size_t>(month)];
  std::int32_t const admitted =
      calendar.opens_quarter() ? admit(y.households, y.district, levers.programme,
                                       last_on_list_in(y, month), tally, y.subgroups, by_subgroup)
                               : 0;
  float const ratio = filled_ratio(y.district, y.levers, static_cast<std::size_t>(month));
  auto const active = static_cast<float>(active_in(y.households.flags));
  bool const set =
      sets_posts(y.staff, ratio, calendar.is_january(), levers.caseload.staffing, active);
  if (!set && admitted == 0 && !calendar.is_january()) return;
  cut_caseloads(y.staff, y.households.flags);
  fill_new_posts(y.staff, levers.staff, tally);
}

/// Turns the places of a month's events into the share of fitting families that gets them here.
inline void share_out_places(DistrictYear& y, int month) {
  for (auto& event : y.events) {
    if (event.places > 0.0f && is_on(event, month))
      event.share = share_of_places(event, y.households, y.district);
  }
}

/// Part of the referrals wanted that partners have places for.
inline float ration_in(DistrictYear const& y, PartnerLevers const& levers) {
  return ration_of(static_cast<float>(y.wanted) * (1.0f / 65536.0f),
                   static_cast<float>(active_in(y.households.flags)), y.district.partner_factor,
                   levers, months_of_quarter);
}

/// Exits of this year that the target counts.
inline std::int64_t counted_for(TargetLevers const& target, Tally const& month) {
  auto const bits = static_cast<unsigned>(target.counts);
  return static_cast<std::int64_t>(bits & 1u) * self_reliant_in(month) +
         static_cast<std::int64_t>(bits >> 1 & 1u) * month[Count::left_natural];
}

/// How hard the target presses on the district this month.
inline float pressure_of_target(DistrictYear const& y, Levers const& levers, int month,
                                CalendarMonth calendar) {
  auto const& target = levers.target;
  if (!target.is_set()) return 0;
  std::int64_t counted = 0;
  for (int past = y.first_month; past < month; ++past) {
    counted +=
        counted_for(levers.target, y.tallies[static_cast<std::size_t>(past - y.first_month)]);
  }
  // What counted in the year before the run began.
  float const before = calendar.year() == y.start.year()
                           ? target.reached_so_far * y.district.for_each_of_nation
                           : 0.0f;
  return pressure({.target = target.families * y.district.for_each_of_nation +
                             target.per_facilitator * y.staff.posts,
                   .counted = static_cast<float>(counted) + before,
                   .months_left = static_cast<float>(13 - calendar.month()),
                   .active = static_cast<float>(active_in(y.households.flags))},
                  levers.target, y.world.target_pressure);
}

/// Counts the state before the first month; changes nothing.
inline void first_day(DistrictYear& y, TileStorage& storage) {
  MoneyParameters still = y.world.money;
  still.saving_on = false;  // nobody saves or draws before the first month
  Yardstick const by{.ready_months = y.world.readiness.months,
                     .poorest_within = math::exp(y.district.poorest_below),
                     .session_minutes = 0,
                     .visit_minutes = 0,
                     .has_list = has_list(y.district),
                     .last_on_list = last_on_list(y.district, 0)};
  HouseholdsView const everybody = in_use(y.households, y, 0);
  for (std::size_t at = 0; at < everybody.flags.size(); at += tile_slots) {
    std::size_t const rest = everybody.flags.size() - at;
    std::size_t const length = whole_registers(rest < tile_slots ? rest : tile_slots);
    Tile const t = tile_of(storage, length);
    HouseholdsView const h = part(everybody, at, length);
    unpack(t, h);
    if (y.world.enterprise.on)
      enterprise_income(t.income, t.assets, h.skills, t.enterprise, y.world.enterprise);
    else
      zero(t.income);
    fill(t.pay, 1.0f);
    earn(t.log_earned, t.earned, h.permanent, h.shock, t.pay, t.income, y.cycle);
    zero(t.taken), zero(t.top_up), zero(t.more_buffer), zero(t.unpaid);
    live_on(h.savings, t.put_aside, t.benefit, t.spending,
            {.earned = t.earned,
             .income = t.income,
             .shock = h.shock,
             .paid_for = t.active,
             .top_up = t.top_up,
             .more_buffer = t.more_buffer,
             .taken = t.taken,
             .paid = t.paid,
             .persons = t.persons,
             .assets_start = t.assets_start,
             .usual_assets = y.district.upkeep.usual_assets,
             .line_rupiah = y.district.line_rupiah},
            still);
    auto const count = [&](Tally& tally) {
      count_states(tally, t, by);
      count_statuses(tally, t);
      count_welfare(tally, t, h);
      count_livelihood(tally, t);
      if (by.has_list) count_list(tally, t, by);
    };
    count(y.tallies[0]);
    if (!y.notes.empty()) note_first_day(y.notes.subspan(at, length), t, h, y.world.enterprise);
    for (std::size_t s = 0; s < y.subgroups.size(); ++s) {
      look_at(t, h.traits, y.subgroups[s]);
      count(y.by_subgroup[s]);
    }
  }
}

/// What the quarter that opens in a month does to the lasting earnings of all families.
inline LastingStep lasting_step_in(DistrictYear const& y, int month) {
  LifeCourse const& lives = y.district.lives;
  float const growth =
      growth_in(quarters_until(y.start, month), lives.growth, y.growth_beyond, y.world.growth);
  return {.growth = growth,
          .sd = lasting_shock_sd(y.world.lasting_shocks),
          .reverts = lives.reverts,
          .mean = lives.mean + grown_until(y, month)};
}

/// The district with the poverty line of a year.
inline District with_line_of(CalendarMonth calendar, DistrictYear const& y) {
  District here = y.district;
  if (!y.line_by_year.empty())
    here.line_rupiah *= y.line_by_year[static_cast<std::size_t>(calendar.year() - y.start.year())];
  return here;
}

/// The months of the task, one after the other.
inline void year(DistrictYear& y, TileStorage& storage) {
  QuarterRisks risks[4];
  for (int quarter = 0; quarter < 4; ++quarter) {
    risks[quarter] = quarter_risks(quarter, y.world.member_clocks);
  }
  HouseholdsView const room = y.households;
  y.households = in_use(room, y, y.first_month - 1);
  RulesSoFar so_far = rules_so_far(y.levers, y.first_month - 1);
  for (int month = y.first_month; month < y.first_month + y.months; ++month) {
    CalendarMonth const calendar = later(y.start, month - 1);
    Levers const& levers = y.levers[static_cast<std::size_t>(month)];
    District const here = with_line_of(calendar, y);
    auto const at = static_cast<std::size_t>(month - y.first_month);
    Tally& tally = y.tallies[at];
    auto const by_subgroup = y.by_subgroup.subspan(at * y.subgroups.size(), y.subgroups.size());
    renew_list(y, room, month, tally, by_subgroup);
    fill_vacancies_and_posts(y, month, tally, by_subgroup);
    if (calendar.is_january()) begin_year_of_posts(y.staff.people);
    DistrictLuck const luck = district_luck(y, month);
    if (y.world.shocks.on) y.cycle = cycle_after_month(y.cycle, luck.cycle, y.world.shocks);
    TaskHours const task = hours_in(y.district, levers.sessions, y.world.workload);
    auto const& presses = y.world.target_pressure;
    float const pressed = pressure_of_both(pressure_of_target(y, levers, month, calendar),
                                           pressure_of_incentive(levers.staff, presses), presses);
    StrikeBorder const border = border_of_month(y.households, calendar, levers.registry,
                                                y.world.registry, last_that_stays_in(y, month));
    share_out_places(y, month);
    so_far.add(levers);
    MonthInDistrict m{
        .world = y.world,
        .levers = levers,
        .district = here,
        .draw_for = {0, static_cast<std::uint32_t>(month), y.key},
        .cycle = y.cycle,
        .opens_quarter = calendar.opens_quarter(),
        .opens_half_year = calendar.month() % 6 == 1,
        .into_half_year = (calendar.month() - 1) % 6,
        .disaster = disaster_strikes(luck.disaster, y.world.disasters),
        .eventful = any_on(y.events, month),
        .events = y.events,
        .district_number = y.district_number,
        .ration = calendar.opens_quarter() ? ration_in(y, levers.partners) : 1.0f,
        .assessment_gap =
            assessment_gap(levers.mentoring.split_roles, levers.assessment, y.world.assessment),
        .asked = asked_line(levers.assessment, levers.criteria,
                            {y.district.tenth_below, y.district.minimum_wage}),
        .assesses = assesses_in(calendar.month(), levers.assessment, y.world.assessment),
        .visits_of_coach =
            (y.world.workload.contracted - y.world.workload.fixed_admin) / task.visit,
        .risks = risks[calendar.school_quarter()],
        .life = life_quarter(calendar.school_quarter(), y.district.lives.stays, y.world.life_cycle),
        .lasting_step = lasting_step_in(y, month),
        .strikes = cuts(border),
        .border = border,
        .yardstick = {.ready_months = y.world.readiness.months,
                      .poorest_within = math::exp(y.district.poorest_below),
                      .session_minutes = minutes(task.session_contact),
                      .visit_minutes = minutes(task.visit_contact),
                      .line_rupiah = here.line_rupiah,
                      .exit_bonus = levers.graduation.exit_bonus,
                      .has_list = has_list(y.district),
                      .last_on_list = last_on_list_in(y, month)},
        .averages = so_far.averages,
        .queues = so_far.queues,
        .approvals = border_of_approvals(y, month)};
    if (m.opens_quarter) y.wanted = 0;
    share_out_month(y.staff, task,
                    diverted_by(pressed, pursued(levers, presses), m.assesses, presses), levers,
                    y.world, tally);
    for (std::size_t number = 0; number < y.staff.caseloads; ++number) {
      caseload_month(y, number, m, storage, task, month, pressed);
    }
    StaffKey const key{y.district_number, static_cast<std::uint32_t>(month), y.key};
    for (std::size_t number = 0; number < y.staff.caseloads; ++number) {
      PostTurn const turn = pass_month(y.staff, number, key, levers, y.world, tally);
      if (!turn.new_face && !turn.cards_back) continue;
      std::size_t const from = y.staff.people.from[number], to = y.staff.people.from[number + 1];
      HouseholdsView const caseload = part(y.households, from, to - from);
      if (turn.cards_back) give_cards_back(caseload.livelihood);
      if (turn.new_face) begin_with_stranger(caseload.contact, caseload.habit, y.world.turnover);
    }
    if (calendar.month() == 12 && month >= 12) count_year_of_posts(y.staff, tally);
  }
  y.households = room;
}

}  // namespace graduasi
