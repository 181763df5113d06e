// Schools say who no longer comes: families whose last eligible member was a pupil leave sooner.
#include "experiment/experiment.h"
#include "outcome/measures.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <string>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// Natural exits of the first year.
double natural_exits(std::string const& commitment) {
  auto const results =
      run_experiment(scenario_of("run: {start: 2026-01, months: 12, replicates: 1, seed: 4}\n"
                                 "population: {households: 12000, programme_households: 600000}\n"
                                 "world: {natural_exit: {commitment: " +
                                 commitment +
                                 "}}\n"
                                 "policies: [{name: today, registry: {cycle_months: 36}}]\n"),
                     parse_areas("province,poverty_rate_pct,poverty_gap_pct,population_thousand,"
                                 "poverty_line_rp_month\nBanten,8,1.2,13000,600000\n",
                                 "a.csv"),
                     {.jobs = 1});
  auto const& values = results.series[results.slot({}, 0)].values;
  auto const exits = static_cast<Eigen::Index>(*find_measure("cumulative_natural_exit"));
  return values(12, exits);
}

}  // namespace

TEST_CASE("schools: families whose last pupil has left are noticed as soon as schools say so",
          "[unit]") {
  double const by_cycle = natural_exits("0"), by_some = natural_exits("0.3"),
               by_most = natural_exits("0.9");
  CHECK(by_cycle > 0);
  CHECK(by_some > 1.1 * by_cycle);
  CHECK(by_most > by_some);
}
