#include "population/area_checks.h"

#include "base/names.h"
#include "base/number_text.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graduasi {

namespace {

/// Twice the rounding of 38 provinces in hundredths of a thousand is far less.
constexpr double rounding = 0.001;

std::string in_quotes(std::string_view name) { return "\"" + shown(name) + "\""; }

/// Letters and blanks alone: "Jumlah / Total" and "*) Jumlah" as well.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (char const c : alike(name)) {
    bool const separates = c == ' ' || c == '/' || c == '-' || c == '(' || c == ')' || c == '.' ||
                           c == ':' || c == '*' || c == ',';
    if (!separates)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Whether a row of this name is a total or a mean of others.
bool is_total(std::string_view name) {
  auto const words = words_of(name);
  if (words.empty()) return false;
  auto const is_one_of = [](std::string_view word, auto const& list) {
    return std::ranges::find(list, word) != list.end();
  };
  constexpr auto begins =
      std::to_array<std::string_view>({"total", "jumlah", "subtotal", "rata", "rerata", "average"});
  constexpr auto whole = std::to_array<std::string_view>(
      {"indonesia", "nasional", "national", "nation", "mean", "sum"});
  constexpr auto before = std::to_array<std::string_view>(
      {"republik", "seluruh", "angka", "all", "grand", "sub", "of"});
  if (is_one_of(words.front(), begins)) return true;
  return std::ranges::all_of(words,
                             [&](std::string_view word) {
                               return is_one_of(word, whole) || is_one_of(word, before) ||
                                      is_one_of(word, begins);
                             }) &&
         std::ranges::any_of(words, [&](std::string_view word) {
           return is_one_of(word, whole) || is_one_of(word, begins);
         });
}

bool is_nearly(double value, double other) {
  return std::abs(value - other) <= rounding * std::abs(other);
}

/// Persons and poor of some rows.
struct Sum {
  double persons = 0, poor = 0;
  int rows = 0;

  void add(Area const& area) {
    persons += area.population;
    poor += area.population * area.poverty_rate;
    ++rows;
  }
  double rate() const { return poor / persons; }
};

void report_sum(CsvField const& name, std::string_view of, CsvColumns& file) {
  file.list("total", name,
            in_quotes(name.text) + " has as many people as " + std::string(of) +
                " together, so it is their total and would count them twice; leave the row out");
}

/// A total of all others, wherever it is.
bool report_total(std::span<Area const> areas, std::span<AreaCells const> cells, CsvColumns& file) {
  if (areas.size() < 3) return false;
  Sum all;
  for (auto const& area : areas) all.add(area);
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (!is_nearly(areas[a].population, all.persons - areas[a].population)) continue;
    report_sum(cells[a].name, "all other rows", file);
    return true;
  }
  return false;
}

/// Totals behind the rows they are of, or before them: since the last total each, so that chance
/// hardly ever makes one.
void report_subtotals(std::span<Area const> areas, std::span<AreaCells const> cells,
                      CsvColumns& file) {
  std::vector<bool> met(areas.size());
  for (bool const backwards : {false, true}) {
    Sum since;
    for (std::size_t i = 0; i < areas.size(); ++i) {
      auto const a = backwards ? areas.size() - 1 - i : i;
      bool const total = since.rows >= 2 && is_nearly(areas[a].population, since.persons) &&
                         std::abs(areas[a].poverty_rate / since.rate() - 1) < 0.02;
      if (total && !met[a]) {
        report_sum(cells[a].name,
                   std::string("the ") + std::to_string(since.rows) + " rows " +
                       (backwards ? "behind it" : "before it"),
                   file);
      }
      met[a] = met[a] || total;
      if (total)
        since = {};
      else
        since.add(areas[a]);
    }
  }
}

/// Indonesia has 284 million people in 2025, and a file may be of decades to come.
constexpr double max_persons = 400e6;

void report_many(std::span<Area const> areas, std::span<AreaCells const> cells, CsvColumns& file) {
  double persons = 0;
  for (auto const& area : areas) persons += area.population;
  if (persons <= max_persons) return;
  file.report(cells.front().population,
              "population_thousand adds up to " + typed_number(std::round(persons / 1e6)) +
                  " million people, more than Indonesia has; is it in persons, or are totals among "
                  "the rows?");
}

/// The squared gap lies between what equal shortfalls of all poor would give and the gap.
void report_severity(Area const& area, AreaCells const& cells, CsvColumns& file) {
  if (area.poverty_severity == 0) return;
  auto const min = area.poverty_gap * area.poverty_gap / area.poverty_rate;
  auto const percent = [](double share) { return seven_digits(100 * share); };
  auto const is = "poverty_severity_pct is " + shown(cells.severity.text) + " percent; it must ";
  if (area.poverty_severity >= area.poverty_gap) {
    file.list("poverty_severity_pct", cells.severity,
              is + "be less than poverty_gap_pct, " + percent(area.poverty_gap) + " percent");
  } else if (area.poverty_severity + 0.0001 < 0.5 * min) {
    file.list("poverty_severity_pct", cells.severity,
              is + "be at least the square of poverty_gap_pct over poverty_rate_pct, " +
                  percent(min) + " percent; is it a share?");
  }
}

/// "5.554" among "750" and "1.227": a number with decimals would have them in every row.
void report_points(std::span<AreaCells const> cells, CsvColumns& file) {
  CsvField const* first = nullptr;
  for (auto const& row : cells) {
    auto const& text = row.population.text;
    bool const grouped = groups_thousands(text, '.');
    bool const small = text.size() <= 3 && text.find('.') == std::string::npos;
    if (!grouped && !small) return;
    if (grouped && first == nullptr) first = &row.population;
  }
  if (first == nullptr) return;
  auto const read = readings_of(first->text);
  // In thousands the largest province has five digits.
  if (read.size() < 2 || read[1] > 100000) return;
  file.report(*first, "population_thousand is " + first->text +
                          " thousand persons, and no row has other than three digits behind its "
                          "point, so it may separate thousands; did you mean " +
                          typed_number(read[1]) + ", or " + first->text + "0?");
}

void report_unemployment(std::span<Area const> areas, std::span<AreaCells const> cells,
                         CsvColumns& file) {
  double const max = std::ranges::max(areas, {}, &Area::unemployment).unemployment;
  constexpr double hardly_any = 0.0025;
  if (max == 0 || max >= hardly_any) return;
  auto const& field = cells.front().unemployment;
  file.report(field, "unemployment_pct is below " + seven_digits(100 * hardly_any) +
                         " percent in every row; it must be in percent, not a share");
}

void check_families(Area const& area, AreaCells const& cells, CsvColumns& file) {
  if (area.kpm_households == 0) return;
  auto const& field = cells.kpm_households;
  if (area.kpm_households > area.population) {
    file.list("kpm_households", field,
              "kpm_households is " + shown(field.text) + " households, more than the " +
                  typed_number(area.population) + " persons of the area");
  } else if (area.kpm_households < 0.0003 * area.population) {
    file.note("kpm_households is less than one family for 3333 persons",
              "so few are taken; is it in thousands?", field.line);
  }
}

}  // namespace

void AreaNames::add(CsvField const& name, std::string_view column, std::string_view province,
                    CsvColumns& file) {
  auto const& text = name.text;
  if (text.empty()) {
    file.list("name", name, std::string(column) + " is empty; a name is needed");
    return;
  }
  if (auto const fault = fault_of_name(text); !fault.empty()) {
    file.list("name", name,
              std::string(column) + " is " + in_quotes(text) +
                  "; it must be a text in one line, but " + fault);
    return;
  }
  if (opens_a_formula(text)) formulas_.push_back(text);
  if (is_total(text)) totals_.push_back(name);
  auto const [place, fresh] = first_.try_emplace(alike(text), First{name, std::string(province)});
  if (fresh) return;
  auto const& first = place->second;
  auto const line = std::to_string(first.name.line);
  if (alike(first.province) != alike(province)) {
    file.list("name", name,
              in_quotes(text) + " is the name of two areas, here in " + shown(province) +
                  " and on line " + line + " in " + shown(first.province) +
                  "; results would add them up: write " +
                  in_quotes(text + " (" + std::string(province) + ")"));
    return;
  }
  auto const as = first.name.text == text ? "" : ", as " + in_quotes(first.name.text);
  file.list("name", name, in_quotes(text) + " is given twice (first on line " + line + as + ")");
}

void AreaNames::report_totals(CsvColumns& file) const {
  if (first_.size() < 2) return;
  for (auto const& name : totals_) {
    file.list("total", name,
              in_quotes(name.text) +
                  " is named like a total of other areas, whose families it would count twice; "
                  "leave the row out");
  }
}

void check_together(std::span<Area const> areas, std::span<AreaCells const> cells,
                    CsvColumns& file) {
  report_points(cells, file);
  if (!file.fine()) return;  // whatever is set against the population would be wrong too
  for (std::size_t a = 0; a < areas.size(); ++a) {
    report_severity(areas[a], cells[a], file);
    check_families(areas[a], cells[a], file);
  }
  report_unemployment(areas, cells, file);
  if (!report_total(areas, cells, file)) report_subtotals(areas, cells, file);
  if (file.fine()) report_many(areas, cells, file);
}

}  // namespace graduasi
