// Reads a section of the scenario by the parameter tables.
#pragma once

#include "parameters/lookup.h"
#include "scenario/text/entry.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// "; did you mean world.skills.learning_rate?" for a key that stands at the wrong place: the paths
/// of all tables that end in it. Empty when there is none.
std::string found_elsewhere(std::string_view key);

/// "; it is gone: ..." for a path that was a parameter once, and what says now what it said; else
/// empty.
std::string what_became_of(std::string_view path);

/// Reports a key that nobody reads, with the nearest of its possible siblings.
void add_unknown(Member const& member, std::string const& path,
                 std::span<std::string_view const> siblings, Problems& problems);

/// Reports every key of a map that is not among the known ones.
/// @param path  of the map: "findings[0].than"
void refuse_unknown(Entry const& map, std::string const& path,
                    std::span<std::string_view const> known, Problems& problems);

/// "skills" of "world.skills.learning_rate"; empty for "run.months".
constexpr std::string_view group_of(std::string_view path) {
  auto const first = path.find('.'), last = path.rfind('.');
  return first == last ? std::string_view() : path.substr(first + 1, last - first - 1);
}

/// "learning_rate" of "world.skills.learning_rate".
constexpr std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('.') + 1);
}

/// The keys that may stand in a group of a root; for the group "", its groups as well.
/// @param rows  of the root
std::vector<std::string_view> keys_of(std::vector<Row> const& rows, std::string_view group);

/// What is done with a row that a scenario writes: its value, and its path as the user knows it.
using TakeRow = std::function<void(Row const& row, Entry const& value, std::string const& path)>;

/// Hands every row that the section writes to `take`; other keys but `known_apart` are reported.
/// @param rows  of the root that the section is of
/// @param path  of the section as the user knows it: "world", "policies[1].changes[0]"
void read_rows(std::vector<Row> const& rows, Entry const& section, std::string const& path,
               std::span<std::string_view const> known_apart, Problems& problems,
               TakeRow const& take);

}  // namespace graduasi
