// Minimum wages are asked for only where the areas file knows them.
#include "scenario/minimum_wages.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Areas areas_with(std::string const& first, std::string const& second) {
  return parse_areas(
      "province,poverty_rate_pct,poverty_gap_pct,population_thousand,poverty_line_rp_month,"
      "minimum_wage_rp_month\n"
      "East,20,4,2000,600000," +
          first + "\nWest,5,0.7,8000,600000," + second + "\n",
      "areas.csv");
}

std::string refused(std::string const& text, Areas const& areas) {
  auto scenario = scenario_of(text);
  scenario.areas_file = "areas.csv";
  return problems_of([&] { refuse_unknown_wages(scenario, areas); });
}

constexpr char const* end =
    ": minimum_wage, but minimum_wage_rp_month is missing in 1 of 2 areas, first West; give the "
    "minimum wage of every area in that column, rupiah a month, or take the line margin, multiple "
    "or decile\n";

}  // namespace

TEST_CASE("minimum wages: who asks for them needs one of every area", "[unit][scenario]") {
  auto const some = areas_with("2800000", "");
  CHECK(refused("policies: [{name: a}, {name: b, criteria: {line: minimum_wage}}]\n", some) ==
        std::string("areas.csv: the policy b has policy.criteria.line") + end);
  CHECK(refused("policies: [{name: a, changes: [{from: 2027-01, criteria: {line: "
                "minimum_wage}}]}]\n",
                some) == std::string("areas.csv: the policy a has policy.criteria.line") + end);
  CHECK(refused("sweep: {policy.criteria.line: [margin, minimum_wage]}\n", some) ==
        std::string("areas.csv: the sweep has policy.criteria.line") + end);
  CHECK(refused("policies: [{name: a}, {name: b, criteria: {line: decile}}]\n", some).empty());
  CHECK(refused("policies: [{name: a, criteria: {line: minimum_wage}}]\n",
                areas_with("2800000", "3100000"))
            .empty());
}

TEST_CASE("minimum wages: a figure in thousands, or of a year, is refused with its place",
          "[unit][scenario]") {
  auto const said = [](std::string const& wage) {
    return problems_of([&] { (void)areas_with("2800000", wage); });
  };
  CHECK(said("3100000").empty());
  for (char const* const wage : {"2800", "37200000"}) {
    INFO(wage);
    CHECK(said(wage).starts_with("areas.csv:3:"));
    CHECK(said(wage).find("minimum_wage_rp_month is " + std::string(wage)) != std::string::npos);
  }
}
