#include "model/state.h"

#include <algorithm>

namespace graduasi {

namespace {

constexpr float fatigue_of_newcomers = 0.1f;

/// Fatigue after years under one load.
float settled_fatigue(float resilience, float hard_share, World const& world,
                      Levers const& levers) {
  TaskHours const task = task_hours(hard_share, levers.sessions, world.workload);
  float fatigue = world.workload.fatigue_at_full_load;
  for (int month = 0; month < 60; ++month) {
    Post const post{
        .full = 1, .families = levers.caseload.households_per_facilitator, .fatigue = fatigue};
    float const load =
        share_out_hours(post, task, levers.sessions, levers.registry, world.workload).load;
    fatigue = fatigue_after_month(fatigue, load, resilience, world.workload);
  }
  return fatigue;
}

/// Caseloads are cut at whole registers, so there are never more than registers.
std::size_t most_caseloads(District const& district, float lowest_ratio) {
  auto const asked =
      static_cast<std::size_t>(static_cast<float>(district.families) / lowest_ratio) + 2;
  return std::min(asked, district.slots / lanes + 1);
}

}  // namespace

FacilitatorsView view(DistrictState& s) {
  return {view(s.fatigue),     view(s.resilience), view(s.competence), view(s.round),
          view(s.visit_hours), view(s.full),       view(s.families),   view(s.from)};
}

DistrictState make_district_state(District const& district, std::uint32_t number,
                                  World const& world, Levers const& baseline, float lowest_ratio,
                                  Key key) {
  auto const room = static_cast<Eigen::Index>(most_caseloads(district, lowest_ratio));
  DistrictState s;
  for (auto* column :
       {&s.fatigue, &s.resilience, &s.competence, &s.round, &s.visit_hours, &s.full, &s.families}) {
    column->setZero(room);
  }
  s.from.setZero(room + 1);
  auto const employed = static_cast<Eigen::Index>(
      static_cast<float>(district.families) / baseline.caseload.households_per_facilitator + 1.0f);
  for (Eigen::Index i = 0; i < room; ++i) {
    auto const words = threefry4x32(
        number, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(Hired::person),
        static_cast<std::uint32_t>(Domain::facilitator), key.seed, key.replicate);
    auto const normals = math::normal_pair(words[0], words[1]);
    s.competence[i] =
        math::share(world.contact.competence_mean + world.contact.competence_sd * normals.first);
    s.resilience[i] = world.workload.resilience_sd * normals.second;
    s.round[i] = math::uniform(words[2]);
    s.fatigue[i] = i < employed
                       ? settled_fatigue(s.resilience[i], district.hard_share, world, baseline)
                       : fatigue_of_newcomers;
  }
  auto const luck =
      threefry4x32(number, 0, static_cast<std::uint32_t>(DistrictBlock::cycle),
                   static_cast<std::uint32_t>(Domain::district), key.seed, key.replicate);
  s.cycle = world.shocks.on ? world.shocks.cycle_sd * math::normal_pair(luck[0], luck[1]).first : 0;
  return s;
}

float settled_visit_rate(float hard_share, World const& world, Levers const& baseline) {
  TaskHours const task = task_hours(hard_share, baseline.sessions, world.workload);
  float const families = baseline.caseload.households_per_facilitator;
  Post const post{
      .full = 1, .families = families, .fatigue = settled_fatigue(0, hard_share, world, baseline)};
  HoursShared const hours =
      share_out_hours(post, task, baseline.sessions, baseline.registry, world.workload);
  return hours.visit_hours / (task.visit * families);
}

}  // namespace graduasi
