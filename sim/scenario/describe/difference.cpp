#include "scenario/describe/difference.h"

#include "scenario/describe/effective.h"
#include "scenario/text/entry.h"

#include <map>
#include <string_view>

namespace graduasi {

namespace {

using Values = std::vector<EffectiveValue>;
using ByPath = std::map<std::string_view, EffectiveValue const*>;

ByPath by_path(Values const& values) {
  ByPath all;
  for (auto const& value : values) all.emplace(value.path, &value);
  return all;
}

std::string shown_or_none(std::optional<std::string> const& value) {
  return value ? shown(std::string_view(*value)) : "none";
}

}  // namespace

std::vector<DifferentValue> differences(Scenario const& first, Scenario const& second) {
  auto const in_first = effective_values(first), in_second = effective_values(second);
  auto const firsts = by_path(in_first), seconds = by_path(in_second);
  std::vector<DifferentValue> all;
  for (auto const& value : in_first) {
    auto const there = seconds.find(value.path);
    if (there == seconds.end()) {
      if (!value.follows_baseline) all.push_back({value.path, value.value, {}, value.unit});
      continue;
    }
    auto const& other = *there->second;
    bool const left_to_baseline = value.follows_baseline && other.follows_baseline;
    if (left_to_baseline || value.value == other.value) continue;
    all.push_back({value.path, value.value, other.value, value.unit});
  }
  for (auto const& value : in_second) {
    if (firsts.contains(value.path) || value.follows_baseline) continue;
    all.push_back({value.path, {}, value.value, value.unit});
  }
  return all;
}

std::string lines_of(std::vector<DifferentValue> const& differences) {
  if (differences.empty()) return "no difference\n";
  std::string lines;
  for (auto const& d : differences) {
    lines += d.path + ": " + shown_or_none(d.first) + " -> " + shown_or_none(d.second);
    lines += (d.unit.empty() ? "" : " " + d.unit) + "\n";
  }
  return lines;
}

}  // namespace graduasi
