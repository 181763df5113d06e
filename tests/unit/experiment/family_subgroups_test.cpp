#include "experiment/family_subgroups.h"

#include "experiment/experiment.h"
#include "outcome/measures.h"
#include "population/areas.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

Scenario split_scenario() {
  Scenario scenario;
  scenario.run.counts = {.months = 24, .parameter_draws = 1, .replicates = 1, .seed = 5};
  scenario.population.size.households = 12000;
  scenario.policies = {
      {.name = "today",
       .steps = {{.from = scenario.run.start, .phase_in_months = 0, .levers = {}, .sets = {}}},
       .set_here = {}}};
  scenario.output.splits = {Split::area, Split::sex_of_head, Split::components,
                            Split::welfare_fifth};
  return scenario;
}

RunResults lived(Scenario const& scenario, int jobs) {
  auto const areas =
      read_areas(graduasi::testing::source_folder() / "scenarios" / "data" / "provinces.csv");
  return run_experiment(scenario, areas, {.jobs = jobs});
}

/// The last recorded value of a measure in a subgroup.
double last(RunResults const& results, std::size_t subgroup, std::string_view measure) {
  auto const column = static_cast<Eigen::Index>(*find_measure(measure));
  auto const& values = results.series[results.slot({}, subgroup)].values;
  return values(values.rows() - 1, column);
}

double sum_over(RunResults const& results, std::string const& split, std::string_view measure) {
  double sum = 0;
  for (std::size_t s = 1; s < results.subgroups.size(); ++s) {
    if (results.subgroups[s].starts_with(split + ":")) sum += last(results, s, measure);
  }
  return sum;
}

std::size_t place_of(RunResults const& results, std::string const& name) {
  return static_cast<std::size_t>(std::ranges::find(results.subgroups, name) -
                                  results.subgroups.begin());
}

}  // namespace

TEST_CASE("strata: the groups of every split add up to the whole", "[unit]") {
  auto const results = lived(split_scenario(), 2);
  for (std::string const split : {"area", "sex_of_head", "components", "welfare_fifth"}) {
    for (auto const measure :
         {"active", "self_reliant", "natural_exit", "removal", "able", "cumulative_self_reliant",
          "cumulative_natural_exit", "premature_exit", "fell_back", "became_able", "left_poor",
          "assessed_this_month"}) {
      INFO(split << ", " << measure);
      CHECK(sum_over(results, split, measure) == Approx(last(results, 0, measure)).epsilon(1e-9));
    }
  }
}

TEST_CASE("strata: fifths are equal parts, and the first is the poorest", "[unit]") {
  auto const results = lived(split_scenario(), 2);
  auto const first = place_of(results, "welfare_fifth:1");
  for (std::size_t fifth = 0; fifth < 5; ++fifth) {
    auto const& values = results.series[results.slot({}, first + fifth)].values;
    auto const active = values(0, static_cast<Eigen::Index>(*find_measure("active")));
    CHECK(active == Approx(2e6).epsilon(0.01));
    if (fifth == 0) continue;
    CHECK(last(results, first + fifth, "poor_share") <
          last(results, first + fifth - 1, "poor_share"));
    CHECK(last(results, first + fifth, "able") > last(results, first + fifth - 1, "able"));
  }
}

TEST_CASE("strata: facilitators belong to places, not to groups of families", "[unit]") {
  auto const results = lived(split_scenario(), 1);
  auto const women = place_of(results, "sex_of_head:female");
  CHECK(std::isnan(last(results, women, "facilitators")));
  CHECK(std::isnan(last(results, women, "wage_bill_rupiah")));
  CHECK(std::isnan(last(results, women, "programme_cost_rupiah")));
  CHECK(last(results, place_of(results, "area:Jawa Barat"), "facilitators") > 0);
}

TEST_CASE("strata: they change nothing of the whole, and threads change nothing of them",
          "[property]") {
  auto scenario = split_scenario();
  auto const one = lived(scenario, 1), five = lived(scenario, 5);
  scenario.output.splits.clear();
  auto const plain = lived(scenario, 2);
  auto const equal = [](Series const& a, Series const& b) {
    return ((a.values == b.values) || (a.values.isNaN() && b.values.isNaN())).all();
  };
  CHECK(equal(one.series[0], plain.series[0]));
  for (std::size_t s = 0; s < one.subgroups.size(); ++s)
    CHECK(equal(one.series[s], five.series[s]));
}
