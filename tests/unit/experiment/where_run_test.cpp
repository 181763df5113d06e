// Policies that hold in some areas only, through whole runs.
#include "experiment/experiment.h"
#include "experiment/prepared.h"
#include "outcome/measures.h"
#include "outcome/places.h"
#include "output/console.h"
#include "output/text_table.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <string>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

Areas three_provinces() {
  return parse_areas(
      "province,n_districts,poverty_rate_pct,poverty_gap_pct,population_thousand,"
      "poverty_line_rp_month\n"
      "Banten,2,8,1.2,13000,600000\nPapua,2,19,4.5,900,700000\nAceh,3,12,1.8,5700,650000\n",
      "a.csv");
}

Scenario scenario_with(std::string const& policies) {
  return scenario_of(
      "run: {start: 2026-01, months: 14, replicates: 2, seed: 5}\n"
      "population: {households: 6000, programme_households: 600000, least_families_per_district: "
      "1}\n"
      "output: {strata: [area], strata_every: 1}\n"
      "policies:\n  - {name: today}\n" +
      policies);
}

RunResults run_of(std::string const& policies) {
  return run_experiment(scenario_with(policies), three_provinces(), {.jobs = 2});
}

/// All figures of a policy in one area, or in the nation (subgroup 0).
Eigen::ArrayXXd figures(RunResults const& results, std::size_t policy, std::size_t subgroup) {
  return results.series[results.slot({.policy = policy}, subgroup)].values;
}

bool same(Eigen::ArrayXXd const& a, Eigen::ArrayXXd const& b) {
  return (a == b || (a.isNaN() && b.isNaN())).all();
}

double last(RunResults const& results, std::size_t policy, std::size_t subgroup,
            std::string_view measure) {
  auto const values = figures(results, policy, subgroup);
  return values(values.rows() - 1, static_cast<Eigen::Index>(*find_measure(measure)));
}

constexpr std::size_t banten = 1, papua = 2, aceh = 3;

}  // namespace

TEST_CASE("where in a run: there the policy holds, elsewhere the baseline, to the last bit",
          "[unit]") {
  std::string const few =
      "caseload: {households_per_facilitator: 100}, "
      "events: [{month: 2026-03, cash: {line_months: 2, share: 0.5}}]";
  auto const results = run_of("  - {name: all, " + few + "}\n  - {name: some, " + few +
                              ", where: {island: Papua, area: Aceh}}\n");
  for (auto const area : {papua, aceh}) {
    CHECK(same(figures(results, 2, area), figures(results, 1, area)));
    CHECK_FALSE(same(figures(results, 2, area), figures(results, 0, area)));
  }
  CHECK(same(figures(results, 2, banten), figures(results, 0, banten)));
  CHECK_FALSE(same(figures(results, 1, banten), figures(results, 0, banten)));
}

TEST_CASE("where in a run: two changes of one month make two caseloads", "[unit]") {
  auto const results = run_of(
      "  - name: two\n    changes:\n"
      "      - {from: 2026-01, where: {island: Java}, caseload: {households_per_facilitator: "
      "350}}\n"
      "      - {from: 2026-01, where: {island: Papua}, caseload: {households_per_facilitator: "
      "100}}\n");
  auto const of = [&](std::size_t area) {
    return last(results, 0, area, "facilitators") / last(results, 1, area, "facilitators");
  };
  CHECK(of(banten) == Approx(350.0 / 300).epsilon(0.05));
  CHECK(of(papua) == Approx(100.0 / 300).epsilon(0.05));
  CHECK(same(figures(results, 1, aceh), figures(results, 0, aceh)));
}

TEST_CASE("where in a run: a target of some areas is shared among their districts", "[unit]") {
  auto const scenario = scenario_with(
      "  - {name: Java, where: {island: [Java, Papua]}, target: {families: 30000}}\n"
      "  - {name: places, where: {area: Aceh}, programme: {quota: 200000}}\n");
  auto const areas = three_provinces();
  auto const e = prepared(scenario, areas, variants_of(scenario).front(), 0);
  double targets = 0, places = 0, all = 0;
  for (auto const& district : e.programme.districts) {
    auto const part = static_cast<double>(district.for_each_of_nation);
    targets += static_cast<double>(e.does_in(1, district).levers.back().target.families) * part;
    places += static_cast<double>(e.does_in(2, district).levers.back().programme.quota) * part;
    all += part;
  }
  // Simulated families stand for `factor` of the programme each.
  CHECK(targets / all == Approx(30000).epsilon(1e-5));
  CHECK(places / all == Approx(200000).epsilon(1e-5));
  CHECK(e.does[0].size() == 1);
  CHECK(e.does[1].size() == 2);
}

TEST_CASE("where in a run: tables tell where a policy holds, and what came of it there", "[unit]") {
  std::string const some =
      "  - {name: some, where: {island: Papua}, caseload: "
      "{households_per_facilitator: 100}}\n";
  auto const results = run_of(some);
  auto const rows = overview_of_places(results);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].where == "Papua");
  double const more = last(results, 1, papua, "cumulative_self_reliant") -
                      last(results, 0, papua, "cumulative_self_reliant");
  CHECK(std::isfinite(more));
  CHECK(rows[0].difference.has_value());
  auto const table = comparison_table(results, Color::never);
  CHECK(table.find("Where a policy holds; families and facilitators in 2027-02.") !=
        std::string::npos);
  auto scenario = scenario_with(some);
  scenario.output.splits.clear();
  auto const whole = run_experiment(scenario, three_provinces(), {.jobs = 2});
  CHECK(overview_of_places(whole).empty());
  CHECK(comparison_table(whole, Color::never).find("write output.strata: [area]") !=
        std::string::npos);
}
