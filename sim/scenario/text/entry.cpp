#include "scenario/text/entry.h"

#include "base/text.h"
#include "scenario/prior.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace graduasi {

Entry const* find(Entry const& map, std::string_view key) {
  auto const found = std::ranges::find(map.members, key, &Member::key);
  return found == map.members.end() ? nullptr : &found->value;
}

Entry* find(Entry& map, std::string_view key) {
  return const_cast<Entry*>(find(std::as_const(map), key));
}

Entry const* find_path(Entry const& map, std::string_view path) {
  Entry const* here = &map;
  for (auto const part : split(path, '.')) {
    here = find(*here, part);
    if (here == nullptr) return nullptr;
  }
  return here;
}

bool is_prior(Entry const& entry) {
  auto const names_a_shape = [](Member const& member) {
    return std::ranges::find(prior_shapes, member.key) != prior_shapes.end();
  };
  return std::ranges::any_of(entry.members, names_a_shape);
}

void merge(Entry& below, Entry const& over) {
  bool const both_maps = below.shape == Entry::Shape::map && over.shape == Entry::Shape::map;
  // Merged key by key, a normal prior over a uniform one would become both.
  if (!both_maps || is_prior(below) || is_prior(over)) {
    // A section whose lines are all commented out takes nothing away.
    bool const hides_a_map = below.shape == Entry::Shape::map && over.shape == Entry::Shape::empty;
    if (!hides_a_map) below = over;
    return;
  }
  // With room for all, no member moves, and so no key that the index looks at.
  below.members.reserve(below.members.size() + over.members.size());
  std::unordered_map<std::string_view, Entry*> there;
  for (auto& member : below.members) there.emplace(member.key, &member.value);
  for (auto const& member : over.members) {
    if (auto const found = there.find(member.key); found != there.end()) {
      merge(*found->second, member.value);
    } else {
      below.members.push_back(member);
    }
  }
}

Entry nested(std::string_view path, Entry const& value) {
  auto const dot = path.find('.');
  auto const inner = dot == std::string_view::npos ? value : nested(path.substr(dot + 1), value);
  Entry map{.shape = Entry::Shape::map, .place = value.place, .members = {}};
  map.members.push_back({std::string(path.substr(0, dot)), value.place, inner});
  return map;
}

std::string shown(Entry const& entry) {
  switch (entry.shape) {
    case Entry::Shape::empty:
      return "empty";
    case Entry::Shape::list:
      return "a list";
    case Entry::Shape::map:
      return "a map";
    case Entry::Shape::text:
      break;
  }
  auto const text = shown(std::string_view(entry.text));
  return entry.quoted || text.empty() ? "\"" + text + "\"" : text;
}

}  // namespace graduasi
