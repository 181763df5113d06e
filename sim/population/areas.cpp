#include "population/areas.h"

#include "base/text.h"
#include "population/csv_table.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace graduasi {

namespace {

enum class Need { required, line_or_mean, optional };

/// A column of numbers: the only place where its name, unit and bounds are known.
struct NumberColumn {
  std::string_view name;
  std::string_view unit;
  Need need;
  bool (*allowed)(double);
  std::string_view must;
  std::string_view when_empty;
  void (*set)(Area&, double);
};

bool inside_percent(double v) { return 0 < v && v < 100; }
bool percent(double v) { return 0 <= v && v <= 100; }
bool share_of_all(double v) { return 0 <= v && v <= 1; }
bool above_zero(double v) { return 0 < v; }
bool not_negative(double v) { return 0 <= v; }
bool whole_and_positive(double v) { return 1 <= v && v <= 1e6 && v == std::floor(v); }

constexpr auto columns = std::to_array<NumberColumn>({
    {"poverty_rate_pct", "percent", Need::required, inside_percent,
     "it must lie between 0 and 100, both excluded", "",
     [](Area& a, double v) { a.poverty_rate = v / 100; }},
    {"poverty_gap_pct", "percent", Need::required, inside_percent,
     "it must lie between 0 and 100, both excluded", "",
     [](Area& a, double v) { a.poverty_gap = v / 100; }},
    {"population_thousand", "thousand persons", Need::required, above_zero, "it must be above 0",
     "", [](Area& a, double v) { a.population = v * 1000; }},
    {"poverty_line_rp_month", "rupiah", Need::line_or_mean, above_zero, "it must be above 0",
     "the mean of the file's other rows stands in, weighted by population",
     [](Area& a, double v) { a.line_rupiah = v; }},
    {"n_districts", "districts", Need::optional, whole_and_positive,
     "it must be a whole number of 1 or more", "the row is one district",
     [](Area& a, double v) { a.districts = static_cast<int>(v); }},
    {"hard_area_share", "share", Need::optional, share_of_all, "it must lie in [0, 1]",
     "no family lives in a hard-to-reach place", [](Area& a, double v) { a.hard_share = v; }},
    {"kpm_households", "households", Need::optional, above_zero, "it must be above 0",
     "the national cut decides how many families are in the programme",
     [](Area& a, double v) { a.kpm_households = v; }},
    {"facilitators", "facilitators", Need::optional, above_zero, "it must be above 0",
     "the caseload ratio decides how many facilitators there are",
     [](Area& a, double v) { a.facilitators = v; }},
    {"poverty_severity_pct", "percent", Need::optional, percent, "it must lie in [0, 100]",
     "the figure is only compared, so nothing changes",
     [](Area& a, double v) { a.poverty_severity = v / 100; }},
    {"mean_years_schooling", "years", Need::optional, not_negative, "it must not be negative",
     "access to education and jobs is the nation's mean",
     [](Area& a, double v) { a.schooling_years = v; }},
    {"unemployment_pct", "percent", Need::optional, percent, "it must lie in [0, 100]",
     "labour demand is the nation's mean", [](Area& a, double v) { a.unemployment = v / 100; }},
    {"partner_capacity_ratio", "ratio", Need::optional, not_negative, "it must not be negative",
     "partners have as many places per family as in the nation",
     [](Area& a, double v) { a.partner_factor = v; }},
});

/// The same column under another accepted name.
constexpr std::string_view line_of_2025 = "poverty_line_rp_month_2025";
constexpr auto name_columns = std::to_array<std::string_view>({"province", "district", "area"});

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return {};
  return value;
}

/// Reads one file; collects all problems before it gives up.
class AreasReader {
 public:
  AreasReader(std::string_view text, std::string const& name)
      : name_(name), table_(parse_csv(text, name)), problems_(table_.problems) {}

  Areas read() {
    if (table_.rows.empty()) {
      report(name_ + ":1:1", "the file is empty; it needs a header and at least one row");
    } else {
      read_header();
    }
    if (problems_.empty()) read_rows();
    if (problems_.empty()) {
      warn_of_empty_cells();
      fill_missing_lines();
    }
    if (!problems_.empty()) throw ScenarioError(problems_);
    return std::move(areas_);
  }

 private:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);

  void report(std::string place, std::string text) {
    problems_.push_back({std::move(place), std::move(text)});
  }
  void report(CsvField const& field, std::string text) {
    report(place_of(name_, field), std::move(text));
  }

  void read_header() {
    auto const& header = table_.rows.front();
    if (header.size() == 1 && header[0].text.find(';') != std::string::npos) {
      return report(header[0], "the fields are separated by semicolons; commas are needed");
    }
    find_columns(header);
    require_columns(header.front());
    note_unknown_columns();
    if (table_.rows.size() == 1) report(header[0], "no row follows the header");
  }

  void find_columns(CsvRow const& header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      std::size_t* const place = place_for(header[i].text);
      if (place == nullptr) {
        unknown_.push_back(header[i].text);
      } else if (*place != absent) {
        report(header[i], "column " + header[i].text + " is given twice (first in column " +
                              std::to_string(*place + 1) + ")");
      } else {
        *place = i;
      }
    }
  }

  /// Where the position of a column of that name is kept; null for unknown names.
  std::size_t* place_for(std::string_view column) {
    if (column == line_of_2025) column = "poverty_line_rp_month";
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (columns[k].name == column) return &number_at_[k];
    }
    for (std::size_t k = 0; k < name_columns.size(); ++k) {
      if (name_columns[k] == column) return &name_at_[k];
    }
    return nullptr;
  }

  void require_columns(CsvField const& start) {
    auto const [province, district, area] = name_at_;
    if (area == absent && district != absent && province == absent) {
      missing(start, "province", "; districts need it beside their own name");
    } else if (area == absent && province == absent) {
      missing(start, "province", ", or district with province, or area");
    }
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (columns[k].need != Need::optional && number_at_[k] == absent) {
        missing(start, columns[k].name, "");
      }
    }
  }

  void missing(CsvField const& start, std::string_view column, std::string_view instead) {
    std::vector<std::string_view> const present(unknown_.begin(), unknown_.end());
    std::string text = "column " + std::string(column) + " is missing" + std::string(instead);
    if (auto const near = closest(column, present); !near.empty()) {
      text += "; did you mean " + std::string(near) + "?";
    }
    report(start, std::move(text));
  }

  void note_unknown_columns() {
    if (unknown_.empty()) return;
    std::vector<std::string_view> const words(unknown_.begin(), unknown_.end());
    areas_.warnings.push_back(
        {name_, "columns that the program does not know: " + joined(words), "they are ignored"});
  }

  void read_rows() {
    for (std::size_t r = 1; r < table_.rows.size(); ++r) {
      auto const& row = table_.rows[r];
      if (row.size() != table_.rows.front().size()) {
        report(row.front(), "the row has " + std::to_string(row.size()) +
                                " fields; the header has " +
                                std::to_string(table_.rows.front().size()));
        continue;
      }
      Area area;
      read_name(row, area);
      for (std::size_t k = 0; k < columns.size(); ++k) {
        if (number_at_[k] != absent) read_number(row[number_at_[k]], k, area);
      }
      check_gap(row, area);
      areas_.rows.push_back(std::move(area));
    }
  }

  void read_name(CsvRow const& row, Area& area) {
    auto const [province, district, general] = name_at_;
    if (province != absent) area.province = row[province].text;
    auto const at = general != absent ? general : district != absent ? district : province;
    area.name = row[at].text;
    if (area.name.empty()) {
      report(row[at], std::string(table_.rows.front()[at].text) + " is empty; a name is needed");
      return;
    }
    // Results name an area by this name alone, so equal names would be added up there.
    auto const [first, fresh] = first_line_.try_emplace(area.name, row[at].line);
    if (!fresh) {
      report(row[at], "\"" + area.name + "\" is given twice (first on line " +
                          std::to_string(first->second) + ")");
    }
  }

  void read_number(CsvField const& field, std::size_t k, Area& area) {
    auto const& column = columns[k];
    std::string const name(column.name);
    if (field.text.empty()) {
      if (column.need == Need::required)
        return report(field, name + " is empty; a number is needed");
      return empty_in_[k].push_back(field.line);
    }
    auto const value = number_in(field.text);
    if (!value) {
      return report(field, name + " is \"" + field.text +
                               "\"; a number is needed, with a decimal "
                               "point and without separators of thousands");
    }
    if (!column.allowed(*value)) {
      return report(field, name + " is " + field.text + " " + std::string(column.unit) + "; " +
                               std::string(column.must));
    }
    column.set(area, *value);
  }

  void check_gap(CsvRow const& row, Area const& area) {
    // A figure that was refused is still 0 and must not bring a second complaint.
    if (area.poverty_rate == 0 || area.poverty_gap == 0) return;
    if (area.poverty_gap < area.poverty_rate) return;
    auto const& gap = row[number_at_[1]];
    report(gap, "poverty_gap_pct is " + gap.text +
                    " percent; it must be less than poverty_rate_pct, " + row[number_at_[0]].text +
                    " percent");
  }

  void warn_of_empty_cells() {
    for (std::size_t k = 0; k < columns.size(); ++k) {
      auto const& lines = empty_in_[k];
      if (lines.empty()) continue;
      std::vector<std::string> shown;
      for (std::size_t i = 0; i < lines.size() && i < 5; ++i)
        shown.push_back(std::to_string(lines[i]));
      if (lines.size() > shown.size()) shown.push_back("others");
      std::vector<std::string_view> const words(shown.begin(), shown.end());
      areas_.warnings.push_back(
          {name_,
           std::string(columns[k].name) + " is empty on " +
               (lines.size() == 1 ? "line " : std::to_string(lines.size()) + " lines: ") +
               joined(words),
           std::string(columns[k].when_empty)});
    }
  }

  void fill_missing_lines() {
    double weighted = 0, persons = 0;
    for (auto const& area : areas_.rows) {
      if (area.line_rupiah == 0) continue;
      weighted += area.population * area.line_rupiah;
      persons += area.population;
    }
    if (persons == 0) {
      return report(name_ + ":1:1",
                    "poverty_line_rp_month is empty in every row; at least one is "
                    "needed");
    }
    for (auto& area : areas_.rows) {
      if (area.line_rupiah == 0) area.line_rupiah = weighted / persons;
    }
  }

  std::string const& name_;
  CsvTable table_;
  std::vector<Problem> problems_;
  Areas areas_;
  std::array<std::size_t, columns.size()> number_at_ = filled<columns.size()>();
  std::array<std::size_t, name_columns.size()> name_at_ = filled<name_columns.size()>();
  std::array<std::vector<int>, columns.size()> empty_in_;
  std::vector<std::string> unknown_;
  std::map<std::string, int> first_line_;

  template <std::size_t N>
  static std::array<std::size_t, N> filled() {
    std::array<std::size_t, N> all;
    all.fill(absent);
    return all;
  }
};

}  // namespace

Areas parse_areas(std::string_view text, std::string const& name) {
  return AreasReader(text, name).read();
}

Areas read_areas(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw ScenarioError({{file.string(), "the areas file cannot be read"}});
  }
  std::string const text(std::istreambuf_iterator<char>(stream), {});
  return parse_areas(text, file.string());
}

}  // namespace graduasi
