#include "population/areas.h"

#include "population_support.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

std::string const header =
    "province,poverty_rate_pct,poverty_gap_pct,population_thousand,poverty_line_rp_month";

/// All problems, one a line: "place: text".
std::string refusal(std::string const& text) {
  try {
    parse_areas(text, "a.csv");
  } catch (ScenarioError const& error) {
    std::string all;
    for (auto const& problem : error.problems) {
      if (!all.empty()) all += "\n";
      all += problem.place + ": " + problem.text;
    }
    return all;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("areas: units are in the header and are taken off", "[unit]") {
  auto const areas = parse_areas(header +
                                     ",n_districts,hard_area_share,kpm_households,facilitators\n"
                                     "Aceh,12.33,1.84,5715.25,676247,23,0.1,100000,400\n",
                                 "a.csv");
  REQUIRE(areas.rows.size() == 1);
  auto const& aceh = areas.rows[0];
  CHECK(aceh.name == "Aceh");
  CHECK(aceh.poverty_rate == Approx(0.1233).epsilon(1e-12));
  CHECK(aceh.poverty_gap == Approx(0.0184).epsilon(1e-12));
  CHECK(aceh.population == Approx(5715250).epsilon(1e-12));
  CHECK(aceh.line_rupiah == 676247);
  CHECK(aceh.districts == 23);
  CHECK(aceh.hard_share == 0.1);
  CHECK(aceh.kpm_households == 100000);
  CHECK(aceh.facilitators == 400);
  CHECK(areas.warnings.empty());
}

TEST_CASE("areas: quotes, CRLF, a byte order mark, comments and empty lines are understood",
          "[unit]") {
  auto const areas = parse_areas("\xEF\xBB\xBF# source: BPS, \"2025\"\r\n\r\n" + header +
                                     "\r\n\"Java, \"\"West\"\"\",7,1.1,52061,547752\r\n"
                                     "# not a row\r\n Bali ,4,0.5,4657,607847",
                                 "a.csv");
  REQUIRE(areas.rows.size() == 2);
  CHECK(areas.rows[0].name == "Java, \"West\"");
  CHECK(areas.rows[1].name == "Bali");
}

TEST_CASE("areas: a row is named by area, else district, else province", "[unit]") {
  std::string const rest = ",7,1.1,5206,547752\n";
  auto const columns = header.substr(header.find(','));
  CHECK(
      parse_areas("district,province" + columns + "\nBogor,Jawa Barat" + rest, "a").rows[0].name ==
      "Bogor");
  CHECK(parse_areas("district,province" + columns + "\nBogor,Jawa Barat" + rest, "a")
            .rows[0]
            .province == "Jawa Barat");
  CHECK(parse_areas("area" + columns + "\nnorth" + rest, "a").rows[0].name == "north");
  CHECK(refusal("district" + columns + "\nBogor" + rest) ==
        "a.csv:1:1: column province is missing; districts need it beside their own name");
  CHECK(refusal("provinces" + columns + "\nBogor" + rest) ==
        "a.csv:1:1: column province is missing, or district with province, or area; did you mean "
        "provinces?");
}

TEST_CASE("areas: every wrong figure is named by line and column at once", "[unit]") {
  CHECK(
      refusal(header + ",n_districts,hard_area_share\n"
                       "A,0,1,1000,500000,1,0\n"
                       "B,100,1,1000,500000,1,0\n"
                       "C,8,9,1000,500000,1,0\n"
                       "D,8,1,-1000,500000,1,0\n"
                       "E,8,1,ten,500000,1,0\n"
                       "F,8,1,1000,500000,1.5,0\n"
                       "G,8,1,1000,500000,0,1.2\n"
                       "A,8,1,1000,500000,1,0\n"
                       "H,8,1,1000,500000,1\n"
                       "I,nan,1,\"1000,5\",500000,1,0\n"
                       ",,1,1000,500000,1,0\n") ==
      "a.csv:2:3: poverty_rate_pct is 0 percent; it must lie in [0.5, 90]\n"
      "a.csv:3:3: poverty_rate_pct is 100 percent; it must lie in [0.5, 90]; did you mean 10?\n"
      "a.csv:4:5: poverty_gap_pct is 9 percent; it must be less than poverty_rate_pct, 8 percent\n"
      "a.csv:5:7: population_thousand is -1000 thousand persons; it must lie in [100, 100000], "
      "for a province\n"
      "a.csv:6:7: population_thousand is \"ten\"; a number is needed, with a decimal point and "
      "without separators of thousands\n"
      "a.csv:7:19: n_districts is 1.5 districts; it must be a whole number in [1, 1000]\n"
      "a.csv:8:19: n_districts is 0 districts; it must be a whole number in [1, 1000]\n"
      "a.csv:8:21: hard_area_share is 1.2 share; it must lie in [0, 1]; did you mean 0.012?\n"
      "a.csv:9:1: \"A\" is given twice (first on line 2)\n"
      "a.csv:10:1: the row has 6 fields; the header has 7\n"
      "a.csv:11:3: poverty_rate_pct is \"nan\"; a number is needed, with a decimal point and "
      "without separators of thousands\n"
      "a.csv:11:9: population_thousand is \"1000,5\"; a number is needed, with a decimal point and "
      "without separators of thousands; did you mean 1000.5?\n"
      "a.csv:12:1: province is empty; a name is needed\n"
      "a.csv:12:2: poverty_rate_pct is empty; a number is needed");
}

TEST_CASE("areas: a gap equal to the rate is refused", "[unit]") {
  CHECK(
      refusal(header + "\nA,8,8,1000,500000\n") ==
      "a.csv:2:5: poverty_gap_pct is 8 percent; it must be less than poverty_rate_pct, 8 percent");
}

TEST_CASE("areas: headers that cannot work are refused", "[unit]") {
  CHECK(refusal("") == "a.csv:1:1: the file is empty; it needs a header and at least one row");
  CHECK(refusal("# only a comment\n") ==
        "a.csv:1:1: the file is empty; it needs a header and at least one row");
  CHECK(refusal(header + "\n") == "a.csv:1:1: no row follows the header");
  CHECK(refusal("province,poverty_rate,poverty_gap_pct,population_thousand,poverty_line_rp_month\n"
                "A,8,1,1000,500000\n") ==
        "a.csv:1:1: column poverty_rate_pct is missing; did you mean poverty_rate?");
  CHECK(refusal(header + ",province\nA,8,1,1000,500000,A\n") ==
        "a.csv:1:85: column province is given twice (first in column 1)");
  CHECK(refusal(header + ",poverty_line_rp_month_2025\nA,8,1,1000,500000,6\n") ==
        "a.csv:1:85: column poverty_line_rp_month_2025 is given twice (first in column 5)");
}

TEST_CASE("areas: broken quotes are refused where they begin", "[unit]") {
  CHECK(refusal(header + "\nA,\"8,1,1000,500000\n") == "a.csv:2:3: the quoted field does not end");
  CHECK(refusal(header + "\nA\"B,8,1,1000,500000\n") ==
        "a.csv:2:1: a quote is in the middle of a field; the whole field must be quoted");
  CHECK(refusal(header + "\n\"A\"B,8,1,1000,500000\n") ==
        "a.csv:2:1: text follows the closing quote; a separator or the end of the line is needed");
}

TEST_CASE("areas: a missing file is the scenario's problem", "[unit]") {
  CHECK_THROWS_AS(read_areas("no/such/file.csv"), ScenarioError);
}

TEST_CASE("areas: an empty poverty line takes the mean of the others, by population", "[unit]") {
  auto const areas =
      parse_areas(header + "\nA,8,1,1000,500000\nB,8,1,3000,600000\nC,8,1,1500,\n", "a.csv");
  CHECK(areas.rows[2].line_rupiah == Approx(575000).epsilon(1e-12));
  REQUIRE(areas.warnings.size() == 1);
  CHECK(areas.warnings[0].place == "a.csv");
  CHECK(areas.warnings[0].what == "poverty_line_rp_month is empty on line 4");
  CHECK(areas.warnings[0].consequence ==
        "the mean of the file's other rows stands in, weighted by population");
  CHECK(refusal(header + "\nA,8,1,1000,\n") ==
        "a.csv:1:1: poverty_line_rp_month is empty in every row; at least one is needed");
}

TEST_CASE("areas: empty optional cells and unknown columns bring one note each", "[unit]") {
  auto const areas =
      parse_areas(header +
                      ",n_districts,code,remark\n"
                      "A,8,1,1000,500000,,1,x\nB,8,1,2000,500000,,2,x\nC,8,1,4000,500000,2,3,x\n",
                  "a.csv");
  REQUIRE(areas.warnings.size() == 2);
  CHECK(areas.warnings[0].what == "columns that the program does not know: code and remark");
  CHECK(areas.warnings[0].consequence == "they are ignored");
  CHECK(areas.warnings[1].what == "n_districts is empty on 2 lines: 2 and 3");
  CHECK(areas.rows[0].districts == 1);
}

TEST_CASE("areas: the shipped file has 38 provinces, 514 districts and nothing to warn of",
          "[unit]") {
  auto const areas = read_areas(testing::provinces_file());
  CHECK(areas.rows.size() == 38);
  CHECK(areas.warnings.empty());
  int districts = 0;
  double poor = 0;
  for (auto const& area : areas.rows) {
    districts += area.districts;
    poor += area.poverty_rate * area.population;
  }
  CHECK(districts == 514);
  CHECK(poor == Approx(23854570).epsilon(1e-5));
}

TEST_CASE("areas: a table of 514 districts reads the same way", "[unit]") {
  if (!std::filesystem::exists(testing::districts_file())) return;
  auto const areas = read_areas(testing::districts_file());
  CHECK(areas.rows.size() == 514);
  REQUIRE(areas.warnings.size() == 2);
  CHECK(areas.warnings[1].what.starts_with("poverty_line_rp_month is empty on 3 lines:"));
}

TEST_CASE("areas: a fault of every line is said a hundred times, then counted", "[unit]") {
  std::string text = header + "\n";
  for (int i = 0; i < 250; ++i) text += "A\",8,1,1000,500000\n";
  auto const said = refusal(text);
  CHECK(std::ranges::count(said, '\n') < 120);
  CHECK(said.find("150 more rows with wrong quotes") != std::string::npos);
}
