#include "scenario/one_number.h"

#include "scenario/timeline.h"

#include <algorithm>

namespace graduasi {

namespace {

/// The levers of every policy in the last month; nothing where they are not the same in all areas.
std::optional<std::vector<Levers>> last_levers(ParameterSet const& setting,
                                               RunSettings const& run) {
  auto const& baseline = setting.policies.front();
  std::vector<Levers> all;
  for (auto const& policy : setting.policies) {
    std::optional<Levers> everywhere;
    for (auto const& place : setting.places) {
      auto const here = levers_by_month(policy, baseline, run, place).back();
      bool const same = !everywhere || std::ranges::all_of(rows_of<Levers>(), [&](auto const& row) {
        return row.get(here) == row.get(*everywhere);
      });
      if (!same) return std::nullopt;
      everywhere = here;
    }
    if (!everywhere) return std::nullopt;
    all.push_back(*everywhere);
  }
  return all;
}

/// Whether a policy adds events to those that all have.
bool has_own_events(ParameterSet const& setting) {
  auto const first = setting.policies.begin();
  return std::any_of(first + 1, setting.policies.end(),
                     [](Policy const& policy) { return !policy.events.empty(); });
}

bool is_number(Row const& row) {
  return row.kind == Kind::number || row.kind == Kind::whole_number;
}

bool all_different(std::vector<double> values) {
  std::ranges::sort(values);
  return std::ranges::adjacent_find(values) == values.end();
}

}  // namespace

std::optional<OneNumber> one_number(ParameterSet const& setting, RunSettings const& run) {
  if (setting.policies.size() < 2 || has_own_events(setting)) return std::nullopt;
  auto const levers = last_levers(setting, run);
  if (!levers) return std::nullopt;
  std::optional<OneNumber> found;
  for (auto const& row : rows_of<Levers>()) {
    std::vector<double> values;
    for (auto const& of_policy : *levers) values.push_back(row.get(of_policy));
    if (std::ranges::count(values, values.front()) == std::ssize(values)) continue;
    if (found || !is_number(row) || !all_different(values)) return std::nullopt;
    found = OneNumber{.lever = &row, .values = std::move(values)};
  }
  return found;
}

}  // namespace graduasi
