#include "scenario/timeline.h"

#include "base/contract.h"
#include "parameters/lookup.h"
#include "scenario/where.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace graduasi {

namespace {

/// The value on the way from `before` to `target`, `done` parts of `parts` behind it.
double on_the_way(Kind kind, double before, double target, int done, int parts) {
  bool const moves = kind == Kind::number || kind == Kind::whole_number;
  if (!moves || done >= parts) return target;
  double const value = before + (target - before) * done / parts;
  return kind == Kind::whole_number ? std::floor(value + 0.5) : value;
}

/// Levers whose number is that of the nation, of which each district gets its part.
constexpr auto national = std::to_array<std::string_view>(
    {"policy.target.families", "policy.programme.quota", "policy.caseload.more_facilitators",
     "policy.approval.capacity"});

/// From the step's month to the end of the run.
/// @param target  that the step brings the lever to
void move_lever(Row const& lever, LeverStep const& step, double target, RunSettings const& run,
                std::vector<Levers>& months) {
  auto const first = step.from.number - run.start.number + 1;
  expects(first >= 1, "a step lies in the run");
  if (static_cast<std::size_t>(first) >= months.size()) return;
  double const before = lever.get(months[static_cast<std::size_t>(first) - 1]);
  int const parts = std::max(step.phase_in_months, 1);
  for (auto month = static_cast<std::size_t>(first); month < months.size(); ++month) {
    int const done = static_cast<int>(month) - first + 1;
    lever.set(months[month], on_the_way(lever.kind, before, target, done, parts));
  }
}

/// What of the nation's number is meant by one that is set for some areas.
/// @param where  beside that of the policy
double part_meant(Policy const& policy, Where const& where, ShareReached const& share) {
  if (where_of(policy).everywhere() && where.everywhere()) return 1;
  return share ? share(policy, where) : 0.5;
}

double part_of_nation(std::string_view path, Policy const& policy, LeverStep const& step,
                      ShareReached const& share) {
  if (std::ranges::find(national, path) == national.end()) return 1;
  return part_meant(policy, step.where, share);
}

void lay_over(std::vector<Levers>& months, Policy const& policy, RunSettings const& run,
              Area const& here, ShareReached const& share) {
  for (auto const& step : policy.steps) {
    if (!reaches(policy, step.where, here)) continue;
    for (auto const& path : step.sets) {
      auto const& lever = *find_row<Levers>(path);
      double const target = lever.get(step.levers) / part_of_nation(path, policy, step, share);
      move_lever(lever, step, target, run, months);
    }
  }
}

}  // namespace

std::vector<Levers> levers_by_month(Policy const& policy, Policy const& baseline,
                                    RunSettings const& run, Area const& here,
                                    ShareReached const& share) {
  auto const size = static_cast<std::size_t>(run.counts.months) + 1;
  std::vector<Levers> months(size, baseline.steps.front().levers);
  lay_over(months, baseline, run, here, share);
  lay_over(months, policy, run, here, share);
  return months;
}

std::vector<std::vector<Levers>> levers_in_places(Policy const& policy, Scenario const& scenario,
                                                  ShareReached const& share) {
  std::vector<std::vector<Levers>> all;
  for (auto const& place : scenario.places)
    all.push_back(levers_by_month(policy, scenario.policies.front(), scenario.run, place, share));
  return all;
}

std::vector<Event> events_of(Policy const& policy, Policy const& baseline, Area const& here,
                             ShareReached const& share) {
  std::vector<Event> events;
  auto const add = [&](Policy const& of) {
    for (auto event : of.events) {
      if (!reaches(of, event.where, here)) continue;
      if (event.places > 0) event.places /= static_cast<float>(part_meant(of, event.where, share));
      events.push_back(event);
    }
  };
  add(baseline);
  if (&policy != &baseline) add(policy);
  return events;
}

}  // namespace graduasi
