#include "base/text.h"

#include "base/shell.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace graduasi;

TEST_CASE("text: figures leave with seven significant digits", "[unit]") {
  CHECK(seven_digits(1234567.89) == "1234568");
  CHECK(seven_digits(12345678.9) == "12345680");
  CHECK(seven_digits(1.0 / 3) == "0.3333333");
  CHECK(seven_digits(-2.5) == "-2.5");
  CHECK(seven_digits(0.1) == "0.1");
  CHECK(seven_digits(10000000) == "10000000");
  CHECK(seven_digits(-6.5965461234e12) == "-6596546000000");
  CHECK(seven_digits(0.0000123456789) == "0.00001234568");
  CHECK(seven_digits(999999940000000) == "999999900000000");
  // Beyond what a plain decimal holds, also where only rounding leads there.
  CHECK(seven_digits(999999960000000) == "1e+15");
  CHECK(seven_digits(0.00000999) == "9.99e-06");
  CHECK(seven_digits(0.0) == "0");
  CHECK(seven_digits(-0.0) == "0");
  CHECK(seven_digits(std::nan("")).empty());
  CHECK(seven_digits(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("text: the shortest form reads back as the same number", "[unit]") {
  CHECK(shortest(0.1f) == "0.1");
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(static_cast<double>(0.1f)) == "0.10000000149011612");
  CHECK(shortest(200000.0) == "200000");
  CHECK(shortest(-0.25f) == "-0.25");
  CHECK(shortest(0.0) == "0");
  CHECK(shortest(1e-7) == "1e-07");
}

TEST_CASE("text: the closest word is offered only when it is near", "[unit]") {
  std::string_view const words[] = {"learning_rate", "fading_rate", "on"};
  CHECK(closest("learnig_rate", words) == "learning_rate");
  CHECK(closest("fading", words).empty());  // five letters are missing, two in six are allowed
  CHECK(closest("fading_rat", words) == "fading_rate");
  CHECK(closest("of", words) == "on");
  CHECK(closest("households", words).empty());
  CHECK(closest("learning_rate", {}).empty());
}

TEST_CASE("text: words are joined, split and trimmed", "[unit]") {
  std::string_view const three[] = {"a", "b", "c"};
  CHECK(joined(three) == "a, b and c");
  CHECK(joined(std::span(three, 2)) == "a and b");
  CHECK(joined(std::span(three, 1)) == "a");
  CHECK(joined({}).empty());
  CHECK(split("a..b", '.') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", '.') == std::vector<std::string_view>{""});
  CHECK(split("a.", '.') == std::vector<std::string_view>{"a", ""});
  CHECK(trimmed(" \ta b\r\n") == "a b");
  CHECK(trimmed(" \n").empty());
}

TEST_CASE("text: what a terminal would obey is shown as a blank, what is no character as ?",
          "[unit]") {
  CHECK(shown(std::string_view("a\x1b[31mb\x07")) == "a [31mb ");
  CHECK(shown(std::string_view("a\xC2\x9Bm")) == "a m");  // a C1 control character
  CHECK(shown(std::string_view("a\xE2\x80\xAE"
                               "b")) == "a b");  // turns the direction
  CHECK(shown(std::string_view("a\xE2\x81\xA6"
                               "b")) == "a b");
  CHECK(shown(std::string_view("caf\xE9")) == "caf?");  // Latin-1
  CHECK(shown(std::string_view("\xFF\xFEx")) == "??x");
  CHECK(shown(std::string_view("Nusa Tenggara \xC3\xA9 \xE2\x80\x93")) ==
        "Nusa Tenggara \xC3\xA9 \xE2\x80\x93");
}

TEST_CASE("text: a word is quoted where a shell would take it apart", "[unit]") {
  CHECK(for_shell("scenarios/today.yaml") == "scenarios/today.yaml");
  CHECK(for_shell("--set=run.seed=1") == "--set=run.seed=1");
  CHECK(for_shell("dir a/hasil 1") == "'dir a/hasil 1'");
  CHECK(for_shell("it's") == "'it'\\''s'");
  CHECK(for_shell("") == "''");
  CHECK(for_shell("a;b") == "'a;b'");
  CHECK(for_shell("$HOME") == "'$HOME'");
}
