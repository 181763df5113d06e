#include "population/households_file.h"

#include "support/sources.h"
#include "support/told.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

std::string const minimal = "area,spending_rp_person_month,ages\n";

Areas two_areas() {
  Areas areas;
  areas.rows.resize(2);
  areas.rows[0].name = "North";
  areas.rows[1].name = "South";
  return areas;
}

std::string rows(int count, std::string const& row) {
  std::string text;
  for (int i = 0; i < count; ++i) text += row + "\n";
  return text;
}

std::string refusal(std::string const& text) {
  auto areas = two_areas();
  return testing::refusal_of([&] { parse_households(text, "f.csv", areas); });
}

}  // namespace

TEST_CASE("household file: three columns are enough, and everything else is unknown", "[unit]") {
  auto areas = two_areas();
  auto const warnings = parse_households(
      minimal + rows(4, "North,650000,38 35 12 4") + rows(5, "South,480000,71"), "f.csv", areas);
  REQUIRE(areas.rows[0].surveyed.size() == 4);
  REQUIRE(areas.rows[1].surveyed.size() == 5);
  auto const& family = areas.rows[0].surveyed.rows()[0];
  CHECK(family.spending == 650000);
  CHECK(family.members == 4);
  CHECK(family.persons == 4);
  CHECK(family.ages[3] == 4);
  CHECK(family.weight == 1);
  CHECK(std::isnan(family.pupils));
  CHECK(std::isnan(family.confidence));
  auto const text = testing::told(warnings);
  CHECK(text.find("there is no column pregnant; nobody is pregnant") != std::string::npos);
  CHECK(
      text.find("fewer than five families live in North; results of such an area are left empty") !=
      std::string::npos);
  CHECK(text.find("South") == std::string::npos);
}

TEST_CASE("household file: every column reaches its family", "[unit]") {
  std::string header = "area,ages", row = "South,40 38 15 9 2";
  double value = 0;
  for (auto const& column : household_columns()) {
    header += "," + std::string(column.name);
    bool const yes_or_no = column.values == Values::yes_or_no;
    bool const share = column.unit == "share";
    value = yes_or_no ? 1 : share ? 0.5 : 7;
    if (column.unit == "rupiah") value = 650000;
    if (column.name == "persons") value = 6;
    if (column.name == "pregnant" || column.name == "severely_disabled") value = 1;
    if (column.name == "at_school") value = 2;
    row += "," + std::to_string(value);
  }
  auto areas = two_areas();
  parse_households(header + "\n" + rows(5, row), "f.csv", areas);
  auto const& f = areas.rows[1].surveyed.rows()[0];
  for (float const known :
       {f.spending, f.weight, f.pupils, f.female_headed, f.months_in_programme, f.benefit,
        f.savings, f.assets, f.enterprise, f.card_away, f.confidence, f.skill, f.habit, f.access,
        f.digital, f.clash, f.months_since_assessed}) {
    CHECK_FALSE(std::isnan(known));
    CHECK(known > 0);
  }
  CHECK(f.persons == 6);
  CHECK(f.pregnant == 1);
  CHECK(f.disabled == 1);
}

TEST_CASE("household file: every wrong row is named at once, by line and column", "[unit]") {
  CHECK(refusal("area,spending_rp_person_month,ages,persons,at_school,enterprise,self_confidence\n"
                "Nroth,650000,38 12,2,1,0,0.5\n"
                "North,-5,38 12,2,1,0,0.5\n"
                "North,650000,38;12,2,1,0,0.5\n"
                "North,650000,,2,1,0,0.5\n"
                "North,650000,38 12,1,1,0,0.5\n"
                "North,650000,38 12,2,2,0,0.5\n"
                "North,650000,38 12,2,1,yes,45\n"
                "North,650000,38 12,2,1,0\n"
                ",650000,38 121,2,1,0,0.5\n") ==
        "f.csv:2:1: area is \"Nroth\", which the areas file does not have; did you mean North?\n"
        "f.csv:3:7: spending_rp_person_month is -5 rupiah; it must lie in [50000, 20000000], per "
        "person and month\n"
        "f.csv:4:14: ages is \"38;12\"; it must be 1 to 16 whole numbers of years from 0 to 120 "
        "with blanks between them, such as 38 35 12 4\n"
        "f.csv:5:14: ages is \"\"; it must be 1 to 16 whole numbers of years from 0 to 120 with "
        "blanks between them, such as 38 35 12 4\n"
        "f.csv:6:20: persons is 1, but 2 ages are given; persons counts everybody, also those "
        "without an age\n"
        "f.csv:7:22: at_school is 2; at most 1 can be, for so many ages lie between 5 and 21\n"
        "f.csv:8:24: enterprise is \"yes\"; it must be 0 or 1; did you mean 1?\n"
        "f.csv:8:28: self_confidence is 45 share; it must lie in [0, 1]; did you mean 0.45?\n"
        "f.csv:9:1: the row has 6 fields; the header has 7\n"
        "f.csv:10:1: area is empty; the name of an area is needed\n"
        "f.csv:10:9: ages is \"38 121\"; it must be 1 to 16 whole numbers of years from 0 to 120 "
        "with blanks between them, such as 38 35 12 4");
}

TEST_CASE("household file: the same fault in many rows is counted", "[unit]") {
  auto const text = refusal(minimal + rows(130, "North,0,38 12"));
  CHECK(std::count(text.begin(), text.end(), '\n') == CsvColumns::max_listed);
  CHECK(
      text.ends_with("f.csv:102:1: 30 more rows with wrong spending_rp_person_month, of which "
                     "this is the first"));
}

TEST_CASE("household file: a file that could hide nobody is refused", "[unit]") {
  CHECK(refusal(minimal + rows(4, "North,650000,38 12")) ==
        "f.csv:1:1: the file has 4 families; fewer than 5 are not shown by themselves, so nothing "
        "could be said");
  CHECK(refusal("area,spending_rp_month,ages\nNorth,1,2\n") ==
        "f.csv:1:1: column spending_rp_person_month is missing; did you mean spending_rp_month?");
}

TEST_CASE("household file: a file that is no table of commas says why", "[unit]") {
  CHECK(refusal("area,ages\rNorth,38 12\r") ==
        "f.csv:1:1: lines end in a carriage return alone; line feeds are needed");
  CHECK(refusal(std::string("\xFF\xFE"
                            "a\0r\0",
                            6)) ==
        "f.csv:1:1: the file is not text in UTF-8 (UTF-16 perhaps); save it as \"CSV UTF-8\"");
}

TEST_CASE("household file: cells in messages are short and harmless", "[unit]") {
  auto const text = refusal(minimal + rows(5, "North,\x1b[31m" + std::string(500, '9') + "x,38"));
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("99...\"; a number is needed") != std::string::npos);
  CHECK(text.find(std::string(61, '9')) == std::string::npos);
}

TEST_CASE("household file: capitals alone still find the name that is meant", "[unit]") {
  CHECK(refusal(minimal + rows(5, "NORTH,650000,38 12")).find("did you mean North?") !=
        std::string::npos);
  auto areas = two_areas();
  auto const text = testing::told(parse_households(
      "area,spending_rp_person_month,ages,Weight,code\n" + rows(5, "North,650000,38 12,3,1"),
      "f.csv", areas));
  CHECK(text.find("columns that the program does not know: Weight (weight?) and code; they are "
                  "ignored") != std::string::npos);
}

TEST_CASE("household file: a weight too small to count is refused", "[unit]") {
  CHECK(refusal("area,spending_rp_person_month,ages,weight\n" +
                rows(1, "North,650000,38 12,1e-300")) ==
        "f.csv:2:20: weight is 1e-300 families; it must lie in [0.001, 1000000]");
}

TEST_CASE("household file: what the model cannot hold as given is said", "[unit]") {
  auto areas = two_areas();
  areas.rows[0].line_rupiah = 500000;
  auto const text = testing::told(parse_households(
      "area,spending_rp_person_month,ages,self_confidence,benefit_rp_year,productive_assets_rp\n" +
          rows(2, "North,650000,38 12,0.5,3000000,100000") +
          "North,650000,38 12,1,20000000,100000\n" +
          rows(2, "North,650000,38 12,0.5,3000000,50000000"),
      "f.csv", areas));
  CHECK(text.find("self_confidence lies outside 0.02 to 0.98 on line 4; the nearer end is taken") !=
        std::string::npos);
  CHECK(text.find("benefit_rp_year is above 12.7 million rupiah on line 4; so much is paid") !=
        std::string::npos);
  CHECK(text.find("benefit_rp_year is more than 0.45 of the year's spending on line 4; the family "
                  "earns 0.55 of its spending, and the benefit comes on top") != std::string::npos);
  CHECK(text.find("productive_assets_rp is above four months of the area's poverty line on 2 "
                  "lines: 5 and 6; so much is taken") != std::string::npos);
}

TEST_CASE("household file: warnings hold lines and counts, never a value", "[unit]") {
  auto areas = two_areas();
  auto const text = testing::told(parse_households(
      "area,spending_rp_person_month,ages,savings_rp,code\n" +
          rows(6, "North,654321,43 44,,987123") + rows(3, "South,654321,43 44,777111,987123"),
      "f.csv", areas));
  CHECK(text.find("savings_rp is empty on 6 lines: 2, 3, 4, 5, 6 and others; drawn as without a "
                  "file") != std::string::npos);
  CHECK(text.find("9 families have nobody up to 21 or from 60 on") != std::string::npos);
  for (char const* const value : {"654321", "777111", "987123", "43", "44"})
    CHECK(text.find(value) == std::string::npos);
}

TEST_CASE("household file: amounts off by a factor are noticed", "[unit]") {
  auto const said = [](std::string const& columns, std::string const& cells) {
    return refusal("area,spending_rp_person_month,ages," + columns + "\n" +
                   rows(5, "North,650000,38 12," + cells))
        .substr(0, 120);
  };
  CHECK(said("savings_rp", "170.000")
            .starts_with("f.csv:2:20: savings_rp is 170.000 rupiah; it must be 0 or lie in [1000, "
                         "1000000000]; did you mean 170000?\n"));
  CHECK(said("productive_assets_rp", "0.5").find("did you mean 500000?") != std::string::npos);
  CHECK(refusal(minimal + "North,440,38 12\n") ==
        "f.csv:2:7: spending_rp_person_month is 440 rupiah; it must lie in [50000, 20000000], per "
        "person and month; did you mean 440000?");
  CHECK(refusal("area,spending_rp_person_month,ages,months_in_programme\n" +
                rows(1, "North,650000,38 12,1.000")) ==
        "f.csv:2:20: months_in_programme is 1.000 months; it must be a whole number in [0, 240]; "
        "did you mean 1?");
}

TEST_CASE("household file: semicolons and decimal commas are read", "[unit]") {
  auto areas = two_areas();
  auto const text = testing::told(
      parse_households("sep=;\narea;spending_rp_person_month;ages;self_confidence;savings_rp\n" +
                           rows(5, "North;650.000;38 12;0,5;1.250.000") + ";;;;\n",
                       "f.csv", areas));
  REQUIRE(areas.rows[0].surveyed.size() == 5);
  CHECK(areas.rows[0].surveyed.rows()[0].spending == 650000);
  CHECK(areas.rows[0].surveyed.rows()[0].confidence == 0.5f);
  CHECK(areas.rows[0].surveyed.rows()[0].savings == 1250000);
  CHECK(text.find("fields are separated by semicolons, decimals by a comma") != std::string::npos);
}

TEST_CASE("household file: spending that no poor family has is noted", "[unit]") {
  auto const said = [](std::string const& spending) {
    auto areas = two_areas();
    areas.rows[0].line_rupiah = 500000;
    return testing::told(
        parse_households(minimal + rows(6, "North," + spending + ",38 12"), "f.csv", areas));
  };
  CHECK(said("2600000").find("most families spend more than four times the poverty line of their "
                             "area; spending_rp_person_month is taken as it is; is it per family, "
                             "or per year?") != std::string::npos);
  CHECK(said("110000").find("most families spend less than a quarter of the poverty line") !=
        std::string::npos);
  CHECK(said("650000").find("most families") == std::string::npos);
}

TEST_CASE("household file: every column is described where scenarios are", "[unit]") {
  std::string page;
  for (auto const& line :
       testing::lines_of(testing::source_folder() / "scenarios" / "own_families.md"))
    page += line + "\n";
  CHECK(page.find("| `area` |") != std::string::npos);
  CHECK(page.find("| `ages` |") != std::string::npos);
  for (auto const& column : household_columns()) {
    INFO(column.name);
    auto const at = page.find("| `" + std::string(column.name) + "` |");
    REQUIRE(at != std::string::npos);
    CHECK(page.substr(at, page.find('\n', at) - at).find("| " + bounds_of(column) + " |") !=
          std::string::npos);
  }
}
