#include "population/years.h"

#include "base/errors.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

Years parsed(std::string_view text) {
  std::vector<Warning> warnings;
  return parse_years(text, "years.csv", warnings);
}

/// What is said of a file that is refused.
std::string refusal(std::string_view text) {
  try {
    parsed(text);
  } catch (ScenarioError const& error) {
    std::string all;
    for (auto const& problem : error.problems) all += problem.text + "\n";
    return all;
  }
  return "";
}

}  // namespace

TEST_CASE("years: rows are read in the order of years, and empty cells say nothing", "[unit]") {
  auto const years = parsed(
      "# of the nation\n"
      "year,programme_families,list_month,earnings_growth_pct,poverty_line_rp_month\n"
      "2019,,6,-1.5,\n"
      "2018,10000000,,,401401\n");
  REQUIRE(years.rows.size() == 2);
  CHECK(years.rows[0].year == 2018);
  CHECK(years.rows[0].families == 10000000);
  CHECK(years.rows[0].list_month == 0);
  CHECK(!years.rows[0].growth);
  CHECK(years.rows[0].line_rupiah == 401401);
  CHECK(years.rows[1].list_month == 6);
  CHECK(*years.rows[1].growth == Approx(-0.015));
}

TEST_CASE("years: a year that comes twice and a missing column are refused", "[unit]") {
  CHECK(refusal("year,list_month\n2018,6\n2018,7\n")
            .find("year is 2018, which stands in line 2 already") != std::string::npos);
  CHECK(refusal("list_month\n6\n").find("year") != std::string::npos);
  CHECK(refusal("year,list_month\n2018,13\n").find("[1, 12]") != std::string::npos);
}

TEST_CASE("years: the newest list is the last that was made by a month", "[unit]") {
  auto const years = parsed("year,list_month\n2008,9\n2011,7\n2015,9\n");
  CHECK(!newest_list(years, calendar_month(2008, 8)));
  CHECK(*newest_list(years, calendar_month(2008, 9)) == calendar_month(2008, 9));
  CHECK(*newest_list(years, calendar_month(2015, 8)) == calendar_month(2011, 7));
  CHECK(*newest_list(years, calendar_month(2025, 1)) == calendar_month(2015, 9));
}

TEST_CASE("years: growth beyond the even pace adds up over the quarters of a year", "[unit]") {
  auto const years = parsed("year,earnings_growth_pct\n2020,-1\n2021,2\n");
  auto const beyond = growth_beyond(years, calendar_month(2019, 1), 16, 0.008f);
  REQUIRE(beyond.size() == 17);
  CHECK(beyond[4] == 0);  // nothing is known of 2019
  CHECK(beyond[5] == Approx(-0.0045));
  CHECK(beyond[8] == Approx(-0.018));
  CHECK(beyond[12] == Approx(-0.006));
  CHECK(beyond[16] == beyond[12]);
  // A run from February: the first quarter that opens is that of April.
  CHECK(growth_beyond(years, calendar_month(2019, 2), 4, 0.008f)[4] == Approx(-0.0045));
  CHECK(growth_beyond(parsed("year\n2020\n"), calendar_month(2020, 1), 4, 0.008f).empty());
}

TEST_CASE("years: the line of a year is told over that of the first", "[unit]") {
  auto const years = parsed("year,poverty_line_rp_month\n2017,300000\n2018,330000\n2020,360000\n");
  auto const lines = line_by_year(years, calendar_month(2017, 1), 48);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == 1);
  CHECK(lines[1] == Approx(1.1));
  CHECK(lines[2] == Approx(1.1));
  CHECK(lines[3] == Approx(1.2));
  CHECK(lines[4] == Approx(1.2));
}
