#include "output/run_tables.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

std::vector<std::size_t> const exits = {*find_measure("cumulative_self_reliant")};

/// What a writer puts into a file.
template <class Write>
std::string written(Write write) {
  TemporaryFolder const folder;
  Sink sink(folder / "table.csv");
  write(sink);
  sink.close();
  return content_of(folder / "table.csv");
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("csv: only fields that need quotation marks have them", "[unit][output]") {
  CHECK(csv_field("plain text") == "plain text");
  CHECK(csv_field("") == "");
  CHECK(csv_field("1,5") == "\"1,5\"");
  CHECK(csv_field("the \"best\"") == "\"the \"\"best\"\"\"");
  CHECK(csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(csv_field("Nusa Tenggara é") == "Nusa Tenggara é");
}

TEST_CASE("csv: numbers have seven digits and nothing for what is not defined", "[unit][output]") {
  auto const text = written([](Sink& sink) {
    for (double const value :
         {0.0, -0.0, 3.0, 1.0 / 3, 1234567.8, 12345678.0, -9999999.0, 1e-9, not_defined}) {
      sink.number(value);
      sink.put(' ');
    }
  });
  CHECK(text == "0 0 3 0.3333333 1234568 12345680 -9999999 1e-09  ");
}

TEST_CASE("csv: curves hold every month with mean and interval", "[unit][output]") {
  // 10 and 12 exits of factor 10: mean 110, standard error 10, 12.70620 at one degree.
  auto const results = results_of_exits({10, 12}, {20, 22});
  auto const lines = lines_of(written([&](Sink& s) { write_curves(s, results, exits); }));
  REQUIRE(lines.size() == 1 + 2 * 3);
  CHECK(lines[0] ==
        "policy,variant,stratum,month,measure,mean,lower,upper,replicates,interval,sd_chance,sd_"
        "parameters,date,unit,label,split,group");
  // The run starts in January 2026: month 0 is the state at the end of the month before.
  CHECK(lines[1] ==
        "today,base,all,0,cumulative_self_reliant,0,0,0,2,chance,0,,2025-12-01,families,"
        "Self-reliant graduations so far,all,all");
  CHECK(lines[3] ==
        "today,base,all,2,cumulative_self_reliant,110,-17.06205,237.062,2,chance,10,,2026-02-01,"
        "families,Self-reliant graduations so far,all,all");
  CHECK(lines[6].starts_with("other,base,all,2,cumulative_self_reliant,210,"));
}

TEST_CASE("csv: one replicate leaves interval columns empty", "[unit][output]") {
  auto const results = results_of_exits({10}, {20});
  auto const lines = lines_of(written([&](Sink& s) { write_curves(s, results, exits); }));
  CHECK(lines[3].starts_with("today,base,all,2,cumulative_self_reliant,100,,,1,,,,2026-02-01,"));
}

TEST_CASE("csv: the summary holds the last month of each calendar year", "[unit][output]") {
  auto results = results_of_exits({10}, {20}, 17);
  results.start =
      calendar_month(2026, 10);  // months 3 and 15 are Decembers; February 2028 ends the run
  auto const lines = lines_of(written([&](Sink& s) { write_summary(s, results, exits); }));
  REQUIRE(lines.size() == 1 + 2 * 3);
  CHECK(lines[1].starts_with("today,base,all,2026,3,"));
  CHECK(lines[2].starts_with("today,base,all,2027,15,"));
  CHECK(lines[3].starts_with("today,base,all,2028,17,"));
}

TEST_CASE("csv: the comparison is paired with the baseline", "[unit][output]") {
  auto const results = results_of_exits({10, 12}, {20, 22});
  auto const lines = lines_of(written([&](Sink& s) { write_comparison(s, results, exits); }));
  REQUIRE(lines.size() == 1 + 3);
  CHECK(lines[0] ==
        "policy,variant,baseline,stratum,month,measure,difference,lower,upper,standard_error,"
        "probability_better,replicates,interval,sd_chance,sd_parameters,variance_ratio,"
        "date,unit,label,split,group");
  CHECK(lines[1].starts_with(
      "other,base,today,all,0,cumulative_self_reliant,0,0,0,0,0.5,2,chance,0,,,2025-12-01,"));
  CHECK(lines[3] ==
        "other,base,today,all,2,cumulative_self_reliant,100,100,100,0,1,2,chance,0,,,2026-02-01,"
        "families,Self-reliant graduations so far,all,all");
}

TEST_CASE("csv: one policy leaves only the header of the comparison", "[unit][output]") {
  auto results = two_policies(1, 1, 1);
  results.policies = {"today"};
  make_slots(results);
  record_exits(results, {}, 3);
  CHECK(lines_of(written([&](Sink& s) { write_comparison(s, results, exits); })).size() == 1);
}

TEST_CASE("csv: replicates hold every figure of finished simulations", "[unit][output]") {
  auto results = two_policies(1, 2, 1);
  record_exits(results, {.policy = 0, .replicate = 1}, 7);
  auto const lines = lines_of(written([&](Sink& s) { write_replicates(s, results, exits); }));
  REQUIRE(lines.size() == 1 + 2);
  CHECK(lines[0] == "policy,variant,stratum,draw,replicate,month,measure,value");
  CHECK(lines[2] == "today,base,all,0,1,1,cumulative_self_reliant,70");
}

TEST_CASE("csv: strata other than all are kept yearly and at the end", "[unit][output]") {
  auto results = two_policies(1, 1, 30);
  results.subgroups = {"all", "area:Jawa Barat"};
  make_slots(results);
  record_exits(results, {.policy = 0}, 1);
  record_exits(results, {.policy = 1}, 1);
  CHECK(recorded_months(results, 0).size() == 31);
  CHECK(recorded_months(results, 1) == std::vector<int>{0, 12, 24, 30});
  auto const lines = lines_of(written([&](Sink& s) { write_curves(s, results, exits); }));
  CHECK(lines.size() == 1 + 2 * (31 + 4));
  CHECK(lines[35] ==
        "today,base,area:Jawa Barat,30,cumulative_self_reliant,10,,,1,,,,"
        "2028-06-01,families,Self-reliant graduations so far,area,Jawa Barat");
}

TEST_CASE("csv: variants say what they set", "[unit][output]") {
  auto results = two_policies(1, 1, 1);
  results.variants = {{"rate=0.1;per_month=2",
                       {{"world.skills.learning_rate", 0.1}, {"policy.sessions.per_month", 2}}}};
  CHECK(written([&](Sink& s) { write_variants(s, results); }) ==
        "variant,path,value\nrate=0.1;per_month=2,world.skills.learning_rate,0.1\n"
        "rate=0.1;per_month=2,policy.sessions.per_month,2\n");
  results.variants = {{"a", {{"policy.visits.targeting", 3}, {"world.skills.on", 1}}}};
  CHECK(written([&](Sink& s) { write_variants(s, results); }) ==
        "variant,path,value\na,policy.visits.targeting,nearest\na,world.skills.on,true\n");
}

TEST_CASE("csv: the codebook describes the measures that are written", "[unit][output]") {
  auto const lines = lines_of(written([](Sink& s) { write_codebook(s, exits); }));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "measure,label_en,label_id,unit,definition,definition_id,better");
  CHECK(lines[1].starts_with("cumulative_self_reliant,Self-reliant graduations so far,"));
  CHECK(lines[1].find(",graduasi sejahtera mandiri sejak awal; keluarga yang kembali ") !=
        std::string::npos);
  CHECK(lines[1].ends_with(",higher"));
}
