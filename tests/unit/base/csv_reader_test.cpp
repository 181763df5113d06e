#include "base/csv_reader.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace graduasi;

namespace {

/// All rows as "a|b", each in its line.
std::string rows_of(std::string const& text, CsvDialect dialect) {
  TextStream stream(text);
  CsvReader reader(stream, dialect, "t.csv");
  CsvRow row;
  std::string all;
  while (reader.next(row)) {
    for (auto const& field : row) all += (&field == row.data() ? "" : "|") + field.text;
    for (auto const& problem : reader.problems()) all += " !" + problem.place;
    all += "\n";
  }
  return all;
}

constexpr CsvDialect by_hand{}, by_program{.by_hand = false};

}  // namespace

TEST_CASE("separated values: a table of ours comes back as it was written", "[unit]") {
  CHECK(rows_of("a,b\n\"x,1\",\" y \"\n# no comment,\n,\n", by_program) ==
        "a|b\nx,1| y \n# no comment|\n|\n");
}

TEST_CASE("separated values: a line break in quotes ends no row", "[unit]") {
  std::string const text = "a,b\n\"x\ny\",\"1\"\"2\"\n\"x\r\ny\",2\n";
  CHECK(rows_of(text, by_program) == "a|b\nx\ny|1\"2\nx\r\ny|2\n");
  std::istringstream stream(text);
  CsvReader reader(*stream.rdbuf(), by_program, "t.csv");
  CsvRow row;
  for (int i = 0; i < 3; ++i) REQUIRE(reader.next(row));
  CHECK(place_of("t.csv", row[1]) == "t.csv:5:4");
  CHECK_FALSE(reader.next(row));
}

TEST_CASE("separated values: what a spreadsheet adds to a table counts for nothing", "[unit]") {
  CHECK(rows_of("# source\r\n\r\n a , b \r\n,,\r\n\"1\" ;2,3\r\n;\r\n", by_hand)
            .starts_with("a|b\n"));
  CHECK(rows_of("a;b\n;\n 1,5 ; 2\n ; \n", {.separator = ';'}) == "a|b\n1,5|2\n");
  CHECK(rows_of("a,b\n\"1\" ,2\n", by_hand) == "a|b\n1|2\n");
}

TEST_CASE("separated values: broken quotes are told where they begin", "[unit]") {
  CHECK(rows_of("a,b\nx\"y,1\n", by_hand) == "a|b\nx\"y|1 !t.csv:2:1\n");
  CHECK(rows_of("a,b\n1,\"x\n", by_hand).ends_with(" !t.csv:2:3\n"));
  CHECK(rows_of("a,b\n\"x\"y,1\n", by_hand).ends_with(" !t.csv:2:1\n"));
}
