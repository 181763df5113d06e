#include "output/workbook/workbook.h"

#include "base/errors.h"
#include "support/results.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <thread>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Scenario a_scenario() {
  Scenario scenario;
  scenario.name = "two";
  scenario.question = "Which one?";
  for (auto const* name : {"today", "other"}) {
    scenario.policies.push_back(
        {.name = name, .steps = {{.from = scenario.run.start}}, .set_here = {}});
  }
  return scenario;
}

void write(std::filesystem::path const& file, RunResults const& results) {
  std::vector<std::size_t> const chosen = {*find_measure("cumulative_self_reliant")};
  write_workbook(file, results, a_scenario(), chosen, {}, "cited",
                 workbook_plan(results, 1, WorkbookKind::every_row));
}

/// Figures that no two cells share, as those of a run: they are what makes a file large.
void fill(RunResults& results) {
  make_slots(results);
  std::uint32_t state = 1;
  auto const columns = static_cast<Eigen::Index>(measures().size());
  for (std::size_t slot = 0; slot < results.series.size(); ++slot) {
    auto const months = recorded_months(results, slot % results.subgroups.size());
    auto& values = results.series[slot].values;
    values.resize(static_cast<Eigen::Index>(months.size()), columns);
    for (double& value : values.reshaped()) {
      state = state * 1664525u + 1013904223u;
      value = state / 1e3;
    }
  }
  std::ranges::fill(results.finished, char{1});
}

}  // namespace

TEST_CASE("workbook: the same results give the same bytes at another time", "[unit][output]") {
  TemporaryFolder const folder;
  auto const results = results_of_exits({10, 12}, {20, 22});
  write(folder / "a.xlsx", results);
  // Zip files count time in steps of two seconds.
  std::this_thread::sleep_for(std::chrono::milliseconds(2100));
  write(folder / "b.xlsx", results);
  auto const bytes = content_of(folder / "a.xlsx");
  CHECK(bytes.size() > 5000);
  CHECK(bytes == content_of(folder / "b.xlsx"));
  write(folder / "c.xlsx", results_of_exits({10, 12}, {20, 23}));
  CHECK(bytes != content_of(folder / "c.xlsx"));
}

TEST_CASE("workbook: it can be written with one policy, one replicate and no interval",
          "[unit][output]") {
  TemporaryFolder const folder;
  auto results = two_policies(1, 1, 1);
  results.policies = {"today"};
  make_slots(results);
  record_exits(results, {}, 3);
  write(folder / "a.xlsx", results);
  CHECK(content_of(folder / "a.xlsx").starts_with("PK"));
}

TEST_CASE("workbook: of every row, what does not fit into a sheet is kept by the year, and said",
          "[unit][output]") {
  auto results = two_policies(1, 1, 24);
  results.subgroups = {"all", "area:A"};
  make_slots(results);
  auto const plan = [&](std::size_t max_rows) {
    return workbook_plan(results, 1, WorkbookKind::every_row, max_rows);
  };
  // With headings and one measure: 57 rows of curves (25 months, 3 of the area, two policies),
  // 9 of the summary (two years of both subgroups), 29 of the comparison.
  auto const all = plan(57);
  CHECK(all.curves == Detail::monthly);
  CHECK(all.summary == Detail::yearly);
  CHECK(all.comparison == Detail::monthly);
  CHECK(workbook_warnings(all).empty());

  CHECK(plan(56).curves == Detail::left_out);
  CHECK(plan(29).comparison == Detail::monthly);
  CHECK(plan(28).comparison == Detail::yearly);
  CHECK(plan(9).summary == Detail::yearly);
  CHECK(plan(8).summary == Detail::yearly_of_the_whole);
  CHECK(plan(4).summary == Detail::left_out);

  auto const warnings = workbook_warnings(plan(8));
  REQUIRE(warnings.size() == 3);
  CHECK(warnings[0].place == "result-full.xlsx");
  CHECK(warnings[0].what ==
        "the sheet summary holds the last month of each year of the whole programme only, since "
        "Excel reads at most 1,048,576 rows");
  CHECK(warnings[1].what ==
        "the sheet curves holds no rows, since Excel reads at most 1,048,576 rows");
  CHECK(warnings[2].what ==
        "the sheet comparison holds the last month of each year only, since Excel reads at most "
        "1,048,576 rows");
  CHECK(warnings[0].consequence == "the CSV files beside it hold every row");
}

TEST_CASE("workbook: of the results it holds the years of the whole programme, or its end",
          "[unit][output]") {
  auto results = two_policies(1, 1, 24);
  results.subgroups = {"all", "area:A"};
  make_slots(results);
  auto const plan = [&](std::size_t max_rows) {
    return workbook_plan(results, 1, WorkbookKind::results, max_rows);
  };
  // 5 rows of the summary with its heading, 3 of the comparison; 3 and 2 at the end alone.
  CHECK(plan(5).curves == Detail::left_out);
  CHECK(plan(5).summary == Detail::yearly_of_the_whole);
  CHECK(plan(5).comparison == Detail::yearly_of_the_whole);
  CHECK(workbook_warnings(plan(5)).empty());
  CHECK(plan(4).summary == Detail::end_of_the_whole);
  CHECK(plan(2).comparison == Detail::end_of_the_whole);
  CHECK(plan(2).summary == Detail::left_out);
  auto const warnings = workbook_warnings(plan(2));
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].place == "result.xlsx");
  CHECK(warnings[0].what == "the sheet summary holds no rows, so that the file stays below 5 MB");
  CHECK(warnings[1].what ==
        "the sheet comparison holds the last month of the whole programme only, so that the file "
        "stays below 5 MB");
}

TEST_CASE(
    "workbook: ten years of six policies in 38 areas take less than 5 MB, and so does a "
    "sweep as large as sheets allow",
    "[unit][output]") {
  auto results = two_policies(1, 2, 120);
  results.policies = {"a", "b", "c", "d", "e", "f"};
  for (int area = 1; area <= 38; ++area)
    results.subgroups.push_back("area:A province " + std::to_string(area));
  fill(results);
  auto const all = chosen_measures({});
  TemporaryFolder const folder;
  auto const size_of = [&](char const* name, WorkbookPlan const& plan) {
    write_workbook(folder / name, results, a_scenario(), all, {}, "cited", plan);
    return std::filesystem::file_size(folder / name);
  };
  auto const plan = workbook_plan(results, all.size(), WorkbookKind::results);
  CHECK(plan.summary == Detail::yearly_of_the_whole);
  CHECK(plan.comparison == Detail::yearly_of_the_whole);
  CHECK(size_of("areas.xlsx", plan) < 5000000);
  CHECK(size_of("areas.xlsx", plan) > 500000);

  // Variants until one more would cut the sheets.
  results.subgroups = {"all"};
  results.policies = {"a", "b"};
  auto const rows_of_variant = 2 * 10 * all.size();
  auto const most = (max_rows_of(WorkbookKind::results) - 1) / rows_of_variant;
  results.variants.assign(most, results.variants.front());
  for (std::size_t v = 0; v < most; ++v) results.variants[v].name = "value=" + std::to_string(v);
  fill(results);
  auto const largest = workbook_plan(results, all.size(), WorkbookKind::results);
  CHECK(largest.summary == Detail::yearly_of_the_whole);
  CHECK(size_of("sweep.xlsx", largest) < 5000000);
}

TEST_CASE("workbook: a folder that is gone is named", "[unit][output]") {
  auto const results = results_of_exits({10}, {20});
  CHECK(refusal_of<FileError>([&] {
          write("/no such folder/a.xlsx", results);
        }).starts_with("/no such folder/a.xlsx: cannot be written ("));
}
