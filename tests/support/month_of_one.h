// One month of a few families, without districts and facilitators: contact, checks and luck are
// what the test says.
#pragma once

#include "model/month.h"
#include "model/staff.h"
#include "support/small_nation.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace graduasi::testing {

/// A caseload of families that share everything but their draws, through `month()` itself.
struct Caseload {
  World world;
  Levers levers;
  District district{.area = 0,
                    .first_slot = 0,
                    .slots = 0,
                    .families = 0,
                    .first_id = 0,
                    .line_rupiah = 600000,
                    .hard_share = 0,
                    .shock_sd = 0.2f,
                    .noise_sd = 0.15f,
                    .poorest_below = 0};
  Key key;
  MonthOfFacilitator facilitator{
      .round = {.first = 0, .step = 0, .groups = 1, .turn = 0, .held = 0},
      .visit_rate = 0,
      .visit_hours = 0.75f,
      .quality = 0.5f,
      .checks = 1,
      .judge = {},
      .pushed = {}};
  CalendarMonth start = calendar_month(2026, 1);
  std::vector<Event> events;
  float visits_of_coach = 80;
  LastingStep lasting_step = {};  ///< of every quarter
  Households households;
  std::size_t tile = 512;

  explicit Caseload(std::size_t families) : households(make_households(padded(families))) {
    for (std::size_t i = 0; i < families; ++i) {
      households.flags[static_cast<Eigen::Index>(i)] = flags::real.put(1);
    }
  }

  /// @param number  month of the run, 1 or more
  Tally live(int number) {
    Tally tally;
    QuarterRisks risks[4];
    for (int quarter = 0; quarter < 4; ++quarter)
      risks[quarter] = quarter_risks(quarter, world.member_clocks);
    CalendarMonth const calendar = later(start, number - 1);
    MonthInDistrict m{
        .world = world,
        .levers = levers,
        .district = district,
        .draw_for = {0, static_cast<std::uint32_t>(number), key},
        .cycle = 0,
        .opens_quarter = calendar.opens_quarter(),
        .opens_half_year = calendar.month() % 6 == 1,
        .into_half_year = (calendar.month() - 1) % 6,
        .disaster = false,
        .eventful = any_on(events, number),
        .events = events,
        .district_number = 0,
        .ration = 1,
        .assessment_gap =
            assessment_gap(levers.mentoring.split_roles, levers.assessment, world.assessment),
        .asked = asked_line(levers.assessment, levers.criteria,
                            {district.tenth_below, district.minimum_wage}),
        .assesses = assesses_in(calendar.month(), levers.assessment, world.assessment),
        .visits_of_coach = visits_of_coach,
        .risks = risks[calendar.school_quarter()],
        .life = life_quarter(calendar.school_quarter(), district.lives.stays, world.life_cycle),
        .lasting_step = lasting_step,
        .yardstick = {.ready_months = world.readiness.months,
                      .poorest_within = math::exp(district.poorest_below),
                      .session_minutes = minutes(levers.sessions.hours),
                      .visit_minutes = minutes(facilitator.visit_hours)},
        .averages = levers.criteria.months > 1};
    facilitator.judge = judgement_of(0, 0, 0, 0, 1, world.assessment);
    auto const all = view(households);
    auto f = facilitator;
    auto const families = static_cast<float>(active_in(all.flags));
    f.due_first = visits_due_first(f.visit_rate * families, 1, families, all, m);
    f.round.step = 1.0f / static_cast<float>(all.flags.size());
    for (std::size_t at = 0; at < all.flags.size(); at += tile) {
      std::size_t const length = std::min(tile, all.flags.size() - at);
      f.round.first = static_cast<float>(at);
      m.draw_for.first_id = district.first_id + static_cast<std::uint32_t>(at);
      Tile t = tile_of(*storage_, length);
      auto const h = part(all, at, length);
      month_of(t, h, m, f, tally);
      pack(h, t);
      if (remembers(m)) pack_remembered(h, t);
      if (moves_hours(m)) pack_work_pattern(h, t);
    }
    return tally;
  }

 private:
  std::unique_ptr<TileStorage> storage_ = std::make_unique<TileStorage>();
};

/// Families in every state, met by a facilitator with plenty of time.
inline Caseload busy_caseload(World const& world = {}, std::size_t families = 96) {
  Caseload caseload(families);
  caseload.world = world;
  caseload.district.families = families;
  caseload.facilitator = {.round = {.first = 0, .step = 0, .groups = 4, .turn = 0, .held = 1},
                          .visit_rate = 0.7f,
                          .visit_hours = 0.75f,
                          .quality = 0.6f,
                          .checks = 1,
                          .judge = {},
                          .pushed = {}};
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < families; ++i)
    settle_family(h, i, Chance(static_cast<std::uint32_t>(i), 2));
  return caseload;
}

/// What `months` months add up to.
inline Tally live_on(Caseload& caseload, int months) {
  Tally sum;
  for (int month = 1; month <= months; ++month) sum += caseload.live(month);
  return sum;
}

}  // namespace graduasi::testing
