// A scenario as it was written: texts, lists and maps that know where they stand.
#pragma once

#include "base/text.h"
#include "scenario/text/problems.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

struct Member;

/// A piece of a scenario file or of a `--set`. No meaning yet, only shape.
struct Entry {
  enum class Shape { empty, text, list, map };

  Shape shape = Shape::empty;
  Place place;
  std::string text{};           ///< of Shape::text
  bool quoted = false;          ///< "300" in quotes is a text, never a number
  std::vector<Entry> items{};   ///< of Shape::list
  std::vector<Member> members;  ///< of Shape::map, in file order, each key once
};

/// A key of a map with what stands behind it.
struct Member {
  std::string key;
  Place place;  ///< of the key
  Entry value;
};

/// The value behind a key, or null.
Entry const* find(Entry const& map, std::string_view key);
Entry* find(Entry& map, std::string_view key);

/// The value at a dotted path ("skills.learning_rate"), or null.
Entry const* find_path(Entry const& map, std::string_view path);

/// Whether this map says what is believed of an uncertain parameter, as in `{uniform: [0, 1]}`.
bool is_prior(Entry const& entry);

/// Lays `over` on top: maps merge key by key; lists, values and priors replace what was there.
void merge(Entry& below, Entry const& over);

/// A map with one member, nested along a dotted path.
Entry nested(std::string_view path, Entry const& value);

/// "300", "a list", "a map" or "empty", as messages show it: one line, and not too long.
std::string shown(Entry const& entry);

}  // namespace graduasi
