#include "output/optimum_table.h"

#include "output/allotment_table.h"
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
  e.replicates = 8;
  e.interval = Interval::chance;
  return e;
}

Evaluation point(double lever, double gain, double cost) {
  Evaluation p;
  p.levers = {lever};
  p.gain = about(gain, 5);
  p.cost = about(cost, 0);
  p.more_gain = about(gain - 900, 5);
  p.more_cost = about(cost - 2000, 0);
  p.from_best = about(gain - 1000, 5);
  p.allowed = cost <= 2000;
  return p;
}

Optimum optimum() {
  Optimum o;
  o.scenario = "today";
  o.question = "How many?";
  o.policy = "today";
  o.gain = "sustained_self_reliant";
  o.cost = "cumulative_wage_bill_rupiah";
  o.limit = 2000;
  o.month = 120;
  o.households = 5000;
  o.replicates = 8;
  o.draws = 1;
  o.seed = 1;
  o.independent_seed = 2;
  o.levers = {{"policy.caseload.households_per_facilitator", "families", 50, 500, 280, 320, false}};
  o.baseline_gain = about(900, 5);
  o.baseline_cost = about(2000, 0);
  o.best = point(300, 1000, 2000);
  o.independent = point(300, 950, 2000);
  o.frontier = {{.multiple = 0.5, .limit = 1000, .best = {}},
                {.multiple = 2, .limit = 4000, .best = point(150, 1500, 4000)}};
  o.tried = {point(150, 1500, 4000), point(300, 1000, 2000)};
  return o;
}

std::vector<std::string> lines_of(TemporaryFolder const& folder, std::string const& name) {
  std::istringstream text(content_of(folder / name));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::ptrdiff_t commas(std::string const& line) { return std::count(line.begin(), line.end(), ','); }

}  // namespace

TEST_CASE("optimum table: every file has its columns in every row", "[unit][output]") {
  TemporaryFolder const folder;
  auto const write = [&](char const* name, void (*content)(Sink&, Optimum const&)) {
    Sink sink(folder / name);
    content(sink, optimum());
    sink.close();
    auto const lines = lines_of(folder, name);
    for (auto const& line : lines) CHECK(commas(line) == commas(lines.front()));
    return lines;
  };
  auto const best = write("optimum.csv", write_optimum);
  REQUIRE(best.size() == 4);
  CHECK(
      best[1].starts_with("baseline,sustained_self_reliant,cumulative_wage_bill_rupiah,120,1,,"
                          "900,895,905,,,,2000,"));
  CHECK(
      best[2].starts_with("optimum,sustained_self_reliant,cumulative_wage_bill_rupiah,120,1,300,"
                          "1000,995,1005,100,95,105,2000,"));
  CHECK(best[3].starts_with("other luck,sustained_self_reliant,"));
  auto const frontier = write("frontier.csv", write_frontier);
  REQUIRE(frontier.size() == 3);
  CHECK(frontier[1].starts_with("0.5,1000,,,"));
  CHECK(frontier[2].starts_with("2,4000,150,1500,"));
  auto const tried = write("evaluations.csv", write_evaluations);
  REQUIRE(tried.size() == 3);
  CHECK(tried[1].starts_with("false,150,1500,"));
  CHECK(tried[1].ends_with(",500,495,505,true,8,chance"));
  CHECK(tried[2].ends_with(",0,-5,5,false,8,chance"));
}

TEST_CASE("optimum table: it says what holds the optimum back and how flat it is",
          "[unit][output]") {
  auto const text = optimum_text(optimum(), Color::never);
  CHECK(text.find("in this model") != std::string::npos);
  CHECK(text.find("The budget holds it back") != std::string::npos);
  CHECK(text.find("from 280 to 320 sustained_self_reliant changes by less than 1 percent") !=
        std::string::npos);
  CHECK(text.find("not within the ranges") != std::string::npos);
  auto none = optimum();
  none.best.reset();
  none.independent.reset();
  none.tried.clear();
  none.frontier.clear();
  CHECK(optimum_text(none, Color::never).find("None of the values tried keeps") !=
        std::string::npos);
  auto same = optimum();
  same.best->more_gain = about(2, 5);
  same.levers[0].at_end = true;
  auto const told = optimum_text(same, Color::never);
  CHECK(told.find("is not distinguishable from the baseline") != std::string::npos);
  CHECK(told.find("lies at the end of its range, 50 to 500") != std::string::npos);
  CHECK(text_of(optimum_json(none), Layout::line).find("\"optimum\":null") != std::string::npos);
}

TEST_CASE("optimum table: a difference is distinguishable when its interval leaves zero out",
          "[unit][output]") {
  CHECK(is_distinguishable(about(6, 5)));
  CHECK(is_distinguishable(about(-6, 5)));
  CHECK_FALSE(is_distinguishable(about(4, 5)));
  Estimate alone;
  CHECK_FALSE(is_distinguishable(alone));
  alone.mean = 3;
  CHECK(is_distinguishable(alone));
}

TEST_CASE("allotment table: areas in the order of the file, and what other luck says",
          "[unit][output]") {
  AreaAllotment a;
  a.gain = "sustained_self_reliant";
  a.cost = "cumulative_wage_bill_rupiah";
  a.month = 120;
  a.areas = {{"east, far", 3000, 10, 15, 100, 120}, {"west", 6000, 20, 15, 200, 190}};
  a.same_luck = {1, about(300, 9), about(10, 5), about(0, 1)};
  a.other_luck = {2, about(300, 9), about(3, 5), about(0, 1)};
  TemporaryFolder const folder;
  Sink sink(folder / "allotment.csv");
  write_allotment(sink, a);
  sink.close();
  auto const lines = lines_of(folder, "allotment.csv");
  REQUIRE(lines.size() == 3);
  CHECK(lines[1] == "\"east, far\",3000,10,15,300,200,100,120");
  auto const text = allotment_text(a, Color::never);
  CHECK(text.find("chosen with: +10 (+5 to +15) on 300, +3.3 %\n") != std::string::npos);
  CHECK(text.find(
            "an independent seed, the figure to quote: +3 (-2 to +8) on 300, +1.0 %, which is not "
            "distinguishable from zero") != std::string::npos);
}
