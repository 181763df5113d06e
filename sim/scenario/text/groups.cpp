#include "scenario/text/groups.h"

#include "base/text.h"
#include "scenario/all_paths.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <array>

namespace graduasi {

namespace {

/// "world." of the rows of `world`.
std::string prefix_of(std::vector<Row> const& rows) { return std::string(rows.front().root) + "."; }

void read_group(std::vector<Row> const& rows, Entry const& entry, std::string const& path,
                std::string_view group, Problems& problems, TakeRow const& take) {
  if (!is_section(entry, path, problems)) return;
  auto const prefix = prefix_of(rows) + std::string(group) + ".";
  for (auto const& member : entry.members) {
    auto const here = path + "." + member.key;
    if (auto const* const row = find_row(rows, prefix + member.key)) {
      take(*row, member.value, here);
    } else {
      add_unknown(member, here, keys_of(rows, group), problems);
    }
  }
}

}  // namespace

std::string found_elsewhere(std::string_view key) {
  for (auto const& path : all_paths()) {
    if (last_part(path) == key) return "; did you mean " + path + "?";
  }
  return {};
}

std::string what_became_of(std::string_view path) {
  struct Former {
    std::string_view path, now;
  };
  static constexpr auto former = std::to_array<Former>({
      {"world.contact.dose_floor",
       "there is no contact below which nothing happens; world.contact.dose_steepness says how "
       "steeply the dose sets in (above 6, nearly nothing up to half of world.contact.dose_half)"},
      {"world.target_pressure.verify_push",
       "a target buys checks with hours that it takes from sessions and visits; "
       "world.target_pressure.push_hours says how many"},
      {"world.target_pressure.approach_push",
       "a target buys assessments with hours (world.target_pressure.push_hours) and lets most of "
       "those seen able be nominated; world.target_pressure.nominates_most says how many"},
      {"world.target_pressure.margin_push",
       "the line comes down by rank, as far as exits are missing once most of those seen able are "
       "nominated; world.target_pressure.seen_sd and seen_able say how far"},
  });
  for (auto const& each : former) {
    if (each.path == path) return "; it is gone: " + std::string(each.now);
  }
  return {};
}

void add_unknown(Member const& member, std::string const& path,
                 std::span<std::string_view const> siblings, Problems& problems) {
  // The path may hold a key of any length.
  auto const start =
      path.substr(0, path.size() - member.key.size()) + shown(std::string_view(member.key));
  auto help = what_became_of(path);
  if (help.empty()) help = suggestion(member.key, siblings);
  // In {hours: 1,5} the comma ends the value, and 5 becomes a key.
  bool const digits = std::ranges::all_of(member.key, [](char c) { return '0' <= c && c <= '9'; });
  if (digits) help = "; a decimal point is meant? write 1.5, not 1,5";
  if (help.empty()) help = found_elsewhere(member.key);
  if (help.empty()) help = "; it may be one of: " + joined(siblings);
  problems.add(member.place, start + " is not a parameter" + help);
}

void refuse_unknown(Entry const& map, std::string const& path,
                    std::span<std::string_view const> known, Problems& problems) {
  for (auto const& member : map.members) {
    if (std::ranges::find(known, member.key) == known.end())
      add_unknown(member, path + "." + member.key, known, problems);
  }
}

std::vector<std::string_view> keys_of(std::vector<Row> const& rows, std::string_view group) {
  std::vector<std::string_view> keys;
  auto const add = [&](std::string_view key) {
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  };
  for (auto const& row : rows) {
    auto const its_group = group_of(row.path);
    if (its_group == group) add(last_part(row.path));
    if (group.empty() && !its_group.empty()) add(its_group);
  }
  return keys;
}

void read_rows(std::vector<Row> const& rows, Entry const& section, std::string const& path,
               std::span<std::string_view const> known_apart, Problems& problems,
               TakeRow const& take) {
  auto const groups = keys_of(rows, "");
  for (auto const& member : section.members) {
    auto const here = path + "." + member.key;
    bool const apart = std::ranges::find(known_apart, member.key) != known_apart.end();
    if (apart) continue;
    if (auto const* const row = find_row(rows, prefix_of(rows) + member.key)) {
      take(*row, member.value, here);
    } else if (std::ranges::find(groups, member.key) != groups.end()) {
      read_group(rows, member.value, here, member.key, problems, take);
    } else {
      auto siblings = groups;
      siblings.insert(siblings.end(), known_apart.begin(), known_apart.end());
      add_unknown(member, here, siblings, problems);
    }
  }
}

}  // namespace graduasi
