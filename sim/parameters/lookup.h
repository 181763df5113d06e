#pragma once

#include "base/text.h"
#include "parameters/parameter.h"

#include <functional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace graduasi {

/// A choice is held as the place of its word, a set as the sum of one bit for each of its words.
enum class Kind { number, whole_number, yes_no, choice, set };

/// A row of any group, seen from the struct that holds all groups of a root
/// ("world", "policy", "population", "run"): found by its dotted path, read and written as a
/// double.
template <class Root>
struct Row {
  std::string path;  ///< with the root: "world.skills.learning_rate"
  Kind kind;
  std::string_view unit;
  Range range;
  std::span<std::string_view const> words;  ///< of a choice or a set
  std::string_view meaning;
  std::string_view source;
  std::function<double(Root const&)> get;
  /// The value must already be in range; a float member takes it rounded once.
  std::function<void(Root&, double)> set;
};

namespace detail {

template <class T>
constexpr Kind kind_of() {
  if constexpr (std::is_same_v<T, bool>)
    return Kind::yes_no;
  else if constexpr (std::is_enum_v<T>)
    return Choice<T>::is_set ? Kind::set : Kind::choice;
  else if constexpr (std::is_integral_v<T>)
    return Kind::whole_number;
  else
    return Kind::number;
}

template <class Root, class Group>
void append_rows(std::vector<Row<Root>>& rows, std::string_view root, Group Root::*group) {
  for (auto const& p : Table<Group>::rows) {
    std::visit(
        [&](auto member) {
          using T = std::remove_reference_t<decltype(std::declval<Group&>().*member)>;
          std::string path(root);
          if (!Table<Group>::group.empty()) path.append(".").append(Table<Group>::group);
          rows.push_back({path.append(".").append(p.name), kind_of<T>(), p.unit, p.range,
                          choices_of<T>(), p.meaning, p.source,
                          [=](Root const& r) { return static_cast<double>(r.*group.*member); },
                          [=](Root& r, double v) { r.*group.*member = static_cast<T>(v); }});
        },
        p.member);
  }
}

}  // namespace detail

/// The value as a scenario file would write it: numbers are floats, so the shortest such text.
template <class Root>
std::string text_of(Row<Root> const& row, double value) {
  switch (row.kind) {
    case Kind::yes_no:
      return value != 0 ? "true" : "false";
    case Kind::whole_number:
      return shortest(value);
    case Kind::choice:
      return std::string(row.words[static_cast<std::size_t>(value)]);
    case Kind::set: {
      std::string text = "[";
      for (std::size_t i = 0; i < row.words.size(); ++i) {
        if ((static_cast<unsigned>(value) >> i & 1u) == 0) continue;
        text.append(text.size() > 1 ? ", " : "").append(row.words[i]);
      }
      return text + "]";
    }
    case Kind::number:
      break;
  }
  return shortest(static_cast<float>(value));
}

/// All rows of a root, group by group, in the order they are declared.
/// A root declares `static constexpr std::string_view root` and `groups()`, a tuple of its members.
template <class Root>
std::vector<Row<Root>> const& rows_of() {
  static std::vector<Row<Root>> const rows = [] {
    std::vector<Row<Root>> all;
    std::apply([&](auto... group) { (detail::append_rows(all, Root::root, group), ...); },
               Root::groups());
    return all;
  }();
  return rows;
}

/// The row with that path, or null.
template <class Root>
Row<Root> const* find_row(std::string_view path) {
  for (auto const& row : rows_of<Root>()) {
    if (row.path == path) return &row;
  }
  return nullptr;
}

}  // namespace graduasi
