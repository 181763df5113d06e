// Questions that officials ask: each scenario runs, and its first lines speak of what was asked.
#include "analysis/answer.h"
#include "experiment/experiment.h"
#include "output/answer_lines.h"
#include "population/areas.h"
#include "scenario/read.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <string>

using namespace graduasi;
using Catch::Matchers::Contains;

namespace {

struct Question {
  char const* file;
  char const* line;  ///< of the first lines, beside those that every policy has
};

constexpr auto questions = std::to_array<Question>({
    {"ten_exits", "target of exits a year, 2026 to 2028"},
    {"deciles_one_to_four", "families taken off by a rule"},
    {"five_years_assessed", "families taken off by a rule"},
    {"pena_places", "programme cost, rupiah"},
    {"modules", "all four, twice a month"},
    {"more_facilitators", "to crowded districts"},
    {"net_saving", "of it benefits"},
    {"caseload_by_island", "by island"},
});

/// The scenario at a size that takes no time.
Scenario small(std::string const& name) {
  auto const file = testing::source_folder() / "scenarios" / (name + ".yaml");
  auto scenario = read_scenario(file);
  scenario.run.counts.months = 36;
  scenario.run.counts.replicates = 2;
  scenario.run.counts.parameter_draws = 1;
  scenario.population.size.households = 4000;
  return scenario;
}

}  // namespace

TEST_CASE("questions: each has first lines that speak of what was asked", "[scenario]") {
  auto const areas = read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv");
  for (auto const& [file, line] : questions) {
    INFO(file);
    auto const scenario = small(file);
    auto const results = run_experiment(scenario, areas, {});
    auto const answers = answers_of(results, scenario);
    auto const text = answer_lines(results, answers, Color::never);
    CHECK(scenario.policies.size() > 1);
    CHECK_THAT(text, Contains("left"));
    CHECK_THAT(text, Contains(line));
  }
}
