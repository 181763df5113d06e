// Tables tell of posts when they are filled, not when a policy asks for them.
#include "experiment/experiment.h"
#include "outcome/measures.h"
#include "outcome/overview.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <string>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

RunResults run_with(std::string const& recruitment) {
  return run_experiment(
      scenario_of("run: {start: 2026-01, months: 18, replicates: 1, seed: 2}\n"
                  "population: {households: 3000, programme_households: 300000}\n"
                  "baseline: {caseload: {staffing: keep_staff}" +
                  recruitment +
                  "}\npolicies:\n  - {name: today}\n"
                  "  - {name: more, caseload: {households_per_facilitator: 100}}\n"
                  "  - {name: fewer, caseload: {households_per_facilitator: 600}}\n"
                  "  - {name: later, from: 2026-03, caseload: {households_per_facilitator: 100}}\n"
                  "  - {name: other, sessions: {hours: 3}}\n"),
      parse_areas("province,poverty_rate_pct,poverty_gap_pct,population_thousand,"
                  "poverty_line_rp_month\nBanten,8,1.2,13000,600000\n",
                  "a.csv"),
      {.jobs = 1});
}

}  // namespace

TEST_CASE("recruitment: a policy is in force when its posts are filled", "[unit]") {
  CHECK(run_with("").in_force == std::vector<int>{0, 0, 0, 3, 0});
  auto const slow = run_with(", staff: {recruitment_months: 12}");
  CHECK(slow.in_force == std::vector<int>{0, 13, 0, 15, 0});
  // Never beyond the run: then the table tells of its last month.
  CHECK(run_with(", staff: {recruitment_months: 24}").in_force ==
        std::vector<int>{0, 18, 0, 18, 0});
  auto const rows = overview(slow);
  REQUIRE(rows.size() == 5);
  // Families have left meanwhile, and nobody takes their places.
  CHECK(rows[1].facilitators == Approx(2.75 * rows[0].facilitators).epsilon(0.02));
  CHECK(rows[3].facilitators == Approx(2.75 * rows[0].facilitators).epsilon(0.02));
  CHECK(rows[2].facilitators == Approx(0.5 * rows[0].facilitators).epsilon(0.01));
}
