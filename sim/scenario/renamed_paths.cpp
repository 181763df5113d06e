#include "scenario/renamed_paths.h"

#include "base/errors.h"
#include "scenario/baseline_levers.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace graduasi {

namespace {

void warn_once(RenamedPath const& row, Place place, Problems& problems) {
  Warning warning{problems.text_of(place),
                  std::string(row.before) + " is now " + std::string(row.lever) + ", and read as " +
                      path_in_baseline(row.lever),
                  "it is the lever of the baseline, and holds under every policy that does not set "
                  "it"};
  if (std::ranges::find(problems.warnings, warning.what, &Warning::what) == problems.warnings.end())
    problems.warnings.push_back(std::move(warning));
}

void refuse_both(RenamedPath const& row, std::string const& now, Place place, Place other,
                 Problems& problems) {
  problems.add(place, std::string(row.before) + " is given, and so is " + now + " (" +
                          problems.text_of(other) +
                          "), which is the same under its new path; take out one of the two");
}

/// Takes the value at a dotted path out of a map, with the maps that are empty without it.
std::optional<Member> taken(Entry& map, std::string_view path) {
  auto const dot = path.find('.');
  auto const found = std::ranges::find(map.members, path.substr(0, dot), &Member::key);
  if (found == map.members.end()) return std::nullopt;
  if (dot == std::string_view::npos) {
    auto member = std::move(*found);
    map.members.erase(found);
    return member;
  }
  auto member = taken(found->value, path.substr(dot + 1));
  if (member && found->value.members.empty()) map.members.erase(found);
  return member;
}

void move_value(Entry& root, RenamedPath const& row, Problems& problems) {
  auto const written = taken(root, row.before);
  if (!written) return;
  warn_once(row, written->place, problems);
  auto const now = path_in_baseline(row.lever);
  if (auto const* const other = find_path(root, now))
    return refuse_both(row, now, written->place, other->place, problems);
  merge(root, nested(now, written->value));
}

/// A map whose keys are paths.
void rename_key(Entry* map, RenamedPath const& row, std::string const& now, Problems& problems) {
  if (map == nullptr) return;
  auto const old = std::ranges::find(map->members, row.before, &Member::key);
  if (old == map->members.end()) return;
  warn_once(row, old->place, problems);
  auto const other = std::ranges::find(map->members, now, &Member::key);
  if (other == map->members.end()) {
    old->key = now;
    return;
  }
  refuse_both(row, now, old->place, other->place, problems);
  map->members.erase(old);  // else it would be unknown besides
}

}  // namespace

RenamedPath const* renamed_path(std::string_view before) {
  auto const* const row = std::ranges::find(renamed_paths, before, &RenamedPath::before);
  return row == renamed_paths.end() ? nullptr : row;
}

std::string_view path_of_draws(std::string_view path) {
  auto const* const row = std::ranges::find(renamed_paths, path, &RenamedPath::lever);
  return row == renamed_paths.end() ? path : row->before;
}

void bring_up_to_date(Entry& root, Problems& problems) {
  for (auto const& row : renamed_paths) {
    move_value(root, row, problems);
    rename_key(find(root, "sweep"), row, path_in_baseline(row.lever), problems);
    if (auto* const optimise = find(root, "optimise"))
      rename_key(find(*optimise, "levers"), row, std::string(row.lever), problems);
  }
}

std::string path_now(std::string const& written, Place place, Problems& problems) {
  constexpr std::string_view swept = "sweep.", moved = "optimise.levers.";
  std::string_view const text = written;
  auto const prefix = text.starts_with(swept)   ? swept
                      : text.starts_with(moved) ? moved
                                                : std::string_view();
  auto const* const row = renamed_path(text.substr(prefix.size()));
  if (row == nullptr) return written;
  warn_once(*row, place, problems);
  return std::string(prefix) +
         (prefix == moved ? std::string(row->lever) : path_in_baseline(row->lever));
}

}  // namespace graduasi
