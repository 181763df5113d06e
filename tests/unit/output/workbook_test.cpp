#include "output/workbook/workbook.h"

#include "base/errors.h"
#include "support/results.h"

#include <catch2/catch.hpp>

#include <chrono>
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
  write_workbook(file, results, a_scenario(), chosen, {}, "cited", workbook_plan(results, 1));
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

TEST_CASE("workbook: what does not fit into a sheet is kept by the year, and said",
          "[unit][output]") {
  auto results = two_policies(1, 1, 24);
  results.subgroups = {"all", "area:A"};
  make_slots(results);
  // With headings and one measure: 57 rows of curves (25 months, 3 of the area, two policies),
  // 9 of the summary (two years of both subgroups), 29 of the comparison.
  auto const all = workbook_plan(results, 1, 57);
  CHECK(all.curves == Detail::monthly);
  CHECK(all.summary == Detail::yearly);
  CHECK(all.comparison == Detail::monthly);
  CHECK(workbook_warnings(all).empty());

  CHECK(workbook_plan(results, 1, 56).curves == Detail::left_out);
  CHECK(workbook_plan(results, 1, 29).comparison == Detail::monthly);
  CHECK(workbook_plan(results, 1, 28).comparison == Detail::yearly);
  CHECK(workbook_plan(results, 1, 9).summary == Detail::yearly);
  CHECK(workbook_plan(results, 1, 8).summary == Detail::yearly_of_the_whole);
  CHECK(workbook_plan(results, 1, 4).summary == Detail::left_out);

  auto const warnings = workbook_warnings(workbook_plan(results, 1, 8));
  REQUIRE(warnings.size() == 3);
  CHECK(warnings[0].place == "result.xlsx");
  CHECK(warnings[0].what ==
        "the sheet summary holds the last month of each year of the whole programme only: Excel "
        "reads at most 1,048,576 rows");
  CHECK(warnings[1].what == "the sheet curves holds no rows: Excel reads at most 1,048,576 rows");
  CHECK(warnings[2].what ==
        "the sheet comparison holds the last month of each year only: Excel reads at most "
        "1,048,576 rows");
  CHECK(warnings[0].consequence == "the CSV files beside it hold every row");
}

TEST_CASE("workbook: a folder that is gone is named", "[unit][output]") {
  auto const results = results_of_exits({10}, {20});
  CHECK(refusal_of<FileError>([&] {
          write("/no such folder/a.xlsx", results);
        }).starts_with("/no such folder/a.xlsx: cannot be written ("));
}
