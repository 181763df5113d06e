#include "experiment/prepared.h"

#include "experiment/family_subgroups.h"
#include "model/first_families.h"
#include "model/lives.h"
#include "scenario/timeline.h"
#include "scenario/where.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace graduasi {

namespace {

std::vector<std::size_t> numbers_largest_first(Programme const& programme) {
  std::vector<std::size_t> order(programme.districts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return programme.districts[a].families > programme.districts[b].families;
  });
  return order;
}

/// What the baseline's mentoring keeps up in every district. Those of an area differ in nothing but
/// their caseloads and institutions.
void set_upkeep(Programme& programme, ParameterSet const& setting, Levers const& baseline) {
  District const* before = nullptr;
  for (auto& district : programme.districts) {
    bool const alike = before != nullptr && before->area == district.area &&
                       before->ratio_factor == district.ratio_factor &&
                       before->institution == district.institution;
    district.upkeep = alike ? before->upkeep
                            : upkeep_in(district, programme.areas[district.area], *setting.world,
                                        setting.population, baseline);
    before = &district;
  }
}

/// Whether a rule looks at tenths of all families, at some time.
bool asks_for_tenths(std::vector<Policy> const& policies) {
  return std::ranges::any_of(policies, [](Policy const& policy) {
    return std::ranges::any_of(policy.steps, [](LeverStep const& step) {
      return step.levers.criteria.line == CriteriaLine::decile ||
             step.levers.registry.keep_deciles > 0;
    });
  });
}

/// How lives run in every area: the same for all of its districts.
void set_lives(PreparedVariant& e) {
  auto const& world = *e.setting.world;
  for (auto& district : e.programme.districts)
    district.lives =
        lives_in(e.programme.areas[district.area], world, e.setting.population, e.list->variance);
}

/// Part of the families in the programme that live where a step of a policy holds. Of those that
/// are simulated: they are who shares a national number.
double share_reached(Programme const& programme, Policy const& policy, Where const& of_step) {
  std::size_t all = 0, there = 0;
  for (auto const& district : programme.districts) {
    all += district.families;
    if (reaches(policy, of_step, programme.areas[district.area].area)) there += district.families;
  }
  // Where nobody is simulated a number is shared among nobody.
  return there == 0 ? 1 : static_cast<double>(there) / static_cast<double>(all);
}

/// What a policy does, once for all areas in which it does the same.
void set_what_it_does(PreparedVariant& e, Policy const& policy) {
  auto const& baseline = e.setting.policies.front();
  auto const both = std::to_array({baseline, policy});
  auto const share = [&](Policy const& of, Where const& where) {
    return share_reached(e.programme, of, where);
  };
  std::vector<Area> rows;
  for (auto const& plan : e.programme.areas) rows.push_back(plan.area);
  auto& does = e.does.emplace_back();
  for (auto const& place : areas_apart(both, rows))
    does.push_back({levers_by_month(policy, baseline, e.run, place, share),
                    events_of(policy, baseline, place, share)});
  auto& sets = e.set_of_area.emplace_back();
  for (auto const set : sets_of_areas(both, rows)) sets.push_back(static_cast<std::uint16_t>(set));
}

}  // namespace

PreparedVariant prepared(Scenario const& scenario, Areas const& areas, Variant const& variant,
                         int draw) {
  KnownLists lists;
  return prepared(scenario, areas, variant, draw, lists);
}

Credit credited_skill(ParameterSet const& setting, Areas const& areas) {
  auto const& levers = setting.policies.front().steps.front().levers;
  auto programme = plan_programme(areas, setting.population, {});
  set_upkeep(programme, setting, levers);
  return credit_of_skills(programme, setting.world->skills, setting.population.traits);
}

PreparedVariant prepared(Scenario const& scenario, Areas const& areas, Variant const& variant,
                         int draw, KnownLists& lists) {
  PreparedVariant e;
  e.setting = setting_of(scenario, variant, draw);
  e.run = scenario.run;
  e.by_area = splits_by(scenario.output, Split::area);
  e.by_fifth = splits_by(scenario.output, Split::welfare_fifth);
  for (auto const& named : family_subgroups(scenario.output)) e.subgroups.push_back(named.subgroup);
  auto const& years = e.setting.population.years;
  e.growth_beyond =
      growth_beyond(years, e.run.start, quarters_of(e.run), e.setting.world->growth.per_year);
  e.line_by_year = line_by_year(years, e.run.start, e.run.counts.months);
  auto const& baseline = e.setting.policies.front().steps.front().levers;
  e.programme =
      plan_programme(areas, e.setting.population,
                     new_families(lists, *e.setting.world, e.setting.population, baseline, e.run));
  if (asks_for_tenths(e.setting.policies)) mark_tenths(e.programme);
  for (auto const& policy : e.setting.policies) set_what_it_does(e, policy);
  e.list = lists.of(*e.setting.world, e.setting.population, e.baseline(), e.run);
  set_upkeep(e.programme, e.setting, e.baseline());
  set_lives(e);
  for (auto const& district : e.programme.districts) {
    e.visit_rates.push_back(steady_visit_rate(district, *e.setting.world, e.baseline()));
  }
  e.largest_first = numbers_largest_first(e.programme);
  return e;
}

std::size_t slots_of(Programme const& programme) {
  auto const& last = programme.districts.back();
  return last.first_slot + last.slots;
}

void initialise(HouseholdsView slots, PreparedVariant const& e, std::size_t d, Key key,
                Kernel const& kernel) {
  auto const& district = e.programme.districts[d];
  FirstDayPlan const plan{.world = *e.setting.world,
                          .settings = e.setting.population,
                          .baseline = e.baseline(),
                          .births = e.list->births,
                          .key = key,
                          .before = later(e.run.start, -1),
                          .kernel = kernel,
                          .growth_beyond = e.growth_beyond,
                          .kept = e.list->kept.get()};
  initialise_district(slots, district, e.programme.areas[district.area], plan, e.visit_rates[d]);
}

DistrictState staffed(PreparedVariant const& e, std::size_t d, std::size_t policy, Key key) {
  auto const& district = e.programme.districts[d];
  float const least_factor = *std::ranges::min_element(district.ratio_factor);
  float lowest = e.baseline().caseload.households_per_facilitator;
  for (auto const& levers : e.does_in(policy, district).levers) {
    lowest = std::min(lowest, levers.caseload.households_per_facilitator);
    lowest = std::min(lowest, ratio_in(district, levers.caseload) / least_factor);
  }
  auto state = make_district_state(district, district_number(district), *e.setting.world,
                                   e.baseline(), lowest, key);
  state.events = e.does_in(policy, district).events;
  return state;
}

std::vector<MonthSpan> years_of(RunSettings const& run) {
  std::vector<MonthSpan> years;
  for (int month = 1; month <= run.counts.months; month += years.back().months) {
    int const to_december = 13 - later(run.start, month - 1).month();
    years.push_back({month, std::min(to_december, run.counts.months - month + 1)});
  }
  return years;
}

DistrictYear district_year(PreparedVariant const& e, std::size_t d, std::size_t policy, Key key,
                           HouseholdsView slots, DistrictState& state, MonthSpan span,
                           std::span<Tally> tallies) {
  auto const& district = e.programme.districts[d];
  auto const& does = e.does_in(policy, district);
  return {.district = district,
          .households = slots,
          .staff = staff_of(state),
          .cycle = state.cycle,
          .wanted = state.wanted,
          .world = *e.setting.world,
          .levers = does.levers,
          .tallies = tallies,
          .key = key,
          .start = e.run.start,
          .first_month = span.first_month,
          .months = span.months,
          .district_number = district_number(district),
          .events = state.events,
          .growth_beyond = e.growth_beyond,
          .line_by_year = e.line_by_year};
}

}  // namespace graduasi
