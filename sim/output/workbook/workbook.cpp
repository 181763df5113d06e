#include "output/workbook/workbook.h"

#include "outcome/overview.h"
#include "output/answer_table.h"
#include "output/manifest.h"
#include "output/remarks.h"
#include "output/run_tables.h"
#include "output/workbook/policy_sheets.h"
#include "scenario/describe/effective.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <type_traits>
#include <variant>

namespace graduasi {

namespace {

using SheetColumns = std::vector<SheetColumn>;

/// The rows of one curve at a level of detail.
std::vector<RecordedRow> rows_of(RunResults const& results, std::size_t subgroup, Detail detail) {
  switch (detail) {
    case Detail::monthly:
      return all_rows(results, subgroup);
    case Detail::yearly:
      return last_rows_of_years(results, subgroup);
    case Detail::yearly_of_the_whole:
      return subgroup == 0 ? last_rows_of_years(results, subgroup) : std::vector<RecordedRow>();
    case Detail::end_of_the_whole:
      return subgroup == 0 ? std::vector{all_rows(results, subgroup).back()}
                           : std::vector<RecordedRow>();
    case Detail::left_out:
      break;
  }
  return {};
}

std::size_t rows_in(RunResults const& results, std::size_t policies, std::size_t measures,
                    Detail detail) {
  std::size_t rows = 0;
  for (std::size_t s = 0; s < results.subgroups.size(); ++s)
    rows += rows_of(results, s, detail).size();
  return rows * policies * results.variants.size() * measures + 1;
}

std::string_view words_of(Detail detail) {
  switch (detail) {
    case Detail::monthly:
      return "every month";
    case Detail::yearly:
      return "the last month of each year only";
    case Detail::yearly_of_the_whole:
      return "the last month of each year of the whole programme only";
    case Detail::end_of_the_whole:
      return "the last month of the whole programme only";
    case Detail::left_out:
      break;
  }
  return "no rows";
}

/// What a reader of a sheet that holds less than it should must know; empty when it holds all.
std::string left_out_text(std::string_view sheet, Detail detail, Detail usual, WorkbookKind kind) {
  if (detail == usual) return {};
  auto const why = kind == WorkbookKind::results ? "so that the file stays below 5 MB"
                                                 : "since Excel reads at most 1,048,576 rows";
  return fmt::format("the sheet {} holds {}, {}", sheet, words_of(detail), why);
}

Look look_of(Holds holds, Measure const& measure) {
  switch (holds) {
    case Holds::whole:
      return Look::whole;
    case Holds::share:
      return Look::share;
    case Holds::figure:
      return look_of(measure);
    default:
      return Look::decimal;
  }
}

void put(Sheet& sheet, Field const& field, Look look) {
  std::visit(
      [&](auto const& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::monostate>)
          sheet.skip();
        else if constexpr (std::is_same_v<Value, CalendarMonth>)
          sheet.month(value.year(), value.month());
        else if constexpr (std::is_arithmetic_v<Value>)
          sheet.number(static_cast<double>(value), look);
        else
          sheet.text(value);
      },
      field);
}

/// The months of a subgroup at a level of detail.
MonthsOf months_at(Detail detail) {
  return [detail](RunResults const& results, std::size_t subgroup) {
    return rows_of(results, subgroup, detail);
  };
}

/// A table of figures as a sheet.
template <class Rows>
void add_figures(Workbook& book, std::string const& name, TableColumns<FigureRow> columns,
                 Rows rows) {
  std::erase_if(columns, [](auto const& column) { return column.in == In::file; });
  SheetColumns heads;
  for (auto const& column : columns) heads.push_back({column.name, column.width});
  Sheet sheet(book, name, heads);
  rows([&](FigureRow const& row) {
    for (auto const& column : columns)
      put(sheet, column.field(row), look_of(column.holds, *row.measure));
    sheet.next_row();
  });
  sheet.finish();
}

void add_curves(Workbook& book, std::string const& name, RunResults const& results,
                std::span<std::size_t const> chosen, Detail detail) {
  add_figures(book, name, curve_columns(Year::left_out),
              [&](auto each) { for_each_figure(results, chosen, months_at(detail), each); });
}

void add_comparison(Workbook& book, RunResults const& results, std::span<std::size_t const> chosen,
                    Detail detail) {
  add_figures(book, "comparison", comparison_columns(),
              [&](auto each) { for_each_difference(results, chosen, months_at(detail), each); });
}

/// What each policy brings, and for whom.
void add_answers(Workbook& book, RunResults const& results, std::vector<Answer> const& answers) {
  auto const columns = answer_columns(results);
  SheetColumns heads;
  for (auto const& column : columns) heads.push_back({column.name, column.width});
  Sheet sheet(book, "answer", heads);
  for (auto const& answer : answers) {
    for (auto const& figure : figures_of(answer)) {
      auto const look = figure.unit == "share" ? Look::share : Look::whole;
      for (auto const& column : columns) put(sheet, column.field({&answer, figure}), look);
      sheet.next_row();
    }
  }
  sheet.finish();
}

void add_parameters(Workbook& book, Scenario const& scenario) {
  Sheet sheet(book, "parameters",
              SheetColumns{{"parameter", 56},
                           {"value", 16},
                           {"unit", 22},
                           {"range", 22},
                           {"default", 14},
                           {"changed", 9},
                           {"meaning", 70},
                           {"source", 60}});
  for (auto const& value : effective_values(scenario)) {
    if (value.follows_baseline) continue;
    sheet.text(value.path);
    sheet.number_or_text(value.value);
    sheet.text(value.unit);
    sheet.text(value.range);
    sheet.number_or_text(value.standard);
    sheet.text(value.standard.empty() ? "" : is_changed(value) ? "yes" : "no");
    sheet.text(value.meaning);
    sheet.text(value.source);
    sheet.next_row();
  }
  sheet.finish();
}

std::string interval_text(Interval interval) {
  switch (interval) {
    case Interval::chance:
      return "chance: lower and upper are Student's 95 % interval of the mean over replicates; "
             "parameters are held fixed: the true uncertainty is larger";
    case Interval::parameters:
      return "parameters: lower and upper hold the expected value in a world drawn from the "
             "priors 95 times in 100; uncertain parameters and chance are both in them";
    case Interval::none:
      break;
  }
  return "none: every figure is one value";
}

void add_readme(Workbook& book, RunResults const& results, Scenario const& scenario,
                std::string_view citation, WorkbookPlan const& plan) {
  Sheet sheet(book, "readme", SheetColumns{{"", 20}, {"", 110}});
  auto const line = [&](std::string_view what, std::string_view text) {
    sheet.text(what, Look::title);
    sheet.text(text, Look::wrapped);
    sheet.next_row();
  };
  line("question", scenario.question);
  line("scenario", scenario.name);
  line("what is run",
       fmt::format(
           "{} policies, {} variants, {} parameter draws, {} replicates, {} months from {}, "
           "seed {}; {}",
           results.policies.size(), results.variants.size(), results.draws, results.replicates,
           results.months, month_text(results.start), results.facts.seed, state_of(results)));
  line("baseline", results.policies.front());
  for (auto const& remark : remarks(results)) line("the figures", remark);
  line("the figures",
       "simulated, not observed: see the limits in README.md before using one as a "
       "forecast");
  line("interval", interval_text(interval_of(results)));
  line("sheet policies", "a row for each policy: its main measures in the last month, as means");
  line("sheet years",
       "a row for each policy: self-reliant exits since the start, by the end of each year");
  if (results.subgroups.size() > 1)
    line("sheet groups", "the same as policies for each group of families");
  line("sheet answer",
       "what each policy brings by the end: families that became able, exits, those of them that "
       "last or are premature, and the cost; by group of families where groups were asked for");
  line("sheet charts", "self-reliant exits of each policy, and differences to the baseline");
  bool const has_every_row = plan.kind == WorkbookKind::every_row;
  line("sheet summary", "every measure in the last month of each year");
  if (has_every_row)
    line("sheet curves", "every measure in every month; month 0 is the state before the first one");
  line("sheet comparison",
       "each policy less the baseline, paired by parameter draw and replicate (common random "
       "numbers)");
  line("sheet parameters",
       "every value of the run; levers that a policy does not list follow the baseline");
  line("sheet chart_data", "what the charts draw");
  if (!has_every_row)
    line("every month",
         "months between the years' ends and figures of groups: in the CSV files, or with "
         "--format xlsx-full in result-full.xlsx");
  for (auto const& warning : workbook_warnings(plan)) line("left out", warning.what);
  for (auto const& [place, what, consequence] : results.facts.warnings) {
    line("warning", place + ": " + what + "; " + consequence);
  }
  line("cite as", citation);
}

std::time_t first_second(CalendarMonth month) {
  using namespace std::chrono;
  // Zip files know no date before 1980, and to the library 0 means now.
  auto const first = sys_days(year(std::max(month.year(), 1980)) /
                              std::chrono::month(static_cast<unsigned>(month.month())) / 1);
  return static_cast<std::time_t>(first.time_since_epoch() / days(1) * 86400);
}

}  // namespace

std::string_view file_of(WorkbookKind kind) {
  return kind == WorkbookKind::results ? "result.xlsx" : "result-full.xlsx";
}

std::size_t max_rows_of(WorkbookKind kind) {
  // About 110 bytes a row in each of two sheets, and half a megabyte beside them.
  constexpr std::size_t max_result_rows = 20000;
  return kind == WorkbookKind::results ? max_result_rows : max_sheet_rows;
}

WorkbookPlan workbook_plan(RunResults const& results, std::size_t measured, WorkbookKind kind,
                           std::size_t max_rows) {
  auto const most_fitting = [&](std::size_t policies, std::initializer_list<Detail> details) {
    for (auto const detail : details) {
      if (rows_in(results, policies, measured, detail) <= max_rows) return detail;
    }
    return Detail::left_out;
  };
  auto const policies = results.policies.size();
  using enum Detail;
  if (kind == WorkbookKind::results)
    return {.kind = kind,
            .curves = left_out,
            .summary = most_fitting(policies, {yearly_of_the_whole, end_of_the_whole}),
            .comparison = most_fitting(policies - 1, {yearly_of_the_whole, end_of_the_whole})};
  return {.kind = kind,
          .curves = most_fitting(policies, {monthly}),
          .summary = most_fitting(policies, {yearly, yearly_of_the_whole}),
          .comparison = most_fitting(policies - 1, {monthly, yearly, yearly_of_the_whole})};
}

std::vector<Warning> workbook_warnings(WorkbookPlan const& plan) {
  bool const has_every_row = plan.kind == WorkbookKind::every_row;
  using enum Detail;
  struct Part {
    std::string_view sheet;
    Detail holds, usual;
  };
  std::vector<Warning> warnings;
  for (auto const& [sheet, holds, usual] :
       {Part{"summary", plan.summary, has_every_row ? yearly : yearly_of_the_whole},
        Part{"curves", plan.curves, has_every_row ? monthly : left_out},
        Part{"comparison", plan.comparison, has_every_row ? monthly : yearly_of_the_whole}}) {
    auto const text = left_out_text(sheet, holds, usual, plan.kind);
    if (text.empty()) continue;
    warnings.push_back(
        {std::string(file_of(plan.kind)), text, "the CSV files beside it hold every row"});
  }
  return warnings;
}

void write_workbook(std::filesystem::path const& file, RunResults const& results,
                    Scenario const& scenario, std::span<std::size_t const> chosen,
                    std::vector<Answer> const& answers, std::string_view citation,
                    WorkbookPlan const& plan) {
  Workbook book(file, scenario.question, first_second(results.start));
  add_readme(book, results, scenario, citation, plan);
  add_policy_sheets(book, results);
  add_answers(book, results, answers);
  Sheet charts(book, "charts", {});
  add_curves(book, "summary", results, chosen, plan.summary);
  if (plan.kind == WorkbookKind::every_row)
    add_curves(book, "curves", results, chosen, plan.curves);
  add_comparison(book, results, chosen, plan.comparison);
  add_parameters(book, scenario);
  add_charts(book, charts, results);
  book.close();
}

}  // namespace graduasi
