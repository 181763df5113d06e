#include "output/workbook/policy_sheets.h"

#include "base/contract.h"
#include "base/month_text.h"
#include "outcome/estimate.h"
#include "outcome/main_measures.h"
#include "outcome/recorded_rows.h"
#include "outcome/subgroup_name.h"

#include <string>
#include <vector>

namespace graduasi {

namespace {

/// Characters of a column with names and of one with figures.
constexpr double name_width = 24, figure_width = 20;

Measure const& measure_called(std::string_view name) {
  auto const index = find_measure(name);
  expects(index.has_value(), "the workbook asks for measures that exist");
  return measures()[*index];
}

/// "Became able (families)".
std::string heading_of(Measure const& measure) {
  return std::string(measure.label_en) + " (" + std::string(measure.unit) + ")";
}

/// Writes the mean of a measure into the next cell.
class MeanWriter {
 public:
  MeanWriter(Sheet& sheet, RunResults const& results) : sheet_(sheet), results_(results) {}

  void put(Cell cell, std::string_view name) {
    auto const& measure = measure_called(name);
    cell.measure = *find_measure(name);
    gather_told(results_, usable_pairs(results_, cell.variant), cell, values_);
    sheet_.number(estimate(values_, results_.lives()).mean, look_of(measure));
  }

 private:
  Sheet& sheet_;
  RunResults const& results_;
  std::vector<double> values_;
};

std::vector<SheetColumn> columns_of(std::vector<std::string_view> const& names,
                                    std::vector<std::string> const& figures) {
  std::vector<SheetColumn> columns;
  for (auto const name : names) columns.push_back({name, name_width});
  for (auto const& figure : figures) columns.push_back({figure, figure_width});
  return columns;
}

std::vector<std::string> headings_of_main_measures() {
  std::vector<std::string> headings;
  for (auto const name : main_measures) headings.push_back(heading_of(measure_called(name)));
  return headings;
}

/// The last row of a subgroup.
RecordedRow last_row(RunResults const& results, std::size_t subgroup) {
  return all_rows(results, subgroup).back();
}

void put_names(Sheet& sheet, RunResults const& results, Cell const& cell) {
  sheet.text(results.policies[cell.policy]);
  sheet.text(results.variants[cell.variant].name);
}

void put_main_measures(MeanWriter& means, RunResults const& results, Cell cell) {
  cell.row = last_row(results, cell.subgroup).row;
  for (auto const name : main_measures) means.put(cell, name);
}

void add_policies(Workbook& book, RunResults const& results) {
  auto const figures = headings_of_main_measures();
  Sheet sheet(book, "policies", columns_of({"policy", "variant"}, figures));
  MeanWriter means(sheet, results);
  for_each_curve(results, [&](Cell const& cell) {
    if (cell.subgroup != 0) return;
    put_names(sheet, results, cell);
    put_main_measures(means, results, cell);
    sheet.next_row();
  });
  sheet.finish();
}

void add_years(Workbook& book, RunResults const& results) {
  auto const rows = last_rows_of_years(results, 0);
  std::vector<std::string> years;
  // With its month, a heading is no number: Excel would mark one that is kept as text.
  for (auto const& row : rows) years.push_back(month_text(calendar_month_of(results, row.month)));
  Sheet sheet(book, "years", columns_of({"policy", "variant", "measure"}, years));
  MeanWriter means(sheet, results);
  for_each_curve(results, [&](Cell cell) {
    if (cell.subgroup != 0) return;
    put_names(sheet, results, cell);
    sheet.text(measure_called(headline_measure).label_en);
    for (auto const& row : rows) {
      cell.row = row.row;
      means.put(cell, headline_measure);
    }
    sheet.next_row();
  });
  sheet.finish();
}

void add_groups(Workbook& book, RunResults const& results) {
  auto const figures = headings_of_main_measures();
  Sheet sheet(book, "groups", columns_of({"policy", "variant", "split", "group"}, figures));
  MeanWriter means(sheet, results);
  for_each_curve(results, [&](Cell const& cell) {
    if (cell.subgroup == 0) return;
    auto const [split, group] = subgroup_name(results.subgroups[cell.subgroup]);
    put_names(sheet, results, cell);
    sheet.text(split);
    sheet.text(group);
    put_main_measures(means, results, cell);
    sheet.next_row();
  });
  sheet.finish();
}

}  // namespace

Look look_of(Measure const& measure) {
  if (measure.unit == "share") return Look::share;
  for (auto const* whole : {"families", "rupiah", "full posts"}) {
    if (measure.unit.starts_with(whole)) return Look::whole;
  }
  return Look::decimal;
}

void add_policy_sheets(Workbook& book, RunResults const& results) {
  add_policies(book, results);
  add_years(book, results);
  if (results.subgroups.size() > 1) add_groups(book, results);
}

}  // namespace graduasi
