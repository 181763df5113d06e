#include "analysis/pilot.h"

#include "base/errors.h"
#include "base/math_double.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// Units whose means differ by a normal number, with families around them, and an effect in each.
UnitsOfNation drawn_nation(std::size_t units, std::size_t families, double between, double within,
                           double effect) {
  std::mt19937_64 numbers(3);
  std::uniform_real_distribution<double> uniform(1e-9, 1 - 1e-9);
  auto const normal = [&] { return math::normal_quantile(uniform(numbers)); };
  UnitsOfNation nation;
  for (std::size_t u = 0; u < units; ++u) {
    double const mean = between * normal();
    auto& unit = nation.units.emplace_back();
    for (std::size_t i = 0; i < families; ++i) {
      unit.control.push_back(static_cast<float>(mean + within * normal()));
      unit.treated.push_back(static_cast<float>(mean + within * normal() + effect));
    }
  }
  return nation;
}

double share(std::size_t some, PilotsOfSize const& all) {
  return static_cast<double>(some) / static_cast<double>(all.pilots);
}

Areas provinces() {
  return read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv");
}

Scenario small_pilot() {
  Scenario scenario;
  scenario.run.counts = {.months = 12, .parameter_draws = 1, .replicates = 2, .seed = 4};
  scenario.population.size.households = 3000;
  scenario.policies = {testing::policy_with_caseload("today", 300),
                       testing::policy_with_caseload("1 to 100", 100),
                       testing::policy_with_caseload("never looked at", 50)};
  scenario.pilot = PilotPlan{.units = {4, 8, 5000}, .families = 20, .pilots = 50};
  return scenario;
}

}  // namespace

TEST_CASE("pilot: what families of a unit share is that of an analysis of variance", "[unit]") {
  // Two units of two: between 2 x (2 x 2^2) = 16 over 1, within 2 + 2 = 4 over 2; (16 - 2) / 18.
  UnitsOfNation nation;
  nation.units = {{{1, 3}, {2, 4}}, {{5, 7}, {6, 8}}};
  CHECK(nation.intra_unit_correlation() == Approx(14.0 / 18));
  CHECK(nation.mean() == Approx(4));
  CHECK(nation.effect() == Approx(1));
  CHECK(nation.sd() == Approx(std::sqrt(20.0 / 3)));
  auto const large = drawn_nation(800, 40, 0.5, 1, 0);
  CHECK(large.intra_unit_correlation() == Approx(0.25 / 1.25).margin(0.02));
}

TEST_CASE("pilot: the formula is that of two means with a design effect", "[unit]") {
  // Without correlation 2 x 100 families: the error is sqrt(2 / 100), the shift 2.8284, and 198
  // degrees of freedom are nearly a normal distribution.
  double const shift = 0.4 / std::sqrt(0.02);
  CHECK(power_by_formula(0.4, 1, 0, 1, 200) ==
        Approx(math::normal_cdf(shift - 1.972)).margin(0.002));
  // 30 families that share a tenth of the variance count as 30 / 3.9.
  CHECK(power_by_formula(0.2, 1, 0.1, 30, 40) ==
        Approx(power_by_formula(0.2, 1, 0, 30 / 3.9, 40)).margin(1e-9));
  CHECK(power_by_formula(0, 1, 0.1, 30, 40) == Approx(0.05).margin(0.002));
  CHECK(power_by_formula(-0.2, 1, 0.1, 30, 40) == Approx(power_by_formula(0.2, 1, 0.1, 30, 40)));
  CHECK(power_by_formula(0.1, 0, 0, 30, 40) == 1);
}

TEST_CASE("pilot: simulated power is that of the formula where units are alike", "[unit]") {
  // So many units that drawing some leaves the others as they are.
  auto const nation = drawn_nation(4000, 60, 0.3, 1, 0.25);
  double const correlation = nation.intra_unit_correlation(), effect = nation.effect();
  for (std::size_t const units : {20u, 40u, 80u}) {
    auto const pilots = simulate_pilots(nation, units, 20, 2000, units);
    INFO(units << " units");
    double const formula = power_by_formula(effect, nation.sd(), correlation, 20, units);
    CHECK(share(pilots.found, pilots) == Approx(formula).margin(0.035));
    CHECK(share(pilots.held, pilots) == Approx(0.95).margin(0.02));
    CHECK(share(pilots.alarms, pilots) == Approx(0.05).margin(0.02));
    double const error = std::sqrt(4 * (0.09 + 1.0 / 20) / static_cast<double>(units));
    CHECK(pilots.standard_errors / 2000 == Approx(error).epsilon(0.04));
  }
}

TEST_CASE("pilot: a small one overstates what it finds, a large one does not", "[unit]") {
  auto const nation = drawn_nation(2000, 40, 0.3, 1, 0.15);
  auto const times = [&](std::size_t units) {
    auto const pilots = simulate_pilots(nation, units, 20, 1000, 1);
    return pilots.found_effects / static_cast<double>(pilots.found) / nation.effect();
  };
  CHECK(times(10) > 2);
  CHECK(times(400) < 1.1);
}

TEST_CASE("pilot: it is the same again, and other numbers give others", "[unit]") {
  auto const nation = drawn_nation(100, 30, 0.3, 1, 0.2);
  auto const once = simulate_pilots(nation, 20, 10, 200, 7);
  auto const again = simulate_pilots(nation, 20, 10, 200, 7);
  auto const other = simulate_pilots(nation, 20, 10, 200, 8);
  CHECK(once.found == again.found);
  CHECK(once.standard_errors == again.standard_errors);
  CHECK(once.standard_errors != other.standard_errors);
}

TEST_CASE("pilot: nations live under both policies, whatever the threads", "[unit]") {
  auto const areas = provinces();
  auto scenario = small_pilot();
  auto const found = plan_pilot(scenario, areas, {.jobs = 1});
  REQUIRE(found.has_value());
  CHECK(found->control == "today");
  CHECK(found->treatment == "1 to 100");
  CHECK(found->month == 12);
  REQUIRE(found->sizes.size() == 2);
  CHECK(found->sizes[1].units == 8);
  REQUIRE(found->warnings.size() == 1);
  CHECK(found->warnings[0].what.starts_with("1 of the numbers"));
  auto const again = plan_pilot(scenario, areas, {.jobs = 2});
  CHECK(again->effect == found->effect);
  CHECK(again->sizes[1].standard_error == found->sizes[1].standard_error);
  // Exchanged, the effect has the other sign; the same policy twice has none.
  std::swap(scenario.policies[0], scenario.policies[1]);
  scenario.policies[1].steps = scenario.policies[0].steps;
  CHECK(plan_pilot(scenario, areas, {.jobs = 2})->effect == 0);
}

TEST_CASE("pilot: what it needs and cannot have is said", "[unit]") {
  auto const areas = provinces();
  auto const said = [&](Scenario const& scenario) -> std::string {
    try {
      (void)plan_pilot(scenario, areas, {.jobs = 1});
    } catch (ScenarioError const& error) {
      return error.problems.front().text;
    }
    return "accepted";
  };
  auto scenario = small_pilot();
  scenario.policies.resize(1);
  CHECK(said(scenario).starts_with("there is one policy; a pilot compares two"));
  scenario = small_pilot();
  scenario.pilot.reset();
  CHECK(said(scenario).starts_with("pilot is missing"));
  scenario = small_pilot();
  scenario.pilot->units = {500};
  CHECK(said(scenario).find(" such units; take fewer") != std::string::npos);
}
