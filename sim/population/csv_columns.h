// A file of one row per thing and one named column per figure: what areas and household files
// share.
#pragma once

#include "base/errors.h"
#include "population/csv_table.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

enum class Need {
  required,  ///< the column and every cell
  column,    ///< the column; empty cells are filled in
  optional,
};

/// What may stand in a column of numbers.
struct NumberRule {
  std::string_view name;
  std::string_view unit;
  Need need;
  bool (*allowed)(double);
  std::string_view must;
  std::string_view when_empty;
};

/// The same, and where the number goes.
template <class Row>
struct NumberColumn {
  NumberRule rule;
  void (*set)(Row&, double);
};

/// A file while it is read: where its columns stand, and what is wrong with it. Problems are
/// collected until the reader gives up.
class CsvColumns {
 public:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  /// Rows with the same fault that are listed one by one.
  static constexpr int most_listed = 100;

  CsvColumns(std::string_view text, std::string name);

  /// The rows behind the header.
  std::span<CsvRow const> rows() const { return std::span(table_.rows).subspan(1); }
  /// Whether a row has as many fields as the header; says so when it has not.
  bool complete(CsvRow const& row);

  /// Finds the columns of these names in the header, each at most once; a name that stands first
  /// in a pair of `aliases` means the second.
  /// @returns where each stands, or `absent`; nothing when there is no header to search
  std::optional<std::vector<std::size_t>> find(
      std::span<std::string_view const> names,
      std::map<std::string_view, std::string_view> const& aliases = {});

  /// Says that a column is needed, and which unknown one may be meant by it.
  void missing(std::string_view column, std::string_view instead = {});

  void report(CsvField const& field, std::string text);
  /// Of the file as a whole.
  void report(std::string text);

  /// Whether one more row with a fault of this name is listed; the others are counted.
  bool lists(std::string_view fault, int line);

  /// Notes that `what` holds on this line; one warning names all lines of it.
  void note(std::string_view what, std::string_view consequence, int line);

  /// The number of a cell when it is there and allowed; everything else is noted.
  std::optional<double> number(CsvField const& field, NumberRule const& rule);

  bool fine() const { return problems_.empty(); }
  /// @throws ScenarioError with all problems
  void throw_if_any();

  /// Unknown columns, columns with empty cells, and what else was noted.
  std::vector<Warning> warnings() const;

 private:
  struct Noted {
    std::string what, consequence;
    std::vector<int> lines;
  };
  struct Unlisted {
    int rows = 0, first_line = 0;
  };

  std::string name_;
  CsvTable table_;
  std::vector<Problem> problems_;
  std::vector<std::string> unknown_;      ///< columns
  std::vector<std::string_view> unused_;  ///< names of columns that are not there
  std::vector<Noted> noted_;              ///< in the order in which they were met
  std::map<std::string, Unlisted, std::less<>> faults_;
};

/// The text of a file that a scenario names.
/// @param what  it is, as in "the areas file"
/// @throws ScenarioError, since a missing one is the scenario's problem
std::string text_of_table(std::filesystem::path const& file, std::string_view what);

/// Numbers of a row, by `columns`, with where each stands.
template <class Row>
void read_numbers(CsvColumns& file, CsvRow const& fields, Row& row,
                  std::span<NumberColumn<Row> const> columns, std::span<std::size_t const> at) {
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (at[k] == CsvColumns::absent) continue;
    if (auto const value = file.number(fields[at[k]], columns[k].rule)) columns[k].set(row, *value);
  }
}

}  // namespace graduasi
