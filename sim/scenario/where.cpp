#include "scenario/where.h"

#include "base/names.h"
#include "base/text.h"
#include "population/islands.h"

#include <algorithm>
#include <map>

namespace graduasi {

namespace {

/// Calls `each(policy, where)` for everything in the policies that holds somewhere, wherever.
template <class Each>
void for_each_where(std::span<Policy const> policies, Each each) {
  for (auto const& policy : policies) {
    for (auto const& step : policy.steps) each(policy, step.where);
    for (auto const& event : policy.events) each(policy, event.where);
  }
}

}  // namespace

bool holds_in(Where const& where, Area const& area) {
  if (where.everywhere()) return true;
  if (std::ranges::find(where.islands, area.island) != where.islands.end()) return true;
  return std::ranges::any_of(where.areas, [&](std::string const& written) {
    auto const name = alike(written);
    return name == alike(area.name) || (!area.province.empty() && name == alike(area.province));
  });
}

bool reaches(Policy const& policy, Where const& part, Area const& area) {
  return holds_in(where_of(policy), area) && holds_in(part, area);
}

std::string text_of(Where const& where) {
  std::vector<std::string_view> names;
  for (int const island : where.islands)
    names.push_back(island_groups[static_cast<std::size_t>(island)].english);
  for (auto const& area : where.areas) names.push_back(area);
  return joined(names);
}

std::string place_text(Policy const& policy, Where const& part) {
  auto const& whole = where_of(policy);
  if (part.everywhere() || part == whole) return text_of(whole);
  auto const text = text_of(part);
  return whole.everywhere() ? text : text + ", of " + text_of(whole);
}

bool any_where(std::span<Policy const> policies) {
  bool any = false;
  for_each_where(policies,
                 [&](Policy const&, Where const& where) { any = any || !where.everywhere(); });
  return any;
}

std::vector<std::size_t> sets_of_areas(std::span<Policy const> policies,
                                       std::span<Area const> areas) {
  std::map<std::vector<bool>, std::size_t> numbers;
  std::vector<std::size_t> sets;
  for (auto const& area : areas) {
    std::vector<bool> reached;
    for_each_where(policies, [&](Policy const& policy, Where const& where) {
      // What holds everywhere tells no areas apart, and needs no comparison of names.
      if (!where.everywhere() || !where_of(policy).everywhere())
        reached.push_back(reaches(policy, where, area));
    });
    sets.push_back(numbers.try_emplace(std::move(reached), numbers.size()).first->second);
  }
  return sets;
}

std::vector<Area> areas_apart(std::span<Policy const> policies, std::span<Area const> areas) {
  if (!any_where(policies) || areas.empty()) return {Area{}};
  std::vector<Area> apart;
  auto const sets = sets_of_areas(policies, areas);
  for (std::size_t a = 0; a < areas.size(); ++a)
    if (sets[a] == apart.size()) apart.push_back(areas[a]);
  return apart;
}

}  // namespace graduasi
