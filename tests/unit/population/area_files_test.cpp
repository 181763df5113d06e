// Areas files as spreadsheets and offices write them: read as what they are, or refused with the
// figure that was meant.
#include "population/areas.h"

#include "support/sources.h"
#include "support/told.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

std::string const header =
    "area,poverty_rate_pct,poverty_gap_pct,population_thousand,poverty_line_rp_month,"
    "kpm_households\n";
std::string const north = "North,12.33,2.1,5554,650000,500000\n";
std::string const south = "South,13.2,2.5,1227,480000,90000\n";

std::string with(std::string text, char old, char instead) {
  std::ranges::replace(text, old, instead);
  return text;
}

std::string refusal(std::string const& text) {
  return testing::refusal_of([&] { parse_areas(text, "a.csv"); });
}

std::string warned(std::string const& text) {
  return testing::told(parse_areas(text, "a.csv").warnings);
}

/// What is said of one cell, behind "a.csv:2:COLUMN: NAME is ".
std::string said_of(std::string const& row) {
  auto const all = refusal(header + row + "\n");
  auto const from = all.find(" is ");
  return from == std::string::npos ? all : all.substr(from + 4);
}

void check_as_written(Areas const& areas) {
  REQUIRE(areas.rows.size() == 2);
  CHECK(areas.rows[0].name == "North");
  CHECK(areas.rows[0].poverty_rate == Approx(0.1233).epsilon(1e-12));
  CHECK(areas.rows[1].poverty_gap == Approx(0.025).epsilon(1e-12));
  CHECK(areas.rows[0].population == Approx(5554000).epsilon(1e-12));
  CHECK(areas.rows[0].line_rupiah == 650000);
  CHECK(areas.rows[1].kpm_households == 90000);
}

}  // namespace

TEST_CASE("areas files: semicolons and decimal commas are read by the header line", "[unit]") {
  std::string const rows =
      "North;12,33;2,1;5.554;650.000;500.000\n"
      "South;13,2;2,5;1.227,0;480.000;90.000\n";
  auto const text = with(header, ',', ';') + rows;
  check_as_written(parse_areas(text, "a.csv"));
  CHECK(warned(text) ==
        "a.csv: fields are separated by semicolons, decimals by a comma; they are read so: 12,33 "
        "is 12.33, and 650.000 is 650000\n");
  auto const from_excel = "\xEF\xBB\xBFsep=;\n" + text + ";;;;;\n;;;;;\n";
  check_as_written(parse_areas(from_excel, "a.csv"));
  check_as_written(parse_areas(with(text, ';', '\t'), "a.csv"));
  CHECK(warned(with(text, ';', '\t')).find("separated by tabs, decimals by a comma") !=
        std::string::npos);
}

TEST_CASE("areas files: a line sep= moves the places of problems, not the columns", "[unit]") {
  CHECK(refusal("sep=;\n" + with(header, ',', ';') + "North;12,33;2,1;5554;99999;500000\n") ==
        "a.csv:3:22: poverty_line_rp_month is 99999 rupiah; it must lie in [100000, 2500000], per "
        "person and month");
}

TEST_CASE("areas files: semicolons with decimal points are read too, and a mixture is refused",
          "[unit]") {
  auto const text = with(header + north + south, ',', ';');
  check_as_written(parse_areas(text, "a.csv"));
  CHECK(warned(text) ==
        "a.csv: fields are separated by semicolons; they are read so, with a decimal point\n");
  CHECK(refusal(text + "West;7,5;1;750;600000;10000\n")
            .starts_with("a.csv:2:7: poverty_rate_pct is \"12.33\"; a number is needed, with a "
                         "comma before decimals as in other rows; did you mean 12,33?"));
}

TEST_CASE("areas files: a value off by a factor is noticed, and the one meant is named", "[unit]") {
  CHECK(refusal(header + "North,12.33,2.1,5554,650.000,500000\n") ==
        "a.csv:2:22: poverty_line_rp_month is 650.000 rupiah; it must lie in [100000, 2500000], "
        "per person and month; did you mean 650000?");
  CHECK(said_of("North,12.33,2.1,5554,650,500000") ==
        "650 rupiah; it must lie in [100000, 2500000], per person and month; did you mean 650000?");
  CHECK(said_of("North,0.1233,0.02,5554,650000,500000") ==
        "0.1233 percent; it must lie in [0.5, 90]; did you mean 12.33?");
  CHECK(said_of("North,123.3,2,5554,650000,500000") ==
        "123.3 percent; it must lie in [0.5, 90]; did you mean 12.33?");
  CHECK(said_of("North,12.33,0.021,5554,650000,500000") ==
        "0.021 percent; it must be at least a 200th of poverty_rate_pct, 12.33 percent; did you "
        "mean 2.1?");
  CHECK(said_of("North,12.33,2.1,5554000,650000,500000") ==
        "5554000 thousand persons; it must lie in [0.5, 350000]; did you mean 5554?");
  CHECK(said_of("North,12.33,2.1,5554,650000,500.000") ==
        "500.000 households; it must be a whole number in [1, 50000000]; did you mean 500000?");
  CHECK(said_of("North,12.33,2.1,5.554,650000,500") ==
        "5.554 thousand persons, and no row has other than three digits behind its point, so it "
        "may separate thousands; did you mean 5554, or 5.5540?");
  CHECK(said_of("North,12.33,2.1,55,650000,500000") ==
        "500000 households, more than the 55000 persons of the area");
}

TEST_CASE("areas files: provinces and districts have populations of their own size", "[unit]") {
  std::string const rest =
      ",poverty_rate_pct,poverty_gap_pct,population_thousand,poverty_line_rp_month\n";
  CHECK(refusal("province" + rest + "Aceh,12.33,1.84,5.715,676247\n") ==
        "a.csv:2:17: population_thousand is 5.715 thousand persons; it must lie in [100, 100000], "
        "for a province; did you mean 5715?");
  CHECK(refusal("province,district" + rest + "Aceh,Sabang,12.33,1.84,44800,676247\n") ==
        "a.csv:2:24: population_thousand is 44800 thousand persons; it must lie in [1, 10000], "
        "for a district; did you mean 44.8?");
}

TEST_CASE("areas files: a fault of a whole column is said five times, then counted", "[unit]") {
  std::string text = header;
  for (int i = 0; i < 30; ++i) text += "Area " + std::to_string(i) + ",0.12,0.02,500,650000,9000\n";
  auto const said = refusal(text);
  CHECK(std::ranges::count(said, '\n') == 5);
  CHECK(
      said.ends_with("a.csv:7:1: 25 more rows with wrong poverty_rate_pct, off by a factor, of "
                     "which this is the first"));
}

TEST_CASE("areas files: numbers as offices type them are refused with the number meant", "[unit]") {
  std::string const needed =
      "\"; a number is needed, with a decimal point and without separators of thousands";
  auto const of_line = [&](std::string const& cell) {
    return said_of("North,12.33,2.1,5554," + cell + ",500000");
  };
  CHECK(of_line("Rp 650.000") == "\"Rp 650.000" + needed + "; did you mean 650000?");
  CHECK(of_line("\"650.000,00\"") == "\"650.000,00" + needed + "; did you mean 650000?");
  CHECK(of_line("650 000") == "\"650 000" + needed + "; did you mean 650000?");
  CHECK(of_line("650'000") == "\"650'000" + needed + "; did you mean 650000?");
  CHECK(of_line("650000\xC2\xA0") == "\"650000<U+00A0>" + needed + "; did you mean 650000?");
  CHECK(of_line("-") == "\"-" + needed + "; leave the cell empty where it is not known");
  CHECK(said_of("North,12.33%,2.1,5554,650000,500000") ==
        "\"12.33%" + needed + "; did you mean 12.33?");
  CHECK(said_of("North,\"12,33\",2.1,5554,650000,500000") ==
        "\"12,33" + needed + "; did you mean 12.33?");
  CHECK(refusal(header + "North,12,33,2,1,5554,650000,500000\n") ==
        "a.csv:2:1: the row has 8 fields; the header has 6; are decimals written with a comma? "
        "write a point, or separate fields by semicolons");
}

TEST_CASE("areas files: totals among the areas are refused", "[unit]") {
  for (auto const* const name :
       {"INDONESIA", "Jumlah", "Total", "NASIONAL", "Rata-rata", "Grand Total", "Jumlah / Total",
        "Sub-total", "Seluruh Indonesia", "Republik Indonesia", "Total Jawa", "Rerata Nasional"}) {
    INFO(name);
    CHECK(refusal(header + north + south + name + ",12,2,900,600000,50000\n") ==
          "a.csv:4:1: \"" + std::string(name) +
              "\" is named like a total of other areas, whose families it would count twice; "
              "leave the row out");
  }
  // The nation alone is an area, and so is one that only sounds like it.
  CHECK(refusal(header + "INDONESIA,8.5,1.4,284000,640000,10000000\n") == "accepted");
  CHECK(refusal(header + north + "Indonesia Timur,12,2,900,600000,50000\n") == "accepted");
}

TEST_CASE("areas files: a row with the people of the others is their total", "[unit]") {
  auto const three = header + north + south + "West,5.5,0.9,750,830000,30000\n";
  CHECK(refusal(three) == "accepted");
  CHECK(refusal(three + "Whole,11.8,2,7531,640000,620000\n") ==
        "a.csv:5:1: \"Whole\" has as many people as all other rows together, so it is their total "
        "and would count them twice; leave the row out");
  // Totals of parts, before the rows they are of; the rate is that of their people.
  CHECK(refusal(header + "Big,10,2,300.5,500000,9000\nA,10,2,100.25,500000,3000\n"
                         "B,10,2,200.25,500000,6000\nBigger,10,2,507,500000,9000\n"
                         "C,10,2,170.1,500000,3000\nD,10,2,336.9,500000,6000\n")
            .find("\"Big\" has as many people as the 2 rows behind it together") !=
        std::string::npos);
  CHECK(refusal(header + "A,10,2,100.25,500000,3000\nB,20,2,200.25,500000,6000\n"
                         "C,5,1,300.5,500000,9000\nD,5,1,1300,500000,9000\n") == "accepted");
  CHECK(refusal(header + "A,10,2,150000,500000,3000000\nB,20,2,200000,500000,6000000\n"
                         "C,5,1,100001,500000,900000\n")
            .find("population_thousand adds up to 450 million people") != std::string::npos);
}

TEST_CASE("areas files: names that results could not tell apart are refused", "[unit]") {
  CHECK(refusal(header + north +
                "NORTH,13,2,1227,480000,90000\n North\xC2\xA0,9,1,700,500000,9000\n") ==
        "a.csv:3:1: \"NORTH\" is given twice (first on line 2, as \"North\")\n"
        "a.csv:4:1: \"North<U+00A0>\" is given twice (first on line 2, as \"North\")");
  CHECK(refusal("province,district,poverty_rate_pct,poverty_gap_pct,population_thousand,"
                "poverty_line_rp_month\nA,Same,9,1,500,500000\nB,Same,9,1,600,500000\n") ==
        "a.csv:3:3: \"Same\" is the name of two areas, here in B and on line 2 in A; results would "
        "add them up: write \"Same (B)\"");
}

TEST_CASE("areas files: 3 million rows of one name are no 3 million messages", "[unit]") {
  std::string text = header + north + south;
  for (int i = 0; i < 1000; ++i) text += north;
  auto const said = refusal(text);
  CHECK(std::ranges::count(said, '\n') == 100);
  CHECK(said.ends_with("900 more rows with wrong name, of which this is the first"));
}

TEST_CASE("areas files: a name is a text in one line", "[unit]") {
  auto const of_name = [](std::string const& name) {
    return refusal(header + name + ",12.33,2.1,5554,650000,500000\n");
  };
  std::string const text = "it must be a text in one line, but it holds ";
  CHECK(of_name("\"Kota\nBaru\"") == "a.csv:2:1: area is \"Kota Baru\"; " + text + "a line break");
  CHECK(of_name("\"Kota\r\nBaru\"").ends_with(text + "a line break"));
  CHECK(of_name("\x1b]0;x\x07").ends_with(text + "the control character U+001B"));
  CHECK(of_name("a\xC2\x9B").ends_with(text + "the control character U+009B"));
  CHECK(of_name("\xE2\x80\xAEx").ends_with(text + "U+202E, which turns the direction of writing"));
  CHECK(warned(header + "=1+1,12.33,2.1,5554,650000,500000\n")
            .starts_with("a.csv: a name begins with = + - or @: =1+1; a spreadsheet"));
}

TEST_CASE("areas files: text that is not UTF-8 is refused at its first byte", "[unit]") {
  CHECK(refusal(header + north + "Caf\xE9,12.33,2.1,5554,650000,500000\n") ==
        "a.csv:3:4: the byte E9 is not UTF-8 (\"\xC3\xA9\" in Windows-1252); save the file as "
        "\"CSV UTF-8\"");
  CHECK(refusal(header + std::string("No\0rth", 6) + ",12.33,2.1,5554,650000,500000\n") ==
        "a.csv:2:3: here is a NUL, which belongs in no text; delete it");
  for (auto const* const mark : {"\xFF\xFE", "\xFE\xFF"})
    CHECK(refusal(mark + header).starts_with("a.csv:1:1: the file is not text in UTF-8 (UTF-16"));
  std::string wide;
  for (char const c : header) wide += {c, '\0'};
  CHECK(refusal(wide).starts_with("a.csv:1:1: the file is not text in UTF-8 (UTF-16 perhaps)"));
  CHECK(refusal(with(header + north, '\n', '\r')) ==
        "a.csv:1:1: lines end in a carriage return alone; line feeds are needed");
}

TEST_CASE("areas files: cells and columns that a spreadsheet adds are nothing", "[unit]") {
  auto const text = header.substr(0, header.size() - 1) + ",,\n" +
                    north.substr(0, north.size() - 1) + ",,\n" + south.substr(0, south.size() - 1) +
                    ",,,,\n,,,,,,,\n,,,,,\n";
  check_as_written(parse_areas(text, "a.csv"));
  CHECK(warned(text).empty());
  CHECK(warned(header.substr(0, header.size() - 1) + ",\n" + north.substr(0, north.size() - 1) +
               ",7\n") ==
        "a.csv: column 7 has no name in the header and a value on line 2; it is ignored\n");
}

TEST_CASE("areas files: figures that do not fit each other are refused", "[unit]") {
  std::string const more =
      "area,poverty_rate_pct,poverty_gap_pct,population_thousand,poverty_line_rp_month,"
      "poverty_severity_pct,unemployment_pct\n";
  CHECK(refusal(more + "A,12.33,1.84,5715,676247,0.0042,5\n") ==
        "a.csv:2:26: poverty_severity_pct is 0.0042 percent; it must be at least the square of "
        "poverty_gap_pct over poverty_rate_pct, 0.2745823 percent; is it a share?");
  CHECK(refusal(more + "A,12.33,1.84,5715,676247,2,5\n") ==
        "a.csv:2:26: poverty_severity_pct is 2 percent; it must be less than poverty_gap_pct, 1.84 "
        "percent");
  CHECK(refusal(more + "A,12.33,1.84,5715,676247,0.42,0.056\nB,9,1,700,676247,0.2,0.07\n") ==
        "a.csv:2:31: unemployment_pct is below 0.25 percent in every row; it must be in percent, "
        "not a share");
  CHECK(warned(header + "A,12.33,1.84,5715,676247,500\n") ==
        "a.csv: kpm_households is less than one family for 3333 persons on line 2; so few are "
        "taken; is it in thousands?\n");
}

TEST_CASE("areas files: every column is described with its bounds where scenarios are", "[unit]") {
  std::string page;
  for (auto const& line :
       testing::lines_of(testing::source_folder() / "scenarios" / "own_families.md"))
    page += line + "\n";
  for (auto const& column : area_columns()) {
    INFO(column.name);
    auto const at = page.find("| `" + std::string(column.name) + "` |");
    REQUIRE(at != std::string::npos);
    CHECK(page.substr(at, page.find('\n', at) - at).find("| " + bounds_of(column) + " |") !=
          std::string::npos);
  }
}
