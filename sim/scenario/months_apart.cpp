#include "scenario/months_apart.h"

#include "parameters/lookup.h"
#include "scenario/lever_needs.h"
#include "scenario/timeline.h"

#include <tuple>

namespace graduasi {

namespace {

bool act_alike(Levers const& a, Levers const& b) {
  return std::ranges::all_of(rows_of<Levers>(),
                             [&](auto const& row) { return row.get(a) == row.get(b); });
}

/// A rule that cannot tell districts apart is the equal ratio, unless that one follows counts of
/// the areas file.
Allotment acting_rule(Allotment rule, Areas const& areas, ParameterSet const& setting) {
  if (!why_even(rule, areas, setting)) return rule;
  bool const counted =
      std::ranges::any_of(areas.rows, [](Area const& a) { return a.facilitators > 0; });
  return counted && areas.rows.size() > 1 ? Allotment::by_need : Allotment::equal_ratio;
}

/// What acts under a policy in one place, by month.
struct Acting {
  std::vector<Levers> levers;  ///< index 0 is the state before the run
  std::vector<Event> events;   ///< in an order of their own
};

Acting acting_of(ParameterSet const& setting, std::size_t policy, RunSettings const& run,
                 Areas const* areas, Area const& place) {
  auto const& baseline = setting.policies.front();
  ActingLevers const acting(setting);
  Acting all{levers_by_month(setting.policies[policy], baseline, run, place),
             events_of(setting.policies[policy], baseline, place)};
  // Where an event happens is told by where it is looked for.
  for (auto& event : all.events) event.where = {};
  for (auto& levers : all.levers) {
    levers = acting.of(levers);
    auto& rule = levers.caseload.allotment;
    if (areas != nullptr) rule = acting_rule(rule, *areas, setting);
  }
  std::erase_if(all.events,
                [&](Event const& event) { return why_idle(event, *setting.world).has_value(); });
  std::ranges::sort(all.events, {}, [](Event const& e) {
    auto const& among = e.among;
    return std::tuple(e.month, e.kind, e.months, e.size, e.share, e.share_from, e.unit, e.arm,
                      e.rupiah, e.places, among.recorded_welfare.min, among.recorded_welfare.max,
                      among.oldest_adult.min, among.oldest_adult.max, among.business,
                      among.female_headed);
  });
  return all;
}

bool same_events(Acting const& a, Acting const& b, int month) {
  auto const on = [&](Acting const& acting) {
    std::vector<Event> events;
    for (auto const& event : acting.events)
      if (is_on(event, month)) events.push_back(event);
    return events;
  };
  return on(a) == on(b);
}

std::optional<int> first_apart(Acting const& a, Acting const& b) {
  for (std::size_t m = 1; m < a.levers.size(); ++m) {
    bool const same = act_alike(a.levers[m], b.levers[m]) && same_events(a, b, static_cast<int>(m));
    if (!same) return static_cast<int>(m);
  }
  return std::nullopt;
}

}  // namespace

/// Why a rule of allotment cannot tell districts apart; nothing when it can.
std::optional<std::string> why_even(Allotment rule, Areas const& areas,
                                    ParameterSet const& setting) {
  auto const same = [&](auto figure) {
    auto const first = areas.rows.front().*figure;
    return std::ranges::all_of(areas.rows, [&](Area const& a) { return a.*figure == first; });
  };
  switch (rule) {
    case Allotment::equal_ratio:
      return std::nullopt;
    case Allotment::by_need:
      if (same(&Area::poverty_rate)) return "poverty_rate_pct is the same in every area";
      return std::nullopt;
    case Allotment::hard_areas:
      if (setting.population.districts.hard_weight == 1.0f)
        return "population.districts.hard_weight is 1";
      if (!same(&Area::hard_share)) return std::nullopt;
      if (areas.rows.front().hard_share > 0) return "hard_area_share is the same in every area";
      return "no area has a hard_area_share above 0 (is the column missing?)";
    case Allotment::equal_number:
      if (areas.rows.size() == 1 && areas.rows.front().districts == 1)
        return "there is one district only";
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::string> why_everywhere(MorePosts rule, Areas const& areas,
                                          ParameterSet const& setting) {
  bool const none_hard =
      std::ranges::all_of(areas.rows, [](Area const& a) { return !(a.hard_share > 0); });
  bool const counted =
      std::ranges::any_of(areas.rows, [](Area const& a) { return a.facilitators > 0; });
  switch (rule) {
    case MorePosts::everywhere:
      return std::nullopt;
    case MorePosts::by_need:
      return why_even(Allotment::by_need, areas, setting);
    case MorePosts::hard_areas:
      if (none_hard) return "no area has a hard_area_share above 0 (is the column missing?)";
      return std::nullopt;
    case MorePosts::crowded:
      if (!counted && setting.population.districts.caseload_spread == 0)
        return "population.districts.caseload_spread is 0, so no district is crowded";
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<int> first_month_apart(ParameterSet const& setting, std::size_t policy,
                                     std::size_t other, RunSettings const& run,
                                     Areas const* areas) {
  std::optional<int> first;
  for (auto const& place : setting.places) {
    auto const here = first_apart(acting_of(setting, policy, run, areas, place),
                                  acting_of(setting, other, run, areas, place));
    if (here && (!first || *here < *first)) first = here;
  }
  return first;
}

}  // namespace graduasi
