#include "base/names.h"

#include "base/characters.h"

#include <catch2/catch.hpp>

#include <string>

using namespace graduasi;

TEST_CASE("names: what a terminal, a table or a page cannot hold is called by name", "[unit]") {
  CHECK(fault_of_name("Nusa Tenggara \xC3\xA9 \xE2\x80\x93 1:150").empty());
  CHECK(fault_of_name("a\xC2\xA0"
                      "b")
            .empty());  // a blank of another kind
  CHECK(fault_of_name("a\nb") == "it holds a line break");
  CHECK(fault_of_name("a\rb") == "it holds a line break");
  CHECK(fault_of_name("a\xC2\x85") == "it holds a line break");      // U+0085
  CHECK(fault_of_name("a\xE2\x80\xA8") == "it holds a line break");  // U+2028
  CHECK(fault_of_name("a\tb") == "it holds a tab");
  CHECK(fault_of_name("\x1b[2J") == "it holds the control character U+001B");
  CHECK(fault_of_name("a\x7F") == "it holds the control character U+007F");
  CHECK(fault_of_name("a\xC2\x9B") == "it holds the control character U+009B");
  CHECK(fault_of_name(std::string("a\0b", 3)) == "it holds the control character U+0000");
  for (auto const* const mark : {"\xE2\x80\xAA", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9",
                                 "\xE2\x80\x8E", "\xE2\x80\x8F", "\xD8\x9C"})
    CHECK(fault_of_name(mark).ends_with(", which turns the direction of writing"));
  CHECK(fault_of_name("\xE2\x80\xAE").starts_with("it holds U+202E"));
}

TEST_CASE("names: bytes that are no UTF-8 are none", "[unit]") {
  CHECK(fault_of_name("Caf\xE9") == "its byte E9 is not UTF-8");
  CHECK(fault_of_name("\xC0\xAF") == "its byte C0 is not UTF-8");          // overlong
  CHECK(fault_of_name("\xE0\x80\xAF") == "its byte E0 is not UTF-8");      // overlong
  CHECK(fault_of_name("\xED\xA0\x80") == "its byte ED is not UTF-8");      // a surrogate
  CHECK(fault_of_name("\xF4\x90\x80\x80") == "its byte F4 is not UTF-8");  // above U+10FFFF
  CHECK(fault_of_name("\xE2\x80") == "its byte E2 is not UTF-8");          // cut short
  CHECK(first_character("\xF0\x9F\x98\x80").code == 0x1F600);
}

TEST_CASE("names: those that look the same are alike", "[unit]") {
  CHECK(alike("Jawa Barat") == alike(" JAWA  barat "));
  CHECK(alike("Jawa Barat") == alike("Jawa\xC2\xA0"
                                     "Barat"));
  CHECK(alike("Jawa Barat") != alike("JawaBarat"));
  CHECK(alike("\xC3\xA9") == "\xC3\xA9");
}

TEST_CASE("names: a warning tells those that open a formula", "[unit]") {
  CHECK(opens_a_formula("=1+1"));
  CHECK(opens_a_formula("@SUM(1)"));
  CHECK_FALSE(opens_a_formula("1=1"));
  CHECK_FALSE(opens_a_formula(""));
  std::vector<std::string> const names{"=1", "+2", "-3", "@4", "=5\x1b", "=6", "=7"};
  auto const warning = formula_warning("a.csv", names);
  CHECK(warning.place == "a.csv");
  CHECK(warning.what == "a name begins with = + - or @: =1, +2, -3, @4, =5  and 2 more");
}

TEST_CASE("names: blanks that are none can be seen in messages", "[unit]") {
  CHECK(with_blanks_named("12.33\xC2\xA0") == "12.33<U+00A0>");
  CHECK(with_blanks_named("\xEF\xBB\xBF"
                          "a b") == "<U+FEFF>a b");
}
