// A part of a result as one table, read back from its folder: for people, spreadsheets and
// programs.
#pragma once

#include "output/stored_result.h"
#include "output/table.h"
#include "output/text_table.h"

#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// What is to be shown of a result.
struct Shown {
  std::vector<std::string> measures{};  ///< none: the main ones, as far as the result has them
  std::vector<std::string> policies{};  ///< none: all
  std::optional<int> month{};           ///< none: the last month of every year
  bool last = false;                    ///< the last month only
  std::string split{};                  ///< its groups; empty: the whole programme
  bool wide = false;                    ///< policies beside each other, as means
};

/// Rows under named columns; a row's unit says how its figures read.
struct ShownTable {
  struct Column {
    std::string name;
    bool is_figure = false;
    bool always_same = false;  ///< a person needs it not: there is one variant, or no split
  };
  struct Row {
    std::string unit;
    std::vector<Field> fields;
  };
  std::vector<Column> columns;
  std::vector<Row> rows;
};

/// Rows in the order policy, variant, group, month, measure, as asked for; a wide table has no
/// column of policies but one for each, with the name of its variant where there are several.
/// @throws ScenarioError for a measure, policy, month or split that the result does not have, with
/// what it has
ShownTable shown_table(StoredResult const& result, Shown const& shown);

/// For people: figures in groups of three and percent; ends with a line end.
std::string shown_text(ShownTable const& table, Color color);

/// The same rows with every column, figures as in the CSV files of the result.
std::string shown_csv(ShownTable const& table);

/// A list with an object for each row; ends with a line end.
std::string shown_json(ShownTable const& table);

}  // namespace graduasi
