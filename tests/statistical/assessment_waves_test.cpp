#include "experiment/experiment.h"
#include "model/parameters.h"
#include "outcome/measures.h"
#include "support/policies.h"
#include "support/sources.h"

#include <Eigen/Dense>
#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>

using namespace graduasi;

namespace {

/// Largest amplitude of a cycle of 24 to 27 months in a monthly series, against its mean, after
/// trend (a parabola) and calendar months are taken out.
double wave_of(Eigen::VectorXd const& monthly) {
  auto const months = monthly.size();
  Eigen::MatrixXd known(months, 14);
  for (Eigen::Index m = 0; m < months; ++m) {
    double const at = static_cast<double>(m) / static_cast<double>(months) - 0.5;
    known.row(m).setZero();
    known(m, m % 12) = 1;
    known(m, 12) = at;
    known(m, 13) = at * at;
  }
  Eigen::VectorXd const rest = monthly - known * known.colPivHouseholderQr().solve(monthly);
  double largest = 0;
  for (int period = 24; period <= 27; ++period) {
    double cosine = 0, sine = 0;
    for (Eigen::Index m = 0; m < months; ++m) {
      double const angle = 2 * std::numbers::pi * static_cast<double>(m) / period;
      cosine += rest[m] * std::cos(angle);
      sine += rest[m] * std::sin(angle);
    }
    largest = std::max(largest, 2 * std::hypot(cosine, sine) / static_cast<double>(months));
  }
  return largest / monthly.mean();
}

/// Self-reliant exits of every month but the first year, under 1 to 100.
Eigen::VectorXd exits_at_100(float gap_spread, VisitTargeting rule) {
  Scenario scenario;
  scenario.run.counts = {.months = 132, .parameter_draws = 1, .replicates = 1, .seed = 11};
  scenario.population.size.households = 200000;
  scenario.policies = {testing::policy_with_caseload("today", 300),
                       testing::policy_with_caseload("1 to 100", 100)};
  for (auto& policy : scenario.policies) policy.steps.front().levers.visits.targeting = rule;
  scenario.world->assessment.gap_spread = gap_spread;
  auto const results = run_experiment(
      scenario, read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv"),
      {.jobs = 2});
  auto const& values = results.series[results.slot({.policy = 1}, 0)].values;
  auto const column = static_cast<Eigen::Index>(*find_measure("cumulative_self_reliant"));
  Eigen::VectorXd monthly(120);
  for (Eigen::Index m = 0; m < 120; ++m)
    monthly[m] =
        static_cast<double>(values(m + 13, column)) - static_cast<double>(values(m + 12, column));
  return monthly;
}

}  // namespace

// Four times as many facilitators visit everybody in a few months: families that were overdue are
// assessed together, and would be again after each gap.
TEST_CASE("waves: a caseload that is cut leaves no echo of its backlog", "[statistical]") {
  CHECK(wave_of(exits_at_100(0.2f, VisitTargeting::due)) < 0.05);
  // A wave would be seen: one gap for all, and visits that go anywhere.
  CHECK(wave_of(exits_at_100(0, VisitTargeting::equal)) > 0.1);
}
