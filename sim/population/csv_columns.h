// A file of one row per thing and one named column per figure: what areas and household files
// share.
#pragma once

#include "base/csv_reader.h"
#include "base/errors.h"
#include "population/csv_form.h"
#include "population/number_rule.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A column of numbers, and where each goes.
template <class Row>
struct NumberColumn {
  NumberRule rule;
  void (*set)(Row&, double);
};

/// A file while it is read, row by row: where its columns are, and what is wrong with it.
/// Problems are collected until the reader gives up. Separators are those of its header line; where
/// they are no commas, decimals may have one.
class CsvColumns {
 public:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  /// Rows with the same fault that are listed one by one.
  static constexpr int max_listed = 100;
  /// The same of figures in another unit or form, which is a fault of the whole column.
  static constexpr int max_listed_of_factor = 5;

  /// @param text  must outlive this
  CsvColumns(std::string_view text, std::string name);

  /// The next row behind the header, in the fields of the last one. Rows that cannot be used are
  /// reported and left out.
  bool next(CsvRow& row);

  /// Finds the columns of these names in the header, each at most once; a name that comes first
  /// in a pair of `aliases` means the second.
  /// @returns where each is, or `absent`; nothing when there is no header to search
  std::optional<std::vector<std::size_t>> find(
      std::span<std::string_view const> names,
      std::map<std::string_view, std::string_view> const& aliases = {});

  /// Says how decimals are written, by all cells of these columns.
  void decide_decimals(std::span<std::size_t const> number_columns);

  /// Says that a column is needed, and which unknown one may be meant by it.
  void missing(std::string_view column, std::string_view instead = {});

  void report(CsvField const& field, std::string text);
  /// Of the file as a whole.
  void report(std::string text);

  /// Whether one more row with a fault of this name is listed; the others are counted.
  bool lists(std::string_view fault, int line, int max = max_listed);

  /// Notes that `what` holds on this line; one warning names all lines of it.
  void note(std::string_view what, std::string_view consequence, int line);

  /// A problem of one among several fields of a row, unless as many of its kind are listed.
  void list(std::string_view fault, CsvField const& field, std::string text);

  /// The number of a cell when it is there and allowed; everything else is noted.
  std::optional<double> number(CsvField const& field, NumberRule const& rule);

  std::string const& name() const { return name_; }
  bool fine() const { return problems_.empty(); }
  /// @throws ScenarioError with all problems
  void throw_if_any();

  /// How the file is written, unknown columns, columns with empty cells, and what else was noted.
  std::vector<Warning> warnings() const;

 private:
  struct Noted {
    std::string what, consequence;
    std::vector<int> lines;
  };
  struct Unlisted {
    int rows = 0, first_line = 0, listed = 0;
  };

  bool complete(CsvRow& row);
  void note_nameless(CsvRow const& row);
  std::optional<Warning> note_of_form() const;

  std::string name_;
  CsvForm form_;
  Decimals decimals_ = Decimals::point;
  TextStream stream_;
  CsvReader reader_;
  CsvRow header_;
  bool has_rows_ = false;
  std::vector<Problem> problems_;
  std::vector<std::string> unknown_;      ///< columns
  std::vector<std::size_t> nameless_;     ///< columns without a name, from 0
  std::vector<std::string_view> unused_;  ///< names of columns that are not there
  std::vector<Noted> noted_;              ///< in the order in which they were met
  std::map<std::string, Unlisted, std::less<>> faults_;
};

/// The text of a file that a scenario names.
/// @param what  it is, as in "the areas file"
/// @param max_megabytes  a larger one is refused
/// @throws ScenarioError, since a missing one is the scenario's problem
std::string text_of_table(std::filesystem::path const& file, std::string_view what,
                          int max_megabytes);

/// Numbers of a row, by `columns`, with where each is.
template <class Row>
void read_numbers(CsvColumns& file, CsvRow const& fields, Row& row,
                  std::span<NumberColumn<Row> const> columns, std::span<std::size_t const> at) {
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (at[k] == CsvColumns::absent) continue;
    if (auto const value = file.number(fields[at[k]], columns[k].rule)) columns[k].set(row, *value);
  }
}

}  // namespace graduasi
