#include "analysis/until.h"

#include "base/errors.h"
#include "outcome/measures.h"
#include "support/areas.h"
#include "support/policies.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

Scenario small_scenario() {
  Scenario scenario;
  scenario.run.counts = {.months = 12, .parameter_draws = 1, .replicates = 4, .seed = 1};
  scenario.population.size.households = 1000;
  scenario.policies = {testing::policy_with_caseload("today", 300),
                       testing::policy_with_caseload("1 to 100", 100)};
  return scenario;
}

std::string refusal(std::string const& text, Scenario const& scenario = small_scenario()) {
  try {
    (void)precision_of(text, scenario);
  } catch (ScenarioError const& error) {
    return error.problems.front().place + ": " + error.problems.front().text;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("until: what is asked is read", "[unit]") {
  auto const scenario = small_scenario();
  auto const points = precision_of("self_reliant@6 +- 0.1pp", scenario);
  CHECK(measures()[points.measure].name == "self_reliant");
  CHECK((points.month == 6 && points.half_width == 0.1 && points.in_points));
  auto const families = precision_of("cumulative_self_reliant±5000", scenario);
  CHECK((families.month == 12 && families.half_width == 5000 && !families.in_points));
  CHECK(precision_of("poor_share @ 12 +- 0.2 pp", scenario).in_points);
}

TEST_CASE("until: a measure by its old name is read as what it is called now", "[unit]") {
  auto const precision = precision_of("fallen_back@6 +- 100", small_scenario());
  CHECK(measures()[precision.measure].name == "fell_back");
  REQUIRE(precision.warnings.size() == 1);
  CHECK(precision.warnings.front().place == "--until");
  CHECK(precision.warnings.front().what == "fallen_back is now called fell_back, and read so");
}

TEST_CASE("until: what cannot be brought is refused", "[unit]") {
  auto const example = std::string("as in \"self_reliant@120 +- 0.1pp\"");
  CHECK(refusal("self_reliant@6") ==
        "--until: self_reliant@6 names no half width; write MEASURE@MONTH +- NUMBER, " + example);
  for (std::string const number : {"0", "-1", "nan", "x", "inf"})
    CHECK(refusal("self_reliant +- " + number) == "--until: self_reliant +- " + number + ": " +
                                                      number +
                                                      " is not a half width; it must be a number "
                                                      "above 0, " +
                                                      example);
  CHECK(refusal("self_relient +- 1") ==
        "--until: self_relient +- 1: self_relient is not a measure; did you mean self_reliant?");
  CHECK(refusal("self_reliant@13 +- 1") ==
        "--until: self_reliant@13 +- 1: the month must be a whole number in [0, 12], the months of "
        "the run");
  CHECK(refusal("levy_rupiah +- 1pp") ==
        "--until: levy_rupiah +- 1pp: levy_rupiah is counted in rupiah per month, which has no "
        "percentage points; leave pp out");
  auto drawn = small_scenario();
  drawn.run.counts.parameter_draws = 40;
  CHECK(refusal("self_reliant +- 1", drawn) ==
        "--until: more replicates do not narrow what comes from 40 parameter draws; use --draws 1, "
        "or leave --until out");
  auto single = small_scenario();
  single.run.counts.replicates = 1;
  CHECK(refusal("self_reliant +- 1", single).find("at least 2 are needed") != std::string::npos);
}

TEST_CASE("until: the second stage is as long as the first asks", "[unit]") {
  // Mean 3, variance 2.5, t at 4 degrees of freedom 2.77645: (2.77645 / d)^2 * 2.5.
  std::vector<double> const first = {1, 2, 3, 4, 5};
  CHECK(replicates_for(first, 1) == 20);    // 19.27
  CHECK(replicates_for(first, 0.5) == 78);  // 77.09
  CHECK(replicates_for(first, 10) == 5);    // never fewer than there are
  CHECK(half_width_of(first, 20) == Approx(2.7764451052 * std::sqrt(2.5 / 20)).epsilon(1e-12));
  CHECK(half_width_of(first, 20) <= 1);
  CHECK(half_width_of(first, 19) > 1);
  std::vector<double> const same = {2, 2, 2};
  CHECK(replicates_for(same, 1e-9) == 3);
}

TEST_CASE("until: a run goes on to what it needs, or to the bound, and says which", "[unit]") {
  auto const areas = testing::one_area();
  auto scenario = small_scenario();
  auto const precision = precision_of("cumulative_self_reliant +- 0.2pp", scenario);
  std::optional<PrecisionReached> reached;
  auto const results = run_until(scenario, areas, {.jobs = 2}, precision, 1000, reached);
  REQUIRE(reached);
  CHECK(reached->is_reached());
  CHECK(reached->first == 4);
  CHECK(reached->needed > 4);
  CHECK(results.replicates == reached->needed);
  CHECK(scenario.run.counts.replicates == static_cast<int>(reached->needed));
  CHECK(reached->half_width <= reached->half_width_asked);
  CHECK(reached->half_width_asked ==
        Approx(0.002 * static_cast<double>(results.facts.programme_households)));
  CHECK(line_of(*reached).find("reached with") != std::string::npos);

  auto bounded = small_scenario();
  auto const cut = run_until(bounded, areas, {.jobs = 2}, precision, 6, reached);
  CHECK(cut.replicates == 6);
  CHECK_FALSE(reached->is_reached());
  CHECK(reached->half_width > reached->half_width_asked);
  CHECK(line_of(*reached).find("NOT reached with 6 replicates") != std::string::npos);
}
