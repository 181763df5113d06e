// What is known of the nation year by year: how many families the programme had, when its lists
// were made, how lasting earnings grew and where the poverty line stood.
#pragma once

#include "base/calendar.h"
#include "base/errors.h"
#include "population/number_rule.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A row of the file; a figure that is not given is nothing or 0.
struct YearFigures {
  int year = 0;
  double families = 0;           ///< in the programme
  int list_month = 0;            ///< in which a list of families was made; 0: none that year
  std::optional<double> growth;  ///< of lasting earnings against the line, log points
  double line_rupiah = 0;        ///< poverty line, per person and month
};

/// Years in their order; empty without a file.
struct Years {
  std::vector<YearFigures> rows;
};

/// The newest list that was made at or before a month; nothing when there was none yet.
std::optional<CalendarMonth> newest_list(Years const& years, CalendarMonth at);

/// By how much lasting earnings have grown beyond an even pace when so many quarters of a run have
/// opened, log points: one number for each of 0 to `quarters`. Empty where no year says anything.
/// @param even  growth a year where a year says nothing
std::vector<float> growth_beyond(Years const& years, CalendarMonth start, int quarters, float even);

/// The line of each year of a run over that of the first, as far as both are known: 1 where not.
/// Empty where no year says anything.
std::vector<float> line_by_year(Years const& years, CalendarMonth start, int months);

/// @throws ScenarioError with all that is wrong with the file
Years parse_years(std::string_view text, std::string const& name, std::vector<Warning>& warnings);
Years read_years(std::filesystem::path const& file, std::vector<Warning>& warnings);

/// The columns, for what is said of them.
std::vector<NumberRule> year_columns();

}  // namespace graduasi
