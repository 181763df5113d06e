// Rows of all parameter tables, found by their dotted path. A row is plain: whoever loops over
// parameters is compiled without the tables, which are turned into rows in one unit
// (scenario/parameter_rows.cpp).
#pragma once

#include "base/contract.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A choice is held as the index of its word, a set as the sum of one bit for each of its words.
enum class Kind { number, whole_number, yes_no, choice, set };

/// How the value of a parameter is held in memory.
enum class Storage { real, whole, natural, truth };

/// A row of any group, seen from the struct that holds all groups of a root
/// ("world", "policy", "population", "run"): found by its dotted path, read and written as a
/// double.
struct Row {
  std::string path;  ///< with the root: "world.skills.learning_rate"
  std::string_view root;
  Kind kind;
  std::string_view unit;
  Range range;
  std::span<std::string_view const> words;  ///< of a choice or a set
  std::string_view meaning;
  std::string_view source;
  Storage storage;
  std::size_t offset;  ///< bytes from the beginning of the root's struct

  /// The value in a struct of this row's root.
  template <class Root>
  double get(Root const& holder) const {
    expects(root == Root::root, "a row reads the struct of its own root");
    return load(reinterpret_cast<std::byte const*>(&holder) + offset);
  }

  /// The value must already be in range; a float member takes it rounded once.
  template <class Root>
  void set(Root& holder, double value) const {
    expects(root == Root::root, "a row writes the struct of its own root");
    store(reinterpret_cast<std::byte*>(&holder) + offset, value);
  }

 private:
  double load(std::byte const* address) const;
  void store(std::byte* address, double value) const;
};

/// The value as a scenario file would write it: numbers are floats, so the shortest such text.
std::string text_of(Row const& row, double value);

/// All rows of a root, group by group, in the order they are declared.
template <class Root>
std::vector<Row> const& rows_of();

/// The row with that path, or null.
Row const* find_row(std::vector<Row> const& rows, std::string_view path);

template <class Root>
Row const* find_row(std::string_view path) {
  return find_row(rows_of<Root>(), path);
}

}  // namespace graduasi
