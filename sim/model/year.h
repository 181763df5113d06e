// A district through up to twelve months: staffing in January, then month by month, facilitator by
// facilitator. Everything a district needs stays in cache for the whole year.
#pragma once

#include "base/calendar.h"
#include "model/month.h"

#include <algorithm>

namespace graduasi {

/// The facilitators of a district, and where their caseloads lie.
struct FacilitatorsView {
  std::span<float> fatigue, resilience, competence, round, visit_hours;
  std::span<float> full;          ///< part of a full post, by last staffing
  std::span<float> families;      ///< active families accompanied now
  std::span<std::uint32_t> from;  ///< first slot of each caseload; one more than facilitators
};

/// A task: one district, one piece, the months of one calendar year.
struct DistrictYear {
  District const& district;
  HouseholdsView households;  ///< the slots of the district
  FacilitatorsView staff;     ///< room for the most that any lever asks for
  std::uint32_t& caseloads;   ///< caseloads in use
  float& staffed_ratio;       ///< lever at the last staffing; 0 before the first
  float& cycle;
  World const& world;
  std::span<Levers const> levers;  ///< by month of the run
  std::span<Tally> tallies;        ///< by month of the task (the first day has one), added to
  Key key;
  CalendarMonth start;  ///< of the run; month 1 of the run
  int first_month;      ///< of this task, 1 or more
  int months;
  std::uint32_t district_number;
};

/// Active families of a register's worth of slots.
inline std::int32_t active_in(std::span<std::uint32_t const> flag_words) {
  std::int32_t active = 0;
  auto const slots = flag_words.size();
#pragma omp simd reduction(+ : active)
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const here = flag_words[i] & (flags::status.mask() | flags::real.mask());
    active += static_cast<std::int32_t>(here == flags::real.put(1));
  }
  return active;
}

/// Cuts the district's slots into caseloads of equal numbers of active families, as many as the
/// ratio asks for, each of whole registers. A post is as full as its caseload is large, so hours
/// per family are the same in every district.
inline void staff_district(DistrictYear& y, float ratio) {
  auto const flag_words = y.households.flags;
  std::size_t const slots = flag_words.size();
  std::int32_t const active = active_in(flag_words);
  float const posts = static_cast<float>(active) / ratio;
  auto const whole = static_cast<std::int32_t>(posts);
  std::int32_t const wanted = whole + (static_cast<float>(whole) < posts ? 1 : 0);
  std::uint32_t caseload = 0;
  std::int32_t before = 0, here = 0;
  std::uint32_t from = 0;
  for (std::size_t slot = 0; slot < slots; slot += lanes) {
    here += active_in(flag_words.subspan(slot, lanes));
    bool const last = slot + lanes >= slots;
    // The next border is where the share of families reached passes the share of caseloads.
    auto const reached = static_cast<std::int64_t>(before + here) * wanted;
    auto const border = static_cast<std::int64_t>(caseload + 1) * active;
    if (here == 0 || (reached < border && !last)) continue;
    y.staff.from[caseload] = from;
    y.staff.families[caseload] = static_cast<float>(here);
    y.staff.full[caseload] = static_cast<float>(here) / ratio;
    from = static_cast<std::uint32_t>(slot + lanes);
    before += here;
    here = 0;
    ++caseload;
  }
  // Where all have left, one empty caseload keeps them: they live on, and are counted.
  if (caseload == 0) {
    y.staff.from[0] = 0;
    y.staff.families[0] = 0;
    y.staff.full[0] = 0;
    caseload = 1;
  }
  // Families that have left may stand behind the last active one: they go with the last caseload.
  y.staff.from[caseload] = static_cast<std::uint32_t>(slots);
  y.caseloads = caseload;
  y.staffed_ratio = ratio;
}

/// The time of a facilitator, as this month's families meet it.
inline MonthOfFacilitator facilitator_month(FacilitatorsView const& staff, std::size_t number,
                                            HoursShared const& hours, TaskHours const& task,
                                            Levers const& levers) {
  float const families = math::most(staff.families[number], 1.0f);
  float const groups = families / task.group_size;
  float const whole_groups = static_cast<float>(static_cast<std::int32_t>(groups + 0.5f));
  float const bank = math::most(staff.visit_hours[number], 0.0f);
  return {.round = {.first = 0,
                    .step = 0,
                    .groups = math::most(whole_groups, 1.0f),
                    .turn = staff.round[number],
                    .held = math::least(hours.sessions / groups, 2.0f)},
          .visit_rate = math::least(bank / (task.visit * families), 30.0f),
          .visit_hours = task.visit_contact,
          .quality = staff.competence[number] * levers.mentoring.resources,
          .checks = hours.checks};
}

inline void count_facilitator(Tally& tally, Post const& post, HoursShared const& hours,
                              TaskHours const& task, Served const& served) {
  auto const units = [](float x) { return static_cast<std::int64_t>(x * 65536.0f + 0.5f); };
  tally[Count::posts] += units(post.full);
  tally[Count::load] += units(post.full * hours.load);
  tally[Count::fatigue] += units(post.full * post.fatigue);
  tally[Count::sessions_planned] += units(hours.sessions_planned);
  tally[Count::sessions_held] += units(hours.sessions);
  tally[Count::contact_minutes] +=
      static_cast<std::int64_t>(served.offered) *
          static_cast<std::int64_t>(60.0f * task.session_contact + 0.5f) +
      static_cast<std::int64_t>(served.visits) *
          static_cast<std::int64_t>(60.0f * task.visit_contact + 0.5f);
}

/// One facilitator's month: hours are shared out, families live it, and the facilitator feels it.
inline void caseload_month(DistrictYear& y, std::size_t number, MonthInDistrict& m,
                           TileStorage& storage, Tally& tally) {
  auto const& levers = m.levers;
  auto const& staff = y.staff;
  TaskHours const task = task_hours(y.district.hard_share, levers.sessions, m.world.workload);
  // The least post keeps an empty caseload from dividing by zero, and rounds to no post in counts.
  Post const post{.full = math::most(staff.full[number], 1e-6f),
                  .families = staff.families[number],
                  .fatigue = staff.fatigue[number]};
  HoursShared const hours =
      share_out_hours(post, task, levers.sessions, levers.registry, m.world.workload);
  staff.visit_hours[number] += hours.visit_hours;
  MonthOfFacilitator f = facilitator_month(staff, number, hours, task, levers);

  std::size_t const from = staff.from[number], to = staff.from[number + 1];
  std::size_t const slots = to - from;
  std::size_t const tiles = (slots + tile_slots - 1) / tile_slots;
  std::size_t const tile_length = padded((slots + tiles - 1) / tiles);
  f.round.step = 1.0f / static_cast<float>(slots);
  Served served;
  for (std::size_t at = 0; at < slots; at += tile_length) {
    std::size_t const length = at + tile_length < slots ? tile_length : slots - at;
    f.round.first = static_cast<float>(at);
    m.draw_for.first_id = y.district.first_id + static_cast<std::uint32_t>(from + at);
    Served const part_served =
        month(tile_of(storage, length), part(y.households, from + at, length), m, f, tally);
    served.visits += part_served.visits;
    served.offered += part_served.offered;
    served.assessed += part_served.assessed;
    served.active += part_served.active;
  }

  count_facilitator(tally, post, hours, task, served);
  staff.families[number] = static_cast<float>(served.active);
  staff.visit_hours[number] -=
      static_cast<float>(served.visits) * task.visit +
      static_cast<float>(served.assessed) * m.world.assessment.assess_hours;
  float const turn = f.round.turn + f.round.held;
  staff.round[number] = turn - static_cast<float>(static_cast<std::int32_t>(turn));
  staff.fatigue[number] =
      fatigue_after_month(post.fatigue, hours.load, staff.resilience[number], m.world.workload);
}

/// A district's luck this month: one normal for the business cycle.
inline float cycle_luck(DistrictYear const& y, int month) {
  auto const word =
      threefry4x32(y.district_number, static_cast<std::uint32_t>(month),
                   static_cast<std::uint32_t>(DistrictBlock::cycle),
                   static_cast<std::uint32_t>(Domain::district), y.key.seed, y.key.replicate);
  return math::normal_pair(word[0], word[1]).first;
}

/// Counts the state before the first month; changes nothing.
inline void first_day(DistrictYear& y, TileStorage& storage) {
  MoneyParameters still = y.world.money;
  still.buffer_speed = 0;  // spending is what comes in; nobody saves before the first month
  Tally& tally = y.tallies[0];
  for (std::size_t at = 0; at < y.households.flags.size(); at += tile_slots) {
    std::size_t const rest = y.households.flags.size() - at;
    std::size_t const length = rest < tile_slots ? rest : tile_slots;
    Tile const t = tile_of(storage, length);
    HouseholdsView const h = part(y.households, at, length);
    unpack(t, h);
    for (auto const& nothing : {t.leaves_natural, t.left_raised, t.left_own, t.returns})
      zero(nothing);
    earn(t.log_earned, h.permanent, h.shock, y.cycle);
    live_on(h.savings, t.earned, t.benefit, t.spending,
            {.log_earned = t.log_earned,
             .active = t.active,
             .paid = t.paid,
             .persons = t.persons,
             .line_rupiah = y.district.line_rupiah},
            still);
    count_states(tally, t, h, y.world.readiness.months, y.district.poorest_below);
    count_welfare(tally, t, h);
  }
}

/// The months of the task, one after the other.
inline void year(DistrictYear& y, TileStorage& storage) {
  QuarterRisks risks[4];
  for (int quarter = 0; quarter < 4; ++quarter) {
    risks[quarter] = quarter_risks(quarter, y.world.member_clocks);
  }
  for (int month = y.first_month; month < y.first_month + y.months; ++month) {
    CalendarMonth const calendar = later(y.start, month - 1);
    auto const at = static_cast<std::size_t>(month);
    Levers const& levers = y.levers[at];
    float const ratio = levers.caseload.households_per_facilitator;
    if (calendar.is_january() || ratio != y.staffed_ratio) staff_district(y, ratio);
    if (y.world.shocks.on)
      y.cycle = cycle_after_month(y.cycle, cycle_luck(y, month), y.world.shocks);
    MonthInDistrict m{.world = y.world,
                      .levers = levers,
                      .district = y.district,
                      .draw_for = {0, static_cast<std::uint32_t>(month), y.key},
                      .cycle = y.cycle,
                      .opens_quarter = calendar.opens_quarter(),
                      .risks = risks[calendar.school_quarter()]};
    Tally& tally = y.tallies[static_cast<std::size_t>(month - y.first_month)];
    for (std::size_t number = 0; number < y.caseloads; ++number) {
      caseload_month(y, number, m, storage, tally);
    }
  }
}

}  // namespace graduasi
