#include "experiment/experiment.h"
#include "population/areas.h"
#include "results/measures.h"
#include "support/policies.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace graduasi;

namespace {

Areas areas_with(std::vector<std::size_t> const& families) {
  Areas areas;
  for (std::size_t a = 0; a < families.size(); ++a) {
    SurveyedFamily family;
    family.ages[0] = 40, family.ages[1] = 9;
    family.members = family.persons = 2;
    family.spending = 550000;
    family.female_headed = 0;
    areas.rows.push_back({.name = "area " + std::to_string(a),
                          .poverty_rate = 0.12,
                          .poverty_gap = 0.02,
                          .population = 400000,
                          .line_rupiah = 500000,
                          .kpm_households = 10000,
                          .surveyed = std::vector<SurveyedFamily>(families[a], family)});
  }
  return areas;
}

Outcome lived(Areas const& areas) {
  Scenario scenario;
  scenario.run.counts = {.months = 12, .parameter_draws = 1, .replicates = 2, .seed = 5};
  scenario.population.size.households = 1200;
  scenario.policies = {testing::policy_with_caseload("today", 300)};
  scenario.output.splits = {Split::area, Split::sex_of_head};
  return run_experiment(scenario, areas, {.jobs = 1});
}

/// "x" for every stratum that is empty in all pieces, "." for one that is not.
std::string emptied(Outcome const& outcome) {
  auto const active = static_cast<Eigen::Index>(*find_measure("active"));
  std::string text;
  for (std::size_t s = 0; s < outcome.strata.size(); ++s) {
    int empty = 0;
    for (std::size_t r = 0; r < 2; ++r)
      empty += std::isnan(outcome.series[outcome.slot({.replicate = r}, s)].values(0, active));
    text += empty == 2 ? 'x' : empty == 0 ? '.' : '?';
  }
  return text;
}

}  // namespace

TEST_CASE("small cells: areas with fewer than five families of the file are left empty", "[unit]") {
  auto const outcome = lived(areas_with({9, 4, 30, 3}));
  // all, four areas, women (nobody: nothing to hide), men
  CHECK(emptied(outcome) == "..x.x..");
  CHECK(outcome.facts.warnings.back().what ==
        "too few families of the household file stand behind area:area 1 and area:area 3");
}

TEST_CASE("small cells: one empty area takes the next smallest with it", "[unit]") {
  CHECK(emptied(lived(areas_with({9, 4, 30, 20}))) == ".xx....");
  CHECK(emptied(lived(areas_with({9, 5, 30, 20}))) == ".......");
}

TEST_CASE("small cells: an area drawn from tables has nothing to hide", "[unit]") {
  // Few of the women, whom only the tables bring, stand beside as few rows of the file.
  CHECK(emptied(lived(areas_with({0, 4, 30, 3}))) == "..x.xxx");
}

TEST_CASE("small cells: without a household file nothing is emptied", "[unit]") {
  CHECK(emptied(lived(areas_with({0, 0}))) == ".....");
}
