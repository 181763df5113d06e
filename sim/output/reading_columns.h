// Columns that spare a reader a second file: the date of a month, what the codebook says of a
// measure and the two parts of a subgroup's name. In files they end a row, so that whoever reads by
// position finds all others where they were.
#pragma once

#include "base/calendar.h"
#include "outcome/measures.h"
#include "outcome/subgroup_name.h"
#include "output/table.h"

#include <string_view>

namespace graduasi {

/// `date`: the first day of the month that a row tells of; that of month 0, the state before the
/// run, lies a month before its start.
/// @param month_of  of a row: a calendar month, or none
template <class Row, class MonthOf>
TableColumn<Row> date_column(MonthOf month_of, In in = In::both) {
  return {"date", Holds::month, [month_of](Row const& row) { return Field(month_of(row)); }, 10,
          in};
}

/// `unit` and `label`.
/// @param measure_of  of a row: a measure, or null for one that this program does not know
template <class Row, class MeasureOf>
TableColumns<Row> measure_columns(MeasureOf measure_of, In in = In::both) {
  auto const told = [measure_of](Row const& row, std::string_view Measure::*part) {
    Measure const* const measure = measure_of(row);
    return measure != nullptr ? Field(measure->*part) : Field();
  };
  return {
      {"unit", Holds::text, [told](Row const& row) { return told(row, &Measure::unit); }, 18, in},
      {"label", Holds::text, [told](Row const& row) { return told(row, &Measure::label_en); }, 40,
       in}};
}

/// `split` and `group`.
/// @param name_of  of a row: the name of its subgroup, as `stratum` holds it
template <class Row, class NameOf>
TableColumns<Row> group_columns(NameOf name_of) {
  return {{"split", Holds::text,
           [name_of](Row const& row) { return subgroup_name(name_of(row)).split; }, 12},
          {"group", Holds::text,
           [name_of](Row const& row) { return subgroup_name(name_of(row)).group; }, 20}};
}

/// All columns of the parts, one part after the other.
template <class Row>
TableColumns<Row> joined(std::initializer_list<TableColumns<Row>> parts) {
  TableColumns<Row> all;
  for (auto const& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace graduasi
