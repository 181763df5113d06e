#include "base/contract.h"
#include "experiment/experiment.h"
#include "outcome/estimate.h"
#include "support/lived_nation.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace graduasi;

namespace {

/// Means and standard errors over replicates of one measure in a month.
struct Estimate {
  double mean, error;
};

RunResults run_today(int households, int replicates) {
  std::vector<std::string> const settings{
      "population.households=" + std::to_string(households),
      "run.replicates=" + std::to_string(replicates), "run.months=24",
      // A small sample has fewer districts: where they differ,
      // it has others.
      "population.districts.caseload_spread=0", "population.districts.institution_spread=0"};
  Scenario const scenario = testing::cohort(settings);
  return run_experiment(scenario, read_areas(scenario.areas_file), {});
}

Estimate estimate(RunResults const& results, std::string_view measure, int month) {
  auto const column = static_cast<Eigen::Index>(*find_measure(measure));
  double sum = 0, squares = 0;
  for (std::size_t r = 0; r < results.replicates; ++r) {
    double const x = results.series[results.slot({0, 0, 0, r}, 0)].values(month, column);
    sum += x;
    squares += x * x;
  }
  auto const n = static_cast<double>(results.replicates);
  return {sum / n, std::sqrt((squares / n - sum / n * sum / n) / (n - 1))};
}

}  // namespace

TEST_CASE("sample size: contact hours per family do not depend on it", "[statistical]") {
  // 4 standard errors of 40 small runs; the large run is precise. With all contracts on it is
  // smaller.
  RunResults const small = run_today(12000, 40);
  RunResults const large = run_today(all_contracts ? 200000 : 2000000, 2);
  for (int month : {1, 6, 12, 18, 24}) {
    INFO("month " << month);
    auto const few = estimate(small, "contact_hours_per_household", month);
    auto const many = estimate(large, "contact_hours_per_household", month);
    CHECK(std::abs(few.mean - many.mean) < 4 * few.error);
  }
}
