// Do the intervals of a simulated trial hold the truth as often as they say? Trials of an arm that
// gives nothing, so the truth is zero: 200 here, with GRADUASI_SLOW set 2,000 and closer bounds.
#include "analysis/trial.h"
#include "model/family_outcomes.h"
#include "support/areas.h"
#include "support/policies.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>

using namespace graduasi;

namespace {

Scenario empty_trial(ArmUnit unit) {
  Scenario scenario;
  scenario.run.counts = {.months = 1, .parameter_draws = 1, .replicates = 1, .seed = 11};
  scenario.population.size.households = 1600;
  scenario.policies = {testing::policy_with_caseload("control", 300),
                       testing::policy_with_caseload("nothing", 300)};
  scenario.trial = {.unit = unit, .share = 0.5};
  return scenario;
}

}  // namespace

TEST_CASE("trial: intervals of plus and minus 1.96 clustered errors hold the truth",
          "[statistical]") {
  bool const slow = std::getenv("GRADUASI_SLOW") != nullptr;
  int const trials = slow ? 2000 : 200;
  auto const areas = testing::one_area();
  auto const kernel = kernel_for(best_isa());
  for (auto const unit : {ArmUnit::family, ArmUnit::group}) {
    auto const scenario = empty_trial(unit);
    Effect const effect{.mean = {.arm = 1, .outcome = *find_outcome("spending"), .month = 1},
                        .against = {.arm = 0, .outcome = *find_outcome("spending"), .month = 1},
                        .unit = EffectUnit::percent};
    int held = 0;
    for (int t = 0; t < trials; ++t) {
      auto const trial = carry_out(scenario, areas, {.name = "base", .values = {}}, t, {1}, kernel);
      auto const estimate = estimate_effect(trial, effect);
      if (std::abs(estimate.value) < 1.96 * estimate.standard_error) ++held;
    }
    double const coverage = static_cast<double>(held) / trials;
    WARN("coverage over " << trials << " trials: " << coverage);
    CHECK(coverage > (slow ? 0.935 : 0.899));
    CHECK(coverage <= (slow ? 0.965 : 1.0));
  }
}
