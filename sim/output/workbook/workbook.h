// result.xlsx and result-full.xlsx: the result for people who work in Excel, with charts that stay
// editable there.
#pragma once

#include "analysis/answer.h"
#include "outcome/run_results.h"
#include "output/workbook/sheets.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What a workbook is for.
enum class WorkbookKind {
  results,   ///< result.xlsx, which can be mailed: at most 5 MB
  every_row  ///< result-full.xlsx: every row of the CSV files, as far as Excel reads them
};

/// Its name in a result folder.
std::string_view file_of(WorkbookKind kind);

/// The most rows of each of its sheets, with headings.
std::size_t max_rows_of(WorkbookKind kind);

/// What a table of the workbook holds.
enum class Detail { monthly, yearly, yearly_of_the_whole, end_of_the_whole, left_out };

struct WorkbookPlan {
  WorkbookKind kind;
  Detail curves, summary, comparison;
};

/// The most detail of each table that a workbook is for and that fits. Curves that do not fit are
/// left out: the summary holds their year-ends.
/// @param max_rows  of a sheet, with its headings
WorkbookPlan workbook_plan(RunResults const& results, std::size_t measures, WorkbookKind kind,
                           std::size_t max_rows);
inline WorkbookPlan workbook_plan(RunResults const& results, std::size_t measures,
                                  WorkbookKind kind) {
  return workbook_plan(results, measures, kind, max_rows_of(kind));
}

/// What the plan leaves out that it should hold, and where it can be found.
std::vector<Warning> workbook_warnings(WorkbookPlan const& plan);

/// Sheets readme, policies, years, groups (where there are some), answer, charts, summary, curves
/// (of every row), comparison, parameters and chart_data. Equal outcomes give equal bytes: the
/// file's date is the first month of the run, not that of the clock.
/// @param chosen    indices in `measures()`, ascending
/// @param answers   what each policy brings
/// @param citation  one line to cite the result by
/// @throws FileError
void write_workbook(std::filesystem::path const& file, RunResults const& results,
                    Scenario const& scenario, std::span<std::size_t const> chosen,
                    std::vector<Answer> const& answers, std::string_view citation,
                    WorkbookPlan const& plan);

/// Sheets charts and chart_data: the first is made where it shall be, the second comes last.
/// @param charts  an empty sheet
void add_charts(Workbook& book, Sheet& charts, RunResults const& results);

}  // namespace graduasi
