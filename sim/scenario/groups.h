// Reads a section of the scenario by the parameter tables.
#pragma once

#include "base/text.h"
#include "scenario/entry.h"
#include "scenario/value.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// "; did you mean world.skills.learning_rate?" for a key that stands at the wrong place: the paths
/// of all tables that end in it. Empty when there is none.
std::string found_elsewhere(std::string_view key);

/// Reports a key that nobody reads, with the nearest of its possible siblings.
void add_unknown(Member const& member, std::string const& path,
                 std::span<std::string_view const> siblings, Findings& findings);

/// "skills" of "world.skills.learning_rate"; empty for "run.months".
constexpr std::string_view group_of(std::string_view path) {
  auto const first = path.find('.'), last = path.rfind('.');
  return first == last ? std::string_view() : path.substr(first + 1, last - first - 1);
}

/// "learning_rate" of "world.skills.learning_rate".
constexpr std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('.') + 1);
}

/// The keys that may stand in a group of this root; for the group "", its groups as well.
template <class Root>
std::vector<std::string_view> keys_of(std::string_view group) {
  std::vector<std::string_view> keys;
  auto const add = [&](std::string_view key) {
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  };
  for (auto const& row : rows_of<Root>()) {
    auto const its_group = group_of(row.path);
    if (its_group == group) add(last_part(row.path));
    if (group.empty() && !its_group.empty()) add(its_group);
  }
  return keys;
}

/// Hands every row that the group writes to `take(row, entry, path as the user knows it)`.
template <class Root, class Take>
void read_group(Entry const& entry, std::string const& path, std::string_view group,
                Findings& findings, Take take) {
  if (!is_section(entry, path, findings)) return;
  auto const root = std::string(Root::root) + "." + std::string(group) + ".";
  for (auto const& member : entry.members) {
    auto const here = path + "." + member.key;
    if (auto const* const row = find_row<Root>(root + member.key)) {
      take(*row, member.value, here);
    } else {
      add_unknown(member, here, keys_of<Root>(group), findings);
    }
  }
}

/// Hands every row that the section writes to `take`; other keys but `known_apart` are reported.
/// @param path  of the section as the user knows it: "world", "policies[1].changes[0]"
template <class Root, class Take>
void read_rows(Entry const& section, std::string const& path,
               std::span<std::string_view const> known_apart, Findings& findings, Take take) {
  auto const groups = keys_of<Root>("");
  for (auto const& member : section.members) {
    auto const here = path + "." + member.key;
    bool const apart = std::ranges::find(known_apart, member.key) != known_apart.end();
    if (apart) continue;
    if (auto const* const row = find_row<Root>(std::string(Root::root) + "." + member.key)) {
      take(*row, member.value, here);
    } else if (std::ranges::find(groups, member.key) != groups.end()) {
      read_group<Root>(member.value, here, member.key, findings, take);
    } else {
      auto siblings = groups;
      siblings.insert(siblings.end(), known_apart.begin(), known_apart.end());
      add_unknown(member, here, siblings, findings);
    }
  }
}

}  // namespace graduasi
