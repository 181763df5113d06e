// A result table, declared once as a list of columns, and written as a CSV file or as a sheet.
#pragma once

#include "base/calendar.h"
#include "outcome/estimate.h"
#include "output/csv.h"
#include "store/sink.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace graduasi {

/// What one row and column holds: nothing, text, a number of 7 digits, a whole number or a
/// month, which files write as its first day. Text that is not kept elsewhere comes as a
/// `std::string`.
using Field = std::variant<std::monostate, std::string_view, std::string, double, std::int64_t,
                           CalendarMonth>;

/// A yes or no as a field.
inline std::string_view true_or_false(bool value) { return value ? "true" : "false"; }

/// A count as a field.
inline std::int64_t whole(std::size_t count) { return static_cast<std::int64_t>(count); }

/// What a column holds; it decides how a sheet shows it and whether the store takes every field of
/// it as text, so that a policy with the name "100" stays one.
enum class Holds {
  text,
  whole,   ///< a count or the number of a month
  month,   ///< a calendar month
  number,  ///< any other number
  share,   ///< 0 to 1, which a sheet shows in percent
  figure,  ///< a number in the unit of the row's measure, which a sheet shows as that unit wants
  either   ///< words in some rows and numbers in others
};

/// Where a column appears: some tables are files and sheets.
enum class In { both, file, sheet };

/// A column of a table whose rows are of one type.
template <class Row>
struct TableColumn {
  std::string name;
  Holds holds;
  std::function<Field(Row const&)> field;
  double width = 0;  ///< characters in a sheet; 0: the table is in no sheet
  In in = In::both;
};

template <class Row>
using TableColumns = std::vector<TableColumn<Row>>;

/// The estimate of a row; nullptr leaves its fields empty.
template <class Row>
using EstimateOf = std::function<Estimate const*(Row const&)>;

template <class Row>
void add_part(TableColumns<Row>& columns, std::string name, double Estimate::*part,
              EstimateOf<Row> const& estimate) {
  columns.push_back({std::move(name), Holds::number, [estimate, part](Row const& row) -> Field {
                       auto const* const e = estimate(row);
                       return e != nullptr ? Field(e->*part) : Field();
                     }});
}

/// Three columns for mean, lower and upper.
template <class Row>
void add_interval(TableColumns<Row>& columns, std::vector<std::string> const& names,
                  EstimateOf<Row> const& estimate) {
  add_part(columns, names[0], &Estimate::mean, estimate);
  add_part(columns, names[1], &Estimate::lower, estimate);
  add_part(columns, names[2], &Estimate::upper, estimate);
}

/// What an estimate rests on: how many values, and which interval.
template <class Row>
void add_basis(TableColumns<Row>& columns, EstimateOf<Row> const& estimate) {
  columns.push_back({"replicates", Holds::whole, [estimate](Row const& row) -> Field {
                       auto const* const e = estimate(row);
                       return e != nullptr ? Field(whole(e->replicates)) : Field();
                     }});
  columns.push_back({"interval", Holds::text, [estimate](Row const& row) -> Field {
                       auto const* const e = estimate(row);
                       return e != nullptr ? Field(name_of(e->interval)) : Field();
                     }});
}

/// NAME, NAME_lower and NAME_upper.
inline std::vector<std::string> with_bounds(std::string const& name) {
  return {name, name + "_lower", name + "_upper"};
}

/// One field as a CSV file holds it.
std::string csv_text(Field const& field);

/// Writes it.
void put_field(Sink& sink, Field const& field);

/// Writes the header, and then every row that `rows` calls its argument with.
template <class Row, class Rows>
void write_csv(Sink& sink, TableColumns<Row> const& columns, Rows rows) {
  std::vector<TableColumn<Row> const*> written;
  std::vector<std::string> texts;
  for (auto const& column : columns) {
    if (column.in == In::sheet) continue;
    if (!written.empty()) sink.put(',');
    sink.put(csv_field(column.name));
    written.push_back(&column);
    if (column.holds == Holds::text) texts.push_back(column.name);
  }
  sink.put('\n');
  sink.note_texts(std::move(texts));
  rows([&](Row const& row) {
    char before = 0;
    for (auto const* column : written) {
      if (before != 0) sink.put(before);
      put_field(sink, column->field(row));
      before = ',';
    }
    sink.put('\n');
  });
}

}  // namespace graduasi
