#include "output/workbook/workbook.h"

#include "outcome/comparison.h"
#include "outcome/estimate.h"
#include "outcome/overview.h"
#include "outcome/recorded_rows.h"
#include "output/manifest.h"
#include "output/remarks.h"
#include "scenario/describe/effective.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace graduasi {

namespace {

using Columns = std::vector<SheetColumn>;

/// The rows of one curve at a level of detail.
std::vector<RecordedRow> rows_of(Outcome const& outcome, std::size_t stratum, Detail detail) {
  switch (detail) {
    case Detail::monthly:
      return all_rows(outcome, stratum);
    case Detail::yearly:
      return last_rows_of_years(outcome, stratum);
    case Detail::yearly_of_the_whole:
      return stratum == 0 ? last_rows_of_years(outcome, stratum) : std::vector<RecordedRow>();
    case Detail::left_out:
      break;
  }
  return {};
}

std::size_t rows_in(Outcome const& outcome, std::size_t policies, std::size_t measures,
                    Detail detail) {
  std::size_t rows = 0;
  for (std::size_t s = 0; s < outcome.strata.size(); ++s)
    rows += rows_of(outcome, s, detail).size();
  return rows * policies * outcome.variants.size() * measures + 1;
}

Look look_of(Measure const& measure) {
  if (measure.unit == "share") return Look::share;
  for (auto const* whole : {"families", "rupiah", "full posts"}) {
    if (measure.unit.starts_with(whole)) return Look::whole;
  }
  return Look::decimal;
}

/// What a reader of a sheet that holds less than its CSV file must know; empty when it holds all.
std::string left_out_text(std::string_view sheet, Detail detail, Detail usual) {
  if (detail == usual) return {};
  std::string_view const holds = detail == Detail::yearly ? "the last month of each year only"
                                 : detail == Detail::yearly_of_the_whole
                                     ? "the last month of each year of the whole programme only"
                                     : "no rows";
  return fmt::format("the sheet {} holds {}: Excel reads at most {} rows", sheet, holds,
                     "1,048,576");
}

void put_start(Sheet& sheet, Outcome const& outcome, Cell const& cell, RecordedRow const& row) {
  auto const month = calendar_month_of(outcome, row.month);
  sheet.text(outcome.policies[cell.policy]);
  sheet.text(outcome.variants[cell.variant].name);
  sheet.text(outcome.strata[cell.stratum]);
  sheet.number(row.month, Look::whole);
  sheet.month(month.year(), month.month());
}

void put_basis(Sheet& sheet, Estimate const& estimate, Look look) {
  sheet.number(static_cast<double>(estimate.replicates), Look::whole);
  sheet.text(name_of(estimate.interval));
  sheet.number(estimate.sd_chance, look);
  sheet.number(estimate.sd_parameters, look);
}

void put_measure(Sheet& sheet, Measure const& measure) {
  sheet.text(measure.name);
  sheet.text(measure.label_en);
  sheet.text(measure.unit);
}

void add_curves(Workbook& book, std::string const& name, Outcome const& outcome,
                std::span<std::size_t const> chosen, Detail detail) {
  Sheet sheet(book, name,
              Columns{{"policy", 24},
                      {"variant", 18},
                      {"stratum", 16},
                      {"month", 8},
                      {"date", 10},
                      {"measure", 28},
                      {"label", 40},
                      {"unit", 18},
                      {"mean", 16},
                      {"lower", 16},
                      {"upper", 16},
                      {"replicates", 11},
                      {"interval", 12},
                      {"sd_chance", 14},
                      {"sd_parameters", 14}});
  std::vector<double> values;
  for_each_curve(outcome, [&](Cell cell) {
    auto const pairs = usable_pairs(outcome, cell.variant);
    for (auto const& row : rows_of(outcome, cell.stratum, detail)) {
      cell.row = row.row;
      for (auto const place : chosen) {
        cell.measure = place;
        auto const& measure = measures()[place];
        auto const look = look_of(measure);
        gather(outcome, pairs, cell, values);
        auto const result = estimate(values, outcome.lives());
        put_start(sheet, outcome, cell, row);
        put_measure(sheet, measure);
        for (double const value : {result.mean, result.lower, result.upper})
          sheet.number(value, look);
        put_basis(sheet, result, look);
        sheet.next_row();
      }
    }
  });
  sheet.finish();
}

void add_comparison(Workbook& book, Outcome const& outcome, std::span<std::size_t const> chosen,
                    Detail detail) {
  Sheet sheet(book, "comparison",
              Columns{{"policy", 24},
                      {"variant", 18},
                      {"stratum", 16},
                      {"month", 8},
                      {"date", 10},
                      {"measure", 28},
                      {"label", 40},
                      {"unit", 18},
                      {"baseline", 24},
                      {"difference", 16},
                      {"lower", 16},
                      {"upper", 16},
                      {"standard_error", 15},
                      {"probability_better", 18},
                      {"replicates", 11},
                      {"interval", 12},
                      {"sd_chance", 14},
                      {"sd_parameters", 14},
                      {"variance_ratio", 14}});
  std::vector<double> values, baseline_values;
  for_each_curve(outcome, [&](Cell cell) {
    if (cell.policy == 0) return;
    auto const pairs = usable_pairs(outcome, cell.variant);
    for (auto const& row : rows_of(outcome, cell.stratum, detail)) {
      cell.row = row.row;
      for (auto const place : chosen) {
        cell.measure = place;
        auto baseline = cell;
        baseline.policy = 0;
        auto const& measure = measures()[place];
        auto const look = look_of(measure);
        gather(outcome, pairs, cell, values);
        gather(outcome, pairs, baseline, baseline_values);
        auto const [result, better, ratio] =
            difference(values, baseline_values, outcome.lives(), measure.better);
        put_start(sheet, outcome, cell, row);
        put_measure(sheet, measure);
        sheet.text(outcome.policies.front());
        for (double const value : {result.mean, result.lower, result.upper, result.standard_error})
          sheet.number(value, look);
        sheet.number(better, Look::share);
        put_basis(sheet, result, look);
        sheet.number(ratio, Look::decimal);
        sheet.next_row();
      }
    }
  });
  sheet.finish();
}

void add_parameters(Workbook& book, Scenario const& scenario) {
  Sheet sheet(book, "parameters",
              Columns{{"parameter", 56},
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

void add_readme(Workbook& book, Outcome const& outcome, Scenario const& scenario,
                std::string_view citation, WorkbookPlan const& plan) {
  Sheet sheet(book, "readme", Columns{{"", 20}, {"", 110}});
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
           outcome.policies.size(), outcome.variants.size(), outcome.draws, outcome.replicates,
           outcome.months, month_text(outcome.start), outcome.facts.seed, state_of(outcome)));
  line("baseline", outcome.policies.front());
  for (auto const& remark : remarks(outcome)) line("the figures", remark);
  line("the figures",
       "simulated, not observed: see the limits in README.md before using one as a "
       "forecast");
  line("interval", interval_text(interval_of(outcome)));
  line("sheet charts", "self-reliant exits of each policy, and differences to the baseline");
  line("sheet summary", "every measure in the last month of each year");
  line("sheet curves", "every measure in every month; month 0 is the state before the first one");
  line("sheet comparison",
       "each policy less the baseline, paired by parameter draw and replicate (the same luck)");
  line("sheet parameters",
       "every value of the run; levers that a policy does not list follow the baseline");
  line("sheet chart_data", "what the charts draw");
  for (auto const& warning : workbook_warnings(plan)) line("left out", warning.what);
  for (auto const& [place, what, consequence] : outcome.facts.warnings) {
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

WorkbookPlan workbook_plan(Outcome const& outcome, std::size_t measured, std::size_t most_rows) {
  auto const most_fitting = [&](std::size_t policies, std::initializer_list<Detail> details) {
    for (auto const detail : details) {
      if (rows_in(outcome, policies, measured, detail) <= most_rows) return detail;
    }
    return Detail::left_out;
  };
  auto const policies = outcome.policies.size();
  using enum Detail;
  return {.curves = most_fitting(policies, {monthly}),
          .summary = most_fitting(policies, {yearly, yearly_of_the_whole}),
          .comparison = most_fitting(policies - 1, {monthly, yearly, yearly_of_the_whole})};
}

std::vector<Warning> workbook_warnings(WorkbookPlan const& plan) {
  std::vector<Warning> warnings;
  for (auto const& text : {left_out_text("summary", plan.summary, Detail::yearly),
                           left_out_text("curves", plan.curves, Detail::monthly),
                           left_out_text("comparison", plan.comparison, Detail::monthly)}) {
    if (text.empty()) continue;
    warnings.push_back({"result.xlsx", text, "the CSV files beside it hold every row"});
  }
  return warnings;
}

void write_workbook(std::filesystem::path const& file, Outcome const& outcome,
                    Scenario const& scenario, std::span<std::size_t const> chosen,
                    std::string_view citation, WorkbookPlan const& plan) {
  Workbook book(file, scenario.question, first_second(outcome.start));
  add_readme(book, outcome, scenario, citation, plan);
  Sheet charts(book, "charts", {});
  add_curves(book, "summary", outcome, chosen, plan.summary);
  add_curves(book, "curves", outcome, chosen, plan.curves);
  add_comparison(book, outcome, chosen, plan.comparison);
  add_parameters(book, scenario);
  add_charts(book, charts, outcome);
  book.close();
}

}  // namespace graduasi
