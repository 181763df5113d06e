#include "population/years.h"

#include "population/csv_columns.h"

#include <algorithm>
#include <array>
#include <map>

namespace graduasi {

namespace {

constexpr auto columns = std::to_array<NumberColumn<YearFigures>>({
    {{.name = "year",
      .unit = "year",
      .need = Need::required,
      .values = Values::whole,
      .min = 1990,
      .max = 2100},
     [](YearFigures& y, double v) { y.year = static_cast<int>(v); }},
    {{.name = "programme_families",
      .unit = "households",
      .values = Values::whole,
      .min = 1000,
      .max = 100000000,
      .when_empty = "families of the first day have entered evenly, or not in that year"},
     [](YearFigures& y, double v) { y.families = v; }},
    {{.name = "list_month",
      .unit = "month",
      .values = Values::whole,
      .min = 1,
      .max = 12,
      .when_empty = "no list was made in that year"},
     [](YearFigures& y, double v) { y.list_month = static_cast<int>(v); }},
    {{.name = "earnings_growth_pct",
      .unit = "percent a year",
      .min = -10,
      .max = 10,
      .when_empty = "lasting earnings grow by world.growth.per_year"},
     [](YearFigures& y, double v) { y.growth = v / 100; }},
    {{.name = "poverty_line_rp_month",
      .unit = "rupiah",
      .min = 100000,
      .max = 2500000,
      .aside = ", per person and month",
      .when_empty = "the line stays where it was"},
     [](YearFigures& y, double v) { y.line_rupiah = v; }},
});

YearFigures const* figures_of(Years const& years, int year) {
  auto const found = std::ranges::find(years.rows, year, &YearFigures::year);
  return found == years.rows.end() ? nullptr : &*found;
}

/// Reads the rows, one for each year.
std::vector<YearFigures> rows_of_file(CsvColumns& file, std::span<std::size_t const> at) {
  std::vector<YearFigures> rows;
  std::map<int, int> line_of;
  CsvRow row;
  while (file.next(row)) {
    YearFigures figures;
    read_numbers<YearFigures>(file, row, figures, columns, at);
    auto const [first, is_new] = line_of.try_emplace(figures.year, row[at[0]].line);
    if (!is_new)
      file.list("year", row[at[0]],
                "year is " + std::to_string(figures.year) + ", which stands in line " +
                    std::to_string(first->second) + " already; a year has one row");
    rows.push_back(figures);
  }
  std::ranges::sort(rows, {}, &YearFigures::year);
  return rows;
}

}  // namespace

std::optional<CalendarMonth> newest_list(Years const& years, CalendarMonth at) {
  std::optional<CalendarMonth> newest;
  for (auto const& y : years.rows) {
    if (y.list_month == 0) continue;
    auto const made = calendar_month(y.year, y.list_month);
    if (made <= at) newest = made;
  }
  return newest;
}

std::vector<float> growth_beyond(Years const& years, CalendarMonth start, int quarters,
                                 float even) {
  auto const knows = [](YearFigures const& y) { return y.growth.has_value(); };
  if (std::ranges::none_of(years.rows, knows)) return {};
  std::vector<float> beyond = {0};
  double sum = 0;
  // The quarter that opens first is that of the first month, or the next one.
  CalendarMonth opens = later(start, (3 - start.number % 3) % 3);
  for (int q = 1; q <= quarters; ++q, opens = later(opens, 3)) {
    auto const* const of_year = figures_of(years, opens.year());
    if (of_year != nullptr && of_year->growth)
      sum += 0.25 * (*of_year->growth - static_cast<double>(even));
    beyond.push_back(static_cast<float>(sum));
  }
  return beyond;
}

std::vector<float> line_by_year(Years const& years, CalendarMonth start, int months) {
  auto const knows = [](YearFigures const& y) { return y.line_rupiah > 0; };
  if (std::ranges::none_of(years.rows, knows)) return {};
  std::vector<float> lines;
  double first = 0, ratio = 1;
  for (int year = start.year(); year <= later(start, months).year(); ++year) {
    auto const* const figures = figures_of(years, year);
    double const line = figures == nullptr ? 0 : figures->line_rupiah;
    if (first == 0) first = line;
    if (line > 0) ratio = line / first;
    lines.push_back(static_cast<float>(ratio));
  }
  return lines;
}

Years parse_years(std::string_view text, std::string const& name, std::vector<Warning>& warnings) {
  CsvColumns file(text, name);
  std::vector<std::string_view> names;
  for (auto const& column : columns) names.push_back(column.rule.name);
  Years years;
  if (auto const at = file.find(names)) {
    if ((*at)[0] == CsvColumns::absent) file.missing(columns[0].rule.name);
    if (file.fine()) {
      file.decide_decimals(*at);
      years.rows = rows_of_file(file, *at);
    }
  }
  file.throw_if_any();
  append(warnings, file.warnings());
  return years;
}

Years read_years(std::filesystem::path const& file, std::vector<Warning>& warnings) {
  return parse_years(text_of_table(file, "the file of years", 1), file.string(), warnings);
}

std::vector<NumberRule> year_columns() {
  std::vector<NumberRule> rules;
  for (auto const& column : columns) rules.push_back(column.rule);
  return rules;
}

}  // namespace graduasi
