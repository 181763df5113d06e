#include "output/attribution_table.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <vector>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Estimate about(double mean, double half) {
  Estimate e;
  e.mean = mean;
  e.lower = mean - half;
  e.upper = mean + half;
  e.standard_error = half / 2;
  e.sd_chance = half / 2;
  e.replicates = 8;
  e.interval = Interval::chance;
  return e;
}

Attribution attribution() {
  Attribution a;
  a.scenario = "ratios";
  a.question = "Which?";
  a.measure = "cumulative_self_reliant";
  a.month = 120;
  a.coalitions = 4;
  a.households = 5000;
  a.replicates = 8;
  a.draws = 1;
  a.ungrouped = {"world.leaving.on"};
  Decomposition today;
  today.policy = "today";
  today.all_off = about(1000, 10);
  today.all_on = about(4500, 10);
  today.groups = {
      {"a small, one", {"world.peers.on"}, about(500, 4), about(400, 4), about(600, 4), true},
      {"large",
       {"world.shocks.on", "world.disasters.on"},
       about(3000, 8),
       about(2900, 8),
       about(3100, 8),
       false}};
  auto more = today;
  more.policy = "1 to 100";
  more.baseline = "today";
  a.answers = {today, more};
  return a;
}

}  // namespace

TEST_CASE("attribution table: a row for each group, the heaviest first, between nothing and all",
          "[unit][output]") {
  TemporaryFolder const folder;
  Sink sink(folder / "attribution.csv");
  write_attribution(sink, attribution());
  sink.close();
  std::istringstream text(content_of(folder / "attribution.csv"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  REQUIRE(lines.size() == 9);
  CHECK(lines[0] ==
        "policy,baseline,measure,month,row,group,switches,value,lower,upper,standard_error,alone,"
        "alone_lower,alone_upper,last,last_lower,last_upper,same_first_day,replicates,interval,"
        "sd_chance,sd_parameters");
  CHECK(lines[1] ==
        "today,,cumulative_self_reliant,120,nothing,,,1000,990,1010,5,,,,,,,,8,chance,5,");
  CHECK(lines[2] ==
        "today,,cumulative_self_reliant,120,group,large,world.shocks.on;world.disasters.on,3000,"
        "2992,3008,4,2900,2892,2908,3100,3092,3108,false,8,chance,4,");
  CHECK(lines[3].find(",group,\"a small, one\",world.peers.on,500,") != std::string::npos);
  CHECK(lines[4].find(",everything,,,4500,") != std::string::npos);
  CHECK(lines[5].starts_with("1 to 100,today,"));
}

TEST_CASE("attribution table: it says 'in this model', what was kept and where luck counts more",
          "[unit][output]") {
  auto const text = attribution_text(attribution(), Color::never);
  CHECK(text.find("today: in this model 4,500 (4,490 to 4,510) with everything on, 1,000") !=
        std::string::npos);
  CHECK(text.find("1 to 100 less today: in this model +4,500") != std::string::npos);
  CHECK(text.find("contributes, 95 % Monte Carlo") != std::string::npos);
  CHECK(text.find("large *") < text.find("a small, one"));
  CHECK(text.find("left as the scenario has them: world.leaving.on.") != std::string::npos);
  CHECK(text.find("parameters held fixed") != std::string::npos);
  auto drawn = attribution();
  drawn.draws = 40;
  auto const of_draws = attribution_text(drawn, Color::never);
  CHECK(of_draws.find("contributes, 95 % parameters and Monte Carlo") != std::string::npos);
  CHECK(of_draws.find("parameters held fixed") == std::string::npos);
}

TEST_CASE("attribution table: the document holds answers, groups and what is not defined as null",
          "[unit][output]") {
  auto a = attribution();
  a.answers[0].groups[0].first_in = Estimate{};
  auto const text = text_of(attribution_json(a), Layout::line);
  CHECK(text.find("\"kind\":\"attribution\"") != std::string::npos);
  CHECK(text.find("\"alone\":{\"mean\":null,\"lower\":null,\"upper\":null}") != std::string::npos);
  CHECK(text.find("\"policy\":\"today\",\"baseline\":null,\"nothing_on\":{\"mean\":1000") !=
        std::string::npos);
  CHECK(text.find("\"kept\":[\"world.leaving.on\"]") != std::string::npos);
}
