#include "output/console.h"
#include "output/remarks.h"

#include "outcome/wording.h"
#include "support/results.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Matchers::Contains;

TEST_CASE("wording: counts are grouped", "[unit][output]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1234567.4) == "1,234,567");
  CHECK(grouped(-1234) == "-1,234");
  CHECK(grouped(-0.2) == "0");
  CHECK(grouped(not_defined) == "-");
  CHECK(signed_grouped(1500) == "+1,500");
  CHECK(signed_grouped(-1500) == "-1,500");
  CHECK(signed_grouped(0.3) == "0");
}

TEST_CASE("wording: money is said in three digits", "[unit][output]") {
  CHECK(in_words(1.2e12) == "1.20 trillion");
  CHECK(in_words(33.34e9) == "33.3 billion");
  CHECK(in_words(333.4e9) == "333 billion");
  CHECK(in_words(999.96e9) == "1.00 trillion");
  CHECK(in_words(9.996e6) == "10.0 million");
  CHECK(in_words(12345) == "12,345");
  CHECK(in_words(not_defined) == "-");
}

TEST_CASE("wording: sizes have no needless digits", "[unit][output]") {
  CHECK(size_in_words(10000000) == "10 million");
  CHECK(size_in_words(2500000) == "2.5 million");
  CHECK(size_in_words(200000) == "200,000");
  CHECK(percent(0.0814) == "8.1 %");
}

TEST_CASE("console: the table compares policies and says what the interval is", "[unit][output]") {
  auto const table = comparison_table(results_of_exits({10, 12}, {30, 33}), Color::never);
  CHECK(table ==
        "policy  facilitators  wages a year (rupiah)  self-reliant exits  become able  natural "
        "exits  "
        "premature  difference to today, 95 % Monte Carlo  verdict\n"
        "today             40           1.44 billion                 110            0              "
        "0  "
        "    0.0 %                                         baseline\n"
        "other             40           1.44 billion                 315            0              "
        "0  "
        "    0.0 %  +205 (+141 to +269)                    distinguishable\n"
        "\n"
        "Exits from 2026-01 to 2026-02; facilitators (posts, vacant ones too) and wages (of those "
        "filled) when a\npolicy first holds in full.\n"
        "Counts are scaled to 10 million families (sample of 200,000).\n"
        "95 % intervals over replicates (chance); parameters held fixed: the true uncertainty is "
        "larger.\n"
        // Variances 2 and 4.5 apart, 0.5 of the pairs.
        "Differences are paired: between independent runs their Monte Carlo variance would be "
        "13.0 times as large.\n");
}

TEST_CASE("console: facilitators are those of the month when a policy holds in full",
          "[unit][output]") {
  auto results = two_policies(1, 1, 3);
  results.in_force = {0, 3};
  record_exits(results, {.policy = 0}, 1);
  MonthlyTallies tallies(4);
  for (auto& tally : tallies) tally[Count::posts] = 65536;
  tallies[3][Count::posts] = 2 * 65536;
  store(results, {.policy = 1}, 0, tallies, {.factor = 10});
  finish(results, {.policy = 1});
  CHECK_THAT(comparison_table(results, Color::never), Contains("\nother             20 "));
}

TEST_CASE("console: a partial run says how far it came", "[unit][output]") {
  auto results = two_policies(1, 3, 1);
  record_exits(results, {.policy = 0, .replicate = 0}, 1);
  record_exits(results, {.policy = 1, .replicate = 0}, 1);
  record_exits(results, {.policy = 0, .replicate = 1}, 1);
  auto const table = comparison_table(results, Color::never);
  CHECK_THAT(table, Contains("Interrupted: 3 of 6 simulations are finished.\n"));
  CHECK_THAT(table, Contains("rest on 1 of 3 pairs of draw and replicate"));
}

TEST_CASE("console: nothing finished leaves a table without figures", "[unit][output]") {
  auto const table = comparison_table(two_policies(1, 3, 1), Color::never);
  CHECK_THAT(table, Contains("today              -"));
}

TEST_CASE("console: a run that was cut before there is anything to compare says just that",
          "[unit][output]") {
  auto results = two_policies(1, 3, 1);
  record_exits(results, {.policy = 0, .replicate = 0}, 1);
  record_exits(results, {.policy = 1, .replicate = 1}, 1);
  CHECK(nothing_to_compare(results) ==
        "Interrupted: 2 of 6 simulations are finished, and no pair of draw and replicate has every "
        "policy. There is nothing to compare yet; --resume goes on.\n");
  record_exits(results, {.policy = 1, .replicate = 0}, 1);
  CHECK(nothing_to_compare(results).empty());
}

TEST_CASE("console: a sweep names its variants", "[unit][output]") {
  auto results = two_policies(1, 1, 1);
  results.variants = {{"rate=0.1", {}}, {"rate=0.2", {}}};
  make_slots(results);
  for (std::size_t policy : {0u, 1u}) {
    for (std::size_t variant : {0u, 1u})
      record_exits(results, {.policy = policy, .variant = variant}, 1);
  }
  auto const table = comparison_table(results, Color::never);
  CHECK(table.starts_with("variant "));
  CHECK_THAT(table, Contains("\nrate=0.2  other"));
}

TEST_CASE("console: colour comes only when asked for", "[unit][output]") {
  auto const results = results_of_exits({1}, {2});
  CHECK(comparison_table(results, Color::never).find('\x1b') == std::string::npos);
  CHECK(comparison_table(results, Color::always).find('\x1b') != std::string::npos);
}

TEST_CASE("console: warnings are one a line", "[unit][output]") {
  CHECK(warning_list({}) == "");
  CHECK(warning_list({{"a.csv:3", "cell is empty", "the default is used"}}) ==
        "warning: a.csv:3: cell is empty; the default is used\n");
}

TEST_CASE("console: --json is one document with the same figures", "[unit][output]") {
  Scenario scenario;
  scenario.name = "ratios";
  auto const text =
      comparison_json(results_of_exits({10, 12}, {30, 33}), scenario, "graduasi 0.1.0");
  CHECK_THAT(text, Contains(R"("scenario": "ratios")"));
  CHECK_THAT(text, Contains(R"("difference": 205)"));
  CHECK(text.ends_with("}\n"));
}

TEST_CASE("wording: Indonesian has points between thousands and a decimal comma",
          "[unit][output]") {
  auto const id = Language::indonesian;
  CHECK(grouped(1234567.4, id) == "1.234.567");
  CHECK(signed_grouped(1500, id) == "+1.500");
  CHECK(in_words(1.2e12, id) == "1,20 triliun");
  CHECK(in_words(33.34e9, id) == "33,3 miliar");
  CHECK(size_in_words(2500000, id) == "2,5 juta");
  CHECK(percent(0.0814, id) == "8,1 %");
  CHECK(compact(12.345, id) == "12,35");
}

TEST_CASE("console: the table is told in Indonesian", "[unit][output]") {
  auto const results = results_of_exits({10, 12}, {30, 33});
  auto const english = comparison_table(results, Color::never);
  auto const table = comparison_table(results, {Color::never, Language::indonesian});
  CHECK_THAT(table, Contains("kebijakan  pendamping  honor setahun (rupiah)"));
  CHECK_THAT(table, Contains("selisih terhadap today, 95 % Monte Carlo  simpulan\n"));
  CHECK_THAT(table, Contains("pembanding\n"));
  CHECK_THAT(table, Contains("\nGraduasi dari 2026-01 sampai "));
  // No sentence of the English one is left.
  std::size_t compared = 0;
  for (std::size_t at = 0; at < english.size();) {
    auto const end = english.find('\n', at);
    auto const line = english.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    INFO(line);
    CHECK(table.find(line) == std::string::npos);
    ++compared;
  }
  CHECK(compared > 5);
}
