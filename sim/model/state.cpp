#include "model/state.h"

#include "base/odds.h"

#include <algorithm>

namespace graduasi {

float steady_fatigue(float resilience, District const& district, World const& world,
                     Levers const& levers) {
  TaskHours const task = hours_in(district, levers.sessions, world.workload);
  float const families = ratio_in(district, levers.caseload);
  float const relief = supervised_by(levers.staff, world.supervision).relief;
  float fatigue = world.workload.fatigue_at_full_load;
  for (int month = 0; month < 60; ++month) {
    Post const post{
        .full = 1, .families = families, .fatigue = fatigue, .duties = other_hours(levers)};
    float const load =
        share_out_hours(post, task, levers.sessions, levers.registry, world.workload).load;
    fatigue = fatigue_after_month(fatigue, load, resilience, world.workload, relief);
  }
  return fatigue;
}

namespace {

/// A full post of the baseline once fatigue has settled, with what it lends to vacant ones.
Post steady_post(District const& district, World const& world, Levers const& baseline) {
  float const fatigue = steady_fatigue(0, district, world, baseline);
  // Switched off, turnover ends with the first day: what led to it is as it was.
  TurnoverParameters turnover = world.turnover;
  turnover.on = true;
  float const leaves = chance_to_leave(fatigue, turnover);
  float const vacant = leaves / (leaves + turnover.filling);
  float const lent = cover(1.0f - vacant, vacant, baseline.caseload.vacancy_cover).lent;
  return {.full = 1,
          .families = ratio_in(district, baseline.caseload) * (1.0f + lent),
          .fatigue = fatigue,
          .duties = other_hours(baseline)};
}

/// Caseloads are cut at whole registers, so there are never more than registers.
std::size_t max_caseloads(District const& district, float lowest_ratio) {
  float const lowest = lowest_ratio * *std::ranges::min_element(district.ratio_factor);
  auto const everybody =
      static_cast<float>(district.families + district.waiting + district.forming);
  auto const asked = static_cast<std::size_t>(everybody / lowest) + 2;
  return std::min(asked, district.slots / lanes + 1);
}

/// A facilitator who has been there for a while: fatigue of the load, experience, or gone already.
void initialise(FacilitatorsView const& f, std::size_t number, StaffKey const& k,
                District const& district, World const& world, Levers const& levers) {
  f.fatigue[number] = steady_fatigue(f.resilience[number], district, world, levers);
  float const leaves = chance_to_leave(f.fatigue[number], world.turnover);
  auto const person = staff_words(k, number, Hired::person);
  float const stay = -math::log(math::uniform_above_zero(person.word[3]));
  f.tenure[number] = leaves > 0 ? math::min(stay / leaves, 480.0f) : 480.0f;
  auto const month = staff_words(k, number, Hired::month);
  bool const gone = math::uniform(month.word[0]) < leaves / (leaves + world.turnover.filling);
  f.vacant[number] = gone ? 1.0f : 0.0f;
}

}  // namespace

Staff staff_of(DistrictState& s) { return {view(s.people), s.caseloads, s.posts, s.staffed_ratio}; }

DistrictState make_district_state(District const& district, std::uint32_t number,
                                  World const& world, Levers const& baseline, float lowest_ratio,
                                  Key key) {
  std::size_t const room = max_caseloads(district, lowest_ratio);
  DistrictState s;
  s.people = make_facilitators(room);
  auto const f = view(s.people);
  StaffKey const k{number, 0, key};
  float const ratio = ratio_in(district, baseline.caseload);
  auto const employed =
      static_cast<std::size_t>(static_cast<float>(district.families) / ratio + 1.0f);
  for (std::size_t i = 0; i < room; ++i) {
    hire(f, i, k, world);
    f.round[i] = math::uniform(staff_words(k, i, Hired::person).word[2]);
    f.tenure[i] = never_in_post;
    if (i < employed) initialise(f, i, k, district, world, baseline);
  }
  auto const luck =
      threefry4x32(number, 0, static_cast<std::uint32_t>(DistrictBlock::cycle),
                   static_cast<std::uint32_t>(Domain::district), key.seed, key.replicate);
  s.cycle = world.shocks.on ? world.shocks.cycle_sd * math::normal_pair(luck[0], luck[1]).first : 0;
  return s;
}

float steady_sessions(District const& district, World const& world, Levers const& baseline) {
  TaskHours const task = hours_in(district, baseline.sessions, world.workload);
  HoursShared const hours = share_out_hours(steady_post(district, world, baseline), task,
                                            baseline.sessions, baseline.registry, world.workload);
  return math::min(hours.held * baseline.sessions.per_month, 2.0f);
}

float steady_visit_rate(District const& district, World const& world, Levers const& baseline) {
  TaskHours const task = hours_in(district, baseline.sessions, world.workload);
  Post const post = steady_post(district, world, baseline);
  HoursShared const hours =
      share_out_hours(post, task, baseline.sessions, baseline.registry, world.workload);
  float const visits = steady_visits(
      hours.visit_hours / post.families, task.visit,
      assessment_gap(baseline.mentoring.split_roles, baseline.assessment, world.assessment),
      baseline.visits.targeting, at_odds(baseline.assessment.coverage, district.institution),
      world.assessment);
  return math::min(visits, max_visits);
}

}  // namespace graduasi
