#include "population/areas.h"

#include "population/csv_columns.h"

#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace graduasi {

namespace {

bool inside_percent(double v) { return 0 < v && v < 100; }
bool percent(double v) { return 0 <= v && v <= 100; }
bool share_of_all(double v) { return 0 <= v && v <= 1; }
bool above_zero(double v) { return 0 < v; }
bool not_negative(double v) { return 0 <= v; }
bool whole_and_positive(double v) { return 1 <= v && v <= 1e6 && v == std::floor(v); }

constexpr auto columns = std::to_array<NumberColumn<Area>>({
    {{"poverty_rate_pct", "percent", Need::required, inside_percent,
      "it must lie between 0 and 100, both excluded", ""},
     [](Area& a, double v) { a.poverty_rate = v / 100; }},
    {{"poverty_gap_pct", "percent", Need::required, inside_percent,
      "it must lie between 0 and 100, both excluded", ""},
     [](Area& a, double v) { a.poverty_gap = v / 100; }},
    {{"population_thousand", "thousand persons", Need::required, above_zero, "it must be above 0",
      ""},
     [](Area& a, double v) { a.population = v * 1000; }},
    {{"poverty_line_rp_month", "rupiah", Need::column, above_zero, "it must be above 0",
      "the mean of the file's other rows stands in, weighted by population"},
     [](Area& a, double v) { a.line_rupiah = v; }},
    {{"n_districts", "districts", Need::optional, whole_and_positive,
      "it must be a whole number of 1 or more", "the row is one district"},
     [](Area& a, double v) { a.districts = static_cast<int>(v); }},
    {{"hard_area_share", "share", Need::optional, share_of_all, "it must lie in [0, 1]",
      "no family lives in a hard-to-reach place"},
     [](Area& a, double v) { a.hard_share = v; }},
    {{"kpm_households", "households", Need::optional, above_zero, "it must be above 0",
      "the national cut decides how many families are in the programme"},
     [](Area& a, double v) { a.kpm_households = v; }},
    {{"facilitators", "facilitators", Need::optional, above_zero, "it must be above 0",
      "the caseload ratio decides how many facilitators there are"},
     [](Area& a, double v) { a.facilitators = v; }},
    {{"poverty_severity_pct", "percent", Need::optional, percent, "it must lie in [0, 100]",
      "the figure is only compared, so nothing changes"},
     [](Area& a, double v) { a.poverty_severity = v / 100; }},
    {{"mean_years_schooling", "years", Need::optional, not_negative, "it must not be negative",
      "access to education and jobs is the nation's mean"},
     [](Area& a, double v) { a.schooling_years = v; }},
    {{"unemployment_pct", "percent", Need::optional, percent, "it must lie in [0, 100]",
      "labour demand is the nation's mean"},
     [](Area& a, double v) { a.unemployment = v / 100; }},
    {{"partner_capacity_ratio", "ratio", Need::optional, not_negative, "it must not be negative",
      "partners have as many places per family as in the nation"},
     [](Area& a, double v) { a.partner_factor = v; }},
});

constexpr std::string_view line_column = "poverty_line_rp_month";
/// The same column under another accepted name.
constexpr std::string_view line_of_2025 = "poverty_line_rp_month_2025";
constexpr auto name_columns = std::to_array<std::string_view>({"province", "district", "area"});

/// Reads one file.
class AreasReader {
 public:
  AreasReader(std::string_view text, std::string const& name) : file_(text, name) {}

  Areas read() {
    if (find_columns() && file_.fine()) read_rows();
    if (file_.fine()) {
      areas_.warnings = file_.warnings();
      fill_missing_lines();
    }
    file_.throw_if_any();
    return std::move(areas_);
  }

 private:
  static constexpr std::size_t absent = CsvColumns::absent;

  bool find_columns() {
    std::vector<std::string_view> names(name_columns.begin(), name_columns.end());
    for (auto const& column : columns) names.push_back(column.rule.name);
    auto const found = file_.find(names, {{line_of_2025, line_column}});
    if (!found) return false;
    name_at_.assign(found->begin(), found->begin() + name_columns.size());
    number_at_.assign(found->begin() + name_columns.size(), found->end());
    auto const province = name_at_[0], district = name_at_[1], area = name_at_[2];
    if (area == absent && district != absent && province == absent) {
      file_.missing("province", "; districts need it beside their own name");
    } else if (area == absent && province == absent) {
      file_.missing("province", ", or district with province, or area");
    }
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (columns[k].rule.need != Need::optional && number_at_[k] == absent)
        file_.missing(columns[k].rule.name);
    }
    return true;
  }

  void read_rows() {
    for (auto const& row : file_.rows()) {
      if (!file_.complete(row)) continue;
      Area area;
      read_name(row, area);
      read_numbers<Area>(file_, row, area, columns, number_at_);
      check_gap(row, area);
      areas_.rows.push_back(std::move(area));
    }
  }

  void read_name(CsvRow const& row, Area& area) {
    auto const province = name_at_[0], district = name_at_[1], general = name_at_[2];
    if (province != absent) area.province = row[province].text;
    auto const at = general != absent ? general : district != absent ? district : province;
    area.name = row[at].text;
    if (area.name.empty()) {
      auto const column = general != absent ? 2 : district != absent ? 1 : 0;
      file_.report(row[at], std::string(name_columns[static_cast<std::size_t>(column)]) +
                                " is empty; a name is needed");
      return;
    }
    // Results name an area by this name alone, so equal names would be added up there.
    auto const [first, fresh] = first_line_.try_emplace(area.name, row[at].line);
    if (!fresh) {
      file_.report(row[at], "\"" + area.name + "\" is given twice (first on line " +
                                std::to_string(first->second) + ")");
    }
  }

  void check_gap(CsvRow const& row, Area const& area) {
    // A figure that was refused is still 0 and must not bring a second complaint.
    if (area.poverty_rate == 0 || area.poverty_gap == 0) return;
    if (area.poverty_gap < area.poverty_rate) return;
    auto const& gap = row[number_at_[1]];
    file_.report(gap, "poverty_gap_pct is " + gap.text +
                          " percent; it must be less than poverty_rate_pct, " +
                          row[number_at_[0]].text + " percent");
  }

  void fill_missing_lines() {
    double weighted = 0, persons = 0;
    for (auto const& area : areas_.rows) {
      if (area.line_rupiah == 0) continue;
      weighted += area.population * area.line_rupiah;
      persons += area.population;
    }
    if (persons == 0) {
      return file_.report("poverty_line_rp_month is empty in every row; at least one is needed");
    }
    for (auto& area : areas_.rows) {
      if (area.line_rupiah == 0) area.line_rupiah = weighted / persons;
    }
  }

  CsvColumns file_;
  Areas areas_;
  std::vector<std::size_t> name_at_, number_at_;
  std::map<std::string, int> first_line_;
};

}  // namespace

Areas parse_areas(std::string_view text, std::string const& name) {
  return AreasReader(text, name).read();
}

Areas read_areas(std::filesystem::path const& file) {
  return parse_areas(text_of_table(file, "the areas file"), file.string());
}

}  // namespace graduasi
