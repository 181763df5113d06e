#include "base/errors.h"
#include "experiment/experiment.h"
#include "outcome/measures.h"
#include "population/areas.h"
#include "support/policies.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace graduasi;

namespace {

/// A parent with a child of nine; the head is a man unless told otherwise.
SurveyedFamily family_of(float weight = 1, float female_headed = 0) {
  SurveyedFamily family;
  family.ages[0] = 40, family.ages[1] = 9;
  family.members = family.persons = 2;
  family.spending = 550000;
  family.female_headed = female_headed;
  family.weight = weight;
  return family;
}

using Families = std::vector<SurveyedFamily>;

Families men(std::size_t count) { return Families(count, family_of()); }

/// One more family for these.
Families with(Families families, SurveyedFamily more) {
  families.push_back(more);
  return families;
}

Areas areas_with(std::vector<Families> const& families) {
  Areas areas;
  for (std::size_t a = 0; a < families.size(); ++a) {
    areas.rows.push_back({.name = "area " + std::to_string(a),
                          .poverty_rate = 0.12,
                          .poverty_gap = 0.02,
                          .population = 400000,
                          .line_rupiah = 500000,
                          .kpm_households = 10000,
                          .surveyed = families[a]});
  }
  return areas;
}

RunResults lived(std::vector<Families> const& families, int households = 1200) {
  Scenario scenario;
  scenario.run.counts = {.months = 12, .parameter_draws = 1, .replicates = 2, .seed = 5};
  scenario.population.size.households = households;
  scenario.policies = {testing::policy_with_caseload("today", 300)};
  scenario.output.splits = {Split::area, Split::sex_of_head};
  return run_experiment(scenario, areas_with(families), {.jobs = 1});
}

/// "x" for every subgroup that is empty in all simulations, "." for one that is not.
std::string emptied(RunResults const& results) {
  auto const active = static_cast<Eigen::Index>(*find_measure("active"));
  std::string text;
  for (std::size_t s = 0; s < results.subgroups.size(); ++s) {
    int empty = 0;
    for (std::size_t r = 0; r < 2; ++r)
      empty += std::isnan(results.series[results.slot({.replicate = r}, s)].values(0, active));
    text += empty == 2 ? 'x' : empty == 0 ? '.' : '?';
  }
  return text;
}

std::string refusal(std::vector<Families> const& families, int households) {
  try {
    lived(families, households);
  } catch (ScenarioError const& error) {
    return error.problems.front().place + ": " + error.problems.front().text;
  }
  return "accepted";
}

}  // namespace

// Subgroups: all, the areas, women, men.

TEST_CASE("small cells: areas with fewer than five families of the file are left empty", "[unit]") {
  auto const results = lived({men(9), men(4), men(30), men(3)});
  CHECK(emptied(results) == "..x.x..");
  CHECK(results.facts.warnings.back().what ==
        "too few families of the household file stand behind area:area 1 and area:area 3");
}

TEST_CASE("small cells: one empty area takes the next smallest with it", "[unit]") {
  CHECK(emptied(lived({men(9), men(4), men(30), men(20)})) == ".xx....");
  CHECK(emptied(lived({men(9), men(5), men(30), men(20)})) == ".......");
}

TEST_CASE("small cells: two empty areas of one row each take a third with them", "[unit]") {
  CHECK(emptied(lived({men(9), men(1), men(30), men(1)})) == ".xx.x..");
}

TEST_CASE("small cells: one woman among 205 rows is not shown, however often simulated", "[unit]") {
  auto const rows = with(men(204), family_of(1, 1));
  CHECK(emptied(lived({rows, men(30)}, 20000)) == "...xx");
  auto const five = with(with(with(with(rows, family_of(1, 1)), family_of(1, 1)), family_of(1, 1)),
                         family_of(1, 1));
  CHECK(emptied(lived({five, men(30)}, 20000)) == ".....");
}

TEST_CASE("small cells: a row with more than half of an area's weight is not shown", "[unit]") {
  CHECK(emptied(lived({with(men(9), family_of(50)), men(30), men(20)})) == ".x.x..");
  CHECK(emptied(lived({with(men(9), family_of(8)), men(30), men(20)})) == "......");
}

TEST_CASE("small cells: rows too light to be simulated do not count", "[unit]") {
  // Twenty families of area 0 are simulated; six of its rows stand for one in a thousand.
  auto rows = men(4);
  for (int n = 0; n < 6; ++n) rows.push_back(family_of(0.001f));
  CHECK(emptied(lived({rows, men(30), men(10)}, 60)) == ".x.x..");
}

TEST_CASE("small cells: where few families are simulated few stand behind an area", "[unit]") {
  // Four in each of three areas.
  CHECK(emptied(lived({men(30), men(30), men(30)}, 12)) == ".xxx..");
  CHECK(emptied(lived({men(30), men(30), men(30)}, 15)) == "......");
}

TEST_CASE("small cells: a whole that would disclose single families is refused", "[unit]") {
  CHECK(refusal({men(30)}, 4) ==
        "population.households: 4 simulated families come from 4 of the household file, 1 of them "
        "from one; results would disclose single families, so at least 5 are needed and at most "
        "half from one: simulate more families, or give the file more rows and more even weights");
  CHECK(refusal({men(30)}, 5) == "accepted");
  auto const heavy = refusal({with(men(30), family_of(1000))}, 1000);
  CHECK(heavy.starts_with("population.households: 1000 simulated families come from "));
  CHECK(heavy.find(" of the household file, 97") != std::string::npos);
}

TEST_CASE("small cells: an area drawn from tables has nothing to hide", "[unit]") {
  // Women are of tables only.
  CHECK(emptied(lived({{}, men(4), men(30), men(3)})) == "..x.x..");
}

TEST_CASE("small cells: without a household file nothing is emptied", "[unit]") {
  CHECK(emptied(lived({{}, {}})) == ".....");
}
