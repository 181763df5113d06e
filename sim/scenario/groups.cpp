#include "scenario/groups.h"

#include "model/parameters.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "scenario/all_paths.h"
#include "scenario/run_settings.h"

namespace graduasi {

std::string found_elsewhere(std::string_view key) {
  for (auto const& path : all_paths()) {
    if (last_part(path) == key) return "; did you mean " + path + "?";
  }
  return {};
}

void add_unknown(Member const& member, std::string const& path,
                 std::span<std::string_view const> siblings, Findings& findings) {
  // The path may hold a key of any length.
  auto const start =
      path.substr(0, path.size() - member.key.size()) + shown(std::string_view(member.key));
  auto help = suggestion(member.key, siblings);
  // In {hours: 1,5} the comma ends the value, and 5 becomes a key.
  bool const digits = std::ranges::all_of(member.key, [](char c) { return '0' <= c && c <= '9'; });
  if (digits) help = "; a decimal point is meant? write 1.5, not 1,5";
  if (help.empty()) help = found_elsewhere(member.key);
  if (help.empty()) help = "; it may be one of: " + joined(siblings);
  findings.add(member.place, start + " is not a parameter" + help);
}

}  // namespace graduasi
