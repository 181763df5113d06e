#include "output/value_tables.h"

#include "output/cost_table.h"
#include "support/results.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Matchers::Contains;

namespace {

Estimate between(double lower, double mean, double upper) {
  return estimate_between(lower, mean, upper, 40, Interval::parameters);
}

/// The other policy costs two trillion more and brings 100,000 exits more, each at 20 million.
CostsAndValue found() {
  auto const programme = Perspective::programme;
  auto const figure = [&](std::size_t policy, std::string_view item, Estimate value,
                          std::optional<Estimate> difference) {
    return CostFigure{.policy = policy,
                      .perspective = programme,
                      .item = item,
                      .unit = "rupiah",
                      .value = value,
                      .difference = difference};
  };
  CostsAndValue all;
  all.costs = {figure(0, "total", between(9e12, 10e12, 11e12), {}),
               figure(0, "cost_per_sustained", {}, {}),
               figure(1, "total", between(11e12, 12e12, 13e12), between(-1e12, 2e12, 3e12)),
               figure(1, "cost_per_sustained", between(4e7, 6e7, not_defined), {})};
  all.frontier = {{.policy = 0, .cost = 10e12, .effect = 1e5},
                  {.policy = 1,
                   .cost = 12e12,
                   .effect = 2e5,
                   .standing = Standing::frontier,
                   .against = 0,
                   .more_cost = between(-1e12, 2e12, 3e12),
                   .more_effect = between(5e4, 1e5, 2e5),
                   .ratio = between(-5e6, 2e7, 5e7)}};
  all.decisions = {{.draws = 40,
                    .thresholds = {{.threshold = 1e7,
                                    .probability_best = {0.75, 0.25},
                                    .net_benefit = {0, -1e12},
                                    .everything = 3e11}},
                    .parameters = {{"world.a.b", {2e11}}, {"world.c.d", {1e10}}},
                    .by_chance = {2e10},
                    .limit = {1e11}}};
  return all;
}

template <class Write>
std::string written(Write const& write) {
  TemporaryFolder const folder;
  Sink sink(folder / "table.csv");
  write(sink);
  sink.close();
  return content_of(folder / "table.csv");
}

}  // namespace

TEST_CASE("cost tables: what is not defined is empty", "[unit][output]") {
  auto const results = two_policies(40, 1, 24);
  auto const text = written([&](Sink& sink) { write_costs(sink, results, found().costs); });
  CHECK_THAT(text, Contains("today,base,programme,total,rupiah,10000000000000,9000000000000,"
                            "11000000000000,,,,40,parameters\n"));
  CHECK_THAT(text, Contains("today,base,programme,cost_per_sustained,rupiah,,,,,,,0,\n"));
  CHECK_THAT(text, Contains("other,base,programme,cost_per_sustained,rupiah,60000000,40000000,,"));
}

TEST_CASE("cost tables: the frontier names what each policy is held against", "[unit][output]") {
  auto const results = two_policies(40, 1, 24);
  auto const text = written([&](Sink& sink) { write_value(sink, results, found().frontier); });
  CHECK_THAT(text, Contains("base,programme,today,10000000000000,100000,reference,,,,,,,,,,,\n"));
  CHECK_THAT(text, Contains("base,programme,other,12000000000000,200000,frontier,today,"
                            "2000000000000,-1000000000000,3000000000000,"
                            "100000,50000,200000,20000000,-5000000,50000000,parameters\n"));
}

TEST_CASE("cost tables: acceptability and information have a row for each value of an exit",
          "[unit][output]") {
  auto const results = two_policies(40, 1, 24);
  auto const decisions = found().decisions;
  CHECK(written([&](Sink& sink) { write_acceptability(sink, results, decisions); }) ==
        "variant,perspective,threshold,policy,probability_best,net_benefit,draws\n"
        "base,programme,10000000,today,0.75,0,40\n"
        "base,programme,10000000,other,0.25,-1000000000000,40\n");
  CHECK(written([&](Sink& sink) { write_information(sink, results, decisions); }) ==
        "variant,perspective,threshold,path,value,by_chance,limit\n"
        "base,programme,10000000,everything,300000000000,,\n"
        "base,programme,10000000,world.a.b,200000000000,20000000000,100000000000\n"
        "base,programme,10000000,world.c.d,10000000000,20000000000,100000000000\n");
}

TEST_CASE("cost tables: the console says prices, rate, and a price for each further exit",
          "[unit][output]") {
  Scenario scenario;
  auto results = two_policies(40, 1, 24);
  auto const text = cost_lines(results, scenario, found(), Color::never);
  CHECK_THAT(text, Contains("+2.00 trillion (-1.00 trillion to +3.00 trillion)"));
  CHECK_THAT(text, Contains("60.0 million (40.0 million to ?)"));
  CHECK_THAT(text, Contains("20.0 million (-5.00 million to 50.0 million) over today"));
  CHECK_THAT(text, Contains("In this model, over 24 months: rupiah of 2025"));
  CHECK_THAT(text, Contains("discounted at 5 % a year"));
  results.policies.resize(1);
  CHECK(cost_lines(results, scenario, found(), Color::never).empty());
}

TEST_CASE("cost tables: the page gets the parameters that stand out", "[unit][output]") {
  auto const json =
      text_of(costs_and_value_json(two_policies(40, 1, 24), Scenario{}, found()), Layout::line);
  CHECK_THAT(json, Contains(R"("parameters":[{"path":"world.a.b","value":[200000000000]}])"));
  CHECK_THAT(json, Contains(R"("against":"today")"));
}
