#include "output/shown_result.h"

#include "base/errors.h"
#include "output/manifest.h"
#include "output/run_tables.h"
#include "store/folder.h"
#include "support/results.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// A run of 17 months from October 2026 in two policies and two areas, written and read back.
StoredResult stored(TemporaryFolder const& place, std::vector<std::string> variants = {"base"}) {
  auto results = two_policies(1, 2, 17);
  results.start = calendar_month(2026, 10);
  results.subgroups = {"all", "area:Aceh", "area:Bali"};
  results.variants.clear();
  for (auto const& name : variants) results.variants.push_back({name, {}});
  results.facts.version = "0.1.0";
  results.facts.population_hash = "aa";
  make_slots(results);
  for (std::size_t policy = 0; policy < 2; ++policy) {
    for (std::size_t variant = 0; variant < variants.size(); ++variant) {
      for (std::size_t replicate = 0; replicate < 2; ++replicate)
        record_exits(results, {.policy = policy, .variant = variant, .replicate = replicate},
                     static_cast<std::int64_t>(500 + 10 * policy + 2 * replicate));
    }
  }
  auto const measures = chosen_measures(
      std::vector<std::string>{"active", "cumulative_self_reliant", "premature_share"});
  ResultFolder folder(place / "a", Existing::replace);
  folder.write("curves.csv", [&](Sink& sink) { write_curves(sink, results, measures); });
  folder.publish(text_of(manifest(results, Scenario{}, folder.result_hash()), Layout::indented));
  return read_result(place / "a");
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    auto const end = text.find('\n', from);
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

std::vector<std::string> csv(StoredResult const& result, Shown const& shown) {
  return lines_of(shown_csv(shown_table(result, shown)));
}

std::string refusal(StoredResult const& result, Shown const& shown) {
  try {
    shown_table(result, shown);
  } catch (ScenarioError const& error) {
    return error.problems.front().place + ": " + error.problems.front().text;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("shown result: unasked, the main measures at the end of every year", "[unit][output]") {
  TemporaryFolder const place;
  auto const lines = csv(stored(place), {});
  // Three years, two policies; of the main measures the result has two.
  REQUIRE(lines.size() == 1 + 3 * 2 * 2);
  CHECK(lines[0] == "policy,variant,split,group,month,date,measure,mean,lower,upper,unit,label");
  CHECK(lines[1] ==
        "today,base,all,all,3,2026-12-01,cumulative_self_reliant,0,0,0,families,Self-reliant "
        "graduations so far");
  CHECK(lines[5].starts_with("today,base,all,all,17,2028-02-01,cumulative_self_reliant,5010,"));
  CHECK(lines[7].starts_with("other,base,all,all,3,2026-12-01,cumulative_self_reliant,0,"));
}

TEST_CASE("shown result: measures, policies and months are those asked for, in that order",
          "[unit][output]") {
  TemporaryFolder const place;
  auto const result = stored(place);
  auto const lines =
      csv(result,
          {.measures = {"cumulative_self_reliant", "active"}, .policies = {"other"}, .month = 0});
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].starts_with("other,base,all,all,0,2026-09-01,cumulative_self_reliant,0,"));
  CHECK(lines[2].starts_with("other,base,all,all,0,2026-09-01,active,10000,"));
  CHECK(csv(result, {.measures = {"active"}, .last = true}).size() == 3);
}

TEST_CASE("shown result: wide, every policy has a column", "[unit][output]") {
  TemporaryFolder const place;
  auto const lines =
      csv(stored(place), {.measures = {"cumulative_self_reliant"}, .last = true, .wide = true});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "split,group,month,date,measure,today,other,unit,label");
  CHECK(lines[1] ==
        "all,all,17,2028-02-01,cumulative_self_reliant,5010,5110,families,Self-reliant "
        "graduations so far");
}

TEST_CASE("shown result: of a sweep each value has a column of its own", "[unit][output]") {
  TemporaryFolder const place;
  auto const lines = csv(stored(place, {"rate=1", "rate=2"}),
                         {.measures = {"active"}, .last = true, .wide = true});
  CHECK(lines[0] ==
        "split,group,month,date,measure,\"today, rate=1\",\"today, rate=2\",\"other, "
        "rate=1\",\"other, rate=2\",unit,label");
}

TEST_CASE("shown result: a split has a row for each of its groups", "[unit][output]") {
  TemporaryFolder const place;
  auto const result = stored(place);
  auto const lines =
      csv(result, {.measures = {"active"}, .last = true, .split = "area", .wide = true});
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].starts_with("area,Aceh,17,2028-02-01,active,10000,10000,"));
  CHECK(lines[2].starts_with("area,Bali,17,"));
  // Groups are recorded in the months 0, 12 and 17: the years 2027 and 2028.
  CHECK(csv(result, {.measures = {"active"}, .split = "area"}).size() == 1 + 2 * 2 * 2);
}

TEST_CASE("shown result: for people without what is always the same, figures in groups of three",
          "[unit][output]") {
  TemporaryFolder const place;
  auto const result = stored(place);
  auto const text = shown_text(
      shown_table(
          result,
          {.measures = {"cumulative_self_reliant", "premature_share"}, .last = true, .wide = true}),
      Color::never);
  auto const lines = lines_of(text);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "month  date     measure                  today  other  unit      label");
  CHECK(lines[1].starts_with(
      "   17  2028-02  cumulative_self_reliant  5,010  5,110  families  Self-reliant"));
  CHECK(lines[2].find("  0.0 %  ") != std::string::npos);
}

TEST_CASE("shown result: as JSON every row is an object", "[unit][output]") {
  TemporaryFolder const place;
  auto const json = nlohmann::json::parse(
      shown_json(shown_table(stored(place), {.measures = {"active"}, .last = true})));
  REQUIRE(json.size() == 2);
  CHECK(json[1]["policy"] == "other");
  CHECK(json[1]["month"] == 17);
  CHECK(json[1]["date"] == "2028-02-01");
  CHECK(json[1]["mean"] == 10000);
}

TEST_CASE("shown result: what the result does not have is refused with what it has",
          "[unit][output]") {
  TemporaryFolder const place;
  auto const result = stored(place);
  CHECK(refusal(result, {.measures = {"activ"}}) ==
        "--measure: activ is not a measure of this result; did you mean active?");
  CHECK(refusal(result, {.policies = {"something else"}}) ==
        "--policy: something else is not a policy of this result; it has today and other");
  CHECK(refusal(result, {.month = 18}) ==
        "--month: 18 is not a month of this table; it has 18 months from 0 to 17");
  CHECK(refusal(result, {.month = 5, .split = "area"}) ==
        "--month: 5 is not a month of this table; it has 3 months from 0 to 17, as "
        "output.strata_every says");
  CHECK(refusal(result, {.split = "sex_of_head"}) ==
        "--split: sex_of_head is not a split of this result; it has area");
}

TEST_CASE("shown result: without groups the way to get some is said", "[unit][output]") {
  TemporaryFolder const place;
  auto results = results_of_exits({10, 12}, {20, 22});
  results.facts.version = "0.1.0";
  results.facts.population_hash = "aa";
  ResultFolder folder(place / "a", Existing::replace);
  auto const measures = chosen_measures(std::vector<std::string>{"active"});
  folder.write("curves.csv", [&](Sink& sink) { write_curves(sink, results, measures); });
  folder.publish(text_of(manifest(results, Scenario{}, folder.result_hash()), Layout::indented));
  CHECK(refusal(read_result(place / "a"), {.split = "area"}) ==
        "--split: this result has figures of the whole programme only; run its scenario again "
        "with --set 'output.strata=[area]'");
}
