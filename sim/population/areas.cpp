#include "population/areas.h"

#include "base/names.h"
#include "base/number_text.h"
#include "base/text.h"
#include "population/area_checks.h"
#include "population/csv_columns.h"
#include "population/islands.h"

#include <algorithm>
#include <array>
#include <utility>

namespace graduasi {

namespace {

constexpr auto columns = std::to_array<NumberColumn<Area>>({
    {{.name = "poverty_rate_pct", .unit = "percent", .need = Need::required, .min = 0.5, .max = 90},
     [](Area& a, double v) { a.poverty_rate = v / 100; }},
    {{.name = "poverty_gap_pct",
      .unit = "percent",
      .need = Need::required,
      .min = 0.005,
      .max = 80},
     [](Area& a, double v) { a.poverty_gap = v / 100; }},
    {{.name = "population_thousand",
      .unit = "thousand persons",
      .need = Need::required,
      .min = 0.5,
      .max = 350000},
     [](Area& a, double v) { a.population = v * 1000; }},
    {{.name = "poverty_line_rp_month",
      .unit = "rupiah",
      .need = Need::column,
      .min = 100000,
      .max = 2500000,
      .aside = ", per person and month",
      .when_empty = "the mean of the file's other rows stands in, weighted by population"},
     [](Area& a, double v) { a.line_rupiah = v; }},
    {{.name = "n_districts",
      .unit = "districts",
      .values = Values::whole,
      .min = 1,
      .max = 1000,
      .when_empty = "the row is one district"},
     [](Area& a, double v) { a.districts = static_cast<int>(v); }},
    {{.name = "hard_area_share",
      .unit = "share",
      .when_empty = "no family lives in a hard-to-reach place"},
     [](Area& a, double v) { a.hard_share = v; }},
    {{.name = "kpm_households",
      .unit = "households",
      .values = Values::whole,
      .min = 1,
      .max = 50000000,
      .when_empty = "the national cut decides how many families are in the programme"},
     [](Area& a, double v) { a.kpm_households = v; }},
    // Not whole: graduasi optimise writes shares of facilitators for this column.
    {{.name = "facilitators",
      .unit = "facilitators",
      .min = 0.01,
      .max = 200000,
      .when_empty = "the caseload ratio decides how many facilitators there are"},
     [](Area& a, double v) { a.facilitators = v; }},
    {{.name = "poverty_severity_pct",
      .unit = "percent",
      .max = 80,
      .when_empty = "the figure is only compared, so nothing changes"},
     [](Area& a, double v) { a.poverty_severity = v / 100; }},
    {{.name = "mean_years_schooling",
      .unit = "years",
      .min = 0.5,
      .max = 18,
      .when_empty = "access to education and jobs is the nation's mean"},
     [](Area& a, double v) { a.schooling_years = v; }},
    {{.name = "unemployment_pct",
      .unit = "percent",
      .max = 60,
      .when_empty = "labour demand is the nation's mean"},
     [](Area& a, double v) { a.unemployment = v / 100; }},
    {{.name = "partner_capacity_ratio",
      .unit = "ratio",
      .max = 20,
      .when_empty = "partners have as many places per family as in the nation"},
     [](Area& a, double v) { a.partner_factor = v; }},
    {{.name = "earnings_growth_above_pct",
      .unit = "percent a year",
      .min = -3,
      .max = 3,
      .when_empty = "earnings grow as in the nation"},
     [](Area& a, double v) { a.growth_above = v / 100; }},
    {{.name = "minimum_wage_rp_month",
      .unit = "rupiah",
      .min = 1000000,
      .max = 15000000,
      .aside = ", of a worker and month",
      .when_empty = "policy.criteria.line cannot be minimum_wage"},
     [](Area& a, double v) { a.minimum_wage = v; }},
});

constexpr std::string_view line_column = "poverty_line_rp_month";
/// The same column under another accepted name.
constexpr std::string_view line_of_2025 = "poverty_line_rp_month_2025";

std::size_t column_called(std::string_view name) {
  auto const found = std::ranges::find(columns, name, [](auto const& c) { return c.rule.name; });
  return static_cast<std::size_t>(found - columns.begin());
}

constexpr auto name_columns =
    std::to_array<std::string_view>({"province", "district", "area", "island"});

/// Reads one file.
class AreasReader {
 public:
  AreasReader(std::string_view text, std::string const& name) : file_(text, name) {}

  Areas read() {
    if (find_columns()) read_rows();
    if (file_.fine()) {
      areas_.warnings = file_.warnings();
      warn_of_formulas();
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
    if (!file_.fine()) return false;
    narrow_bounds();
    file_.decide_decimals(number_at_);
    return true;
  }

  void read_rows() {
    CsvRow row;
    while (file_.next(row)) {
      Area area;
      read_name(row, area);
      read_island(row, area);
      read_numbers<Area>(file_, row, area, rules_, number_at_);
      check_gap(row, area);
      areas_.rows.push_back(std::move(area));
      cells_.push_back(cells_of(row));
    }
    names_.report_totals(file_);
    if (file_.fine()) check_together(areas_.rows, cells_, file_);
  }

  void read_name(CsvRow const& row, Area& area) {
    if (name_at_[0] != absent) area.province = row[name_at_[0]].text;
    auto const place = place_of_name();
    area.name = row[name_at_[place]].text;
    names_.add(row[name_at_[place]], name_columns[place], area.province, file_);
  }

  /// By the column, else by the province. Needed only where a scenario says that something holds on
  /// some islands.
  void read_island(CsvRow const& row, Area& area) {
    area.island = island_of_province(area.province).value_or(-1);
    if (name_at_[3] == absent) return;
    auto const& field = row[name_at_[3]];
    if (field.text.empty()) {
      return file_.note("island is empty", "the province says on which island the area is",
                        field.line);
    }
    if (auto const island = island_called(field.text)) {
      area.island = *island;
      return;
    }
    file_.list("island", field,
               "island is " + shown(field.text) + "; it must be one of " + island_names() +
                   island_meant_by(field.text));
  }

  /// Results name an area by this column alone: area, else district, else province.
  std::size_t place_of_name() const {
    return name_at_[2] != absent ? 2 : name_at_[1] != absent ? 1 : 0;
  }

  /// Bounds by what the rows are: no district has a province's people.
  void narrow_bounds() {
    auto& population = std::ranges::find(rules_, "population_thousand", [](auto const& column) {
                         return column.rule.name;
                       })->rule;
    if (place_of_name() == 0) {
      population.min = 100;
      population.max = 100000;
      population.aside = ", for a province";
    } else if (place_of_name() == 1) {
      population.min = 1;
      population.max = 10000;
      population.aside = ", for a district";
    }
  }

  AreaCells cells_of(CsvRow const& row) const {
    auto const cell = [&](std::string_view column) {
      auto const at = number_at_[column_called(column)];
      return at == absent ? CsvField{} : row[at];
    };
    return {.name = row[name_at_[place_of_name()]],
            .severity = cell("poverty_severity_pct"),
            .population = cell("population_thousand"),
            .unemployment = cell("unemployment_pct"),
            .kpm_households = cell("kpm_households")};
  }

  void check_gap(CsvRow const& row, Area const& area) {
    // A figure that was refused is still 0 and must not bring a second complaint.
    if (area.poverty_rate == 0 || area.poverty_gap == 0) return;
    auto const& gap = row[number_at_[1]];
    auto const start = "poverty_gap_pct is " + gap.text + " percent; it must be ";
    auto const rate = "poverty_rate_pct, " + row[number_at_[0]].text + " percent";
    if (area.poverty_gap >= area.poverty_rate)
      file_.list("poverty_gap_pct", gap, start + "less than " + rate);
    // Districts have 0.008 or more, and a share in place of percent a hundredth of 0.3.
    else if (area.poverty_gap < 0.005 * area.poverty_rate)
      file_.list("poverty_gap_pct", gap,
                 start + "at least a 200th of " + rate + "; did you mean " +
                     typed_number(100 * 100 * area.poverty_gap) + "?");
  }

  void warn_of_formulas() {
    auto const& names = names_.formulas();
    if (!names.empty()) areas_.warnings.push_back(formula_warning(file_.name(), names));
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
  std::array<NumberColumn<Area>, columns.size()> rules_ = columns;
  AreaNames names_;
  std::vector<AreaCells> cells_;
  std::vector<std::size_t> name_at_, number_at_;
};

}  // namespace

std::vector<NumberRule> area_columns() {
  std::vector<NumberRule> rules;
  for (auto const& column : columns) rules.push_back(column.rule);
  return rules;
}

Areas parse_areas(std::string_view text, std::string const& name) {
  return AreasReader(text, name).read();
}

Areas read_areas(std::filesystem::path const& file) {
  return parse_areas(text_of_table(file, "the areas file", 2), file.string());
}

}  // namespace graduasi
