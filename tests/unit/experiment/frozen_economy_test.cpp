// What is counted of change, in a world in which nothing changes and in one in which it does.
#include "experiment/experiment.h"
#include "model/parameters.h"
#include "outcome/measures.h"
#include "support/areas.h"
#include "support/policies.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

constexpr int months = 120, families = 3000, programme = 300000;

/// Ten years of a small nation, under a small caseload and with places for some that wait.
RunResults lived(bool economy, float new_families = 0) {
  Scenario scenario;
  scenario.run.counts = {.months = months, .parameter_draws = 1, .replicates = 1, .seed = 17};
  scenario.population.size.households = families;
  scenario.population.size.programme_households = programme;
  scenario.population.intake.reserve_share = 0.3f;
  scenario.population.intake.new_families = new_families;
  World& world = *scenario.world;
  world.earnings.on = world.enterprise.on = world.shocks.on = world.disasters.on = economy;
  scenario.policies = {testing::policy_with_caseload("today", 300),
                       testing::policy_with_caseload("small and full", 60)};
  auto& full = scenario.policies.back().steps.front();
  full.levers.programme.quota = programme;
  full.sets.emplace_back("policy.programme.quota");
  Areas areas = testing::one_area();
  areas.rows.front().kpm_households = programme;
  return run_experiment(scenario, areas, {.jobs = 1});
}

/// Simulated families counted in a month of a policy.
double at(RunResults const& results, std::size_t policy, int month, std::string_view measure) {
  auto const column = find_measure(measure);
  REQUIRE(column.has_value());
  auto const& values = results.series[results.slot({.policy = policy}, 0)].values;
  return values(month, static_cast<Eigen::Index>(*column)) * families / programme;
}

/// What holds in any world.
void check_sums(RunResults const& results) {
  for (std::size_t policy = 0; policy < 2; ++policy) {
    for (int const month : {0, 1, 60, months}) {
      INFO("policy " << policy << ", month " << month);
      auto const counted = [&](std::string_view measure) {
        return at(results, policy, month, measure);
      };
      CHECK(counted("exits_able_at_start") + counted("exits_became_able") +
                counted("exits_not_able") ==
            Approx(counted("cumulative_self_reliant")));
      CHECK(counted("able_at_start") >= at(results, policy, 0, "able"));
      CHECK(counted("sustained_self_reliant") <= counted("cumulative_self_reliant"));
    }
    CHECK(at(results, policy, 0, "able_at_start") == at(results, policy, 0, "able"));
    CHECK(at(results, policy, 0, "became_able") == 0);
  }
  // Nobody comes in under today's rules.
  CHECK(at(results, 0, months, "cumulative_admitted") == 0);
  CHECK(at(results, 0, months, "able_at_start") == at(results, 0, 0, "able"));
  CHECK(at(results, 1, months, "cumulative_admitted") > 0);
}

}  // namespace

TEST_CASE("frozen economy: families leave, and none becomes able or falls back", "[property]") {
  auto const results = lived(false);
  check_sums(results);
  for (std::size_t policy = 0; policy < 2; ++policy) {
    INFO("policy " << policy);
    CHECK(at(results, policy, months, "cumulative_self_reliant") > 100);
    CHECK(at(results, policy, months, "exits_able_at_start") > 50);
    CHECK(at(results, policy, months, "exits_not_able") > 50);  // wrongly taken to be able
    CHECK(at(results, policy, months, "left_poor") > 100);
    CHECK(at(results, policy, months, "sustained_self_reliant") > 50);
    CHECK(at(results, policy, months, "became_able") == 0);
    CHECK(at(results, policy, months, "exits_became_able") == 0);
    CHECK(at(results, policy, months, "fell_back") == 0);
  }
}

TEST_CASE("frozen economy: nor does any family that joins the list become able", "[property]") {
  auto const frozen = lived(false, 1), moving = lived(true, 1);
  CHECK(at(frozen, 1, months, "cumulative_formed") > 100);
  CHECK(at(frozen, 1, months, "cumulative_admitted") > 100);
  CHECK(at(frozen, 1, months, "became_able") == 0);
  CHECK(at(moving, 1, months, "became_able") > 100);
}

TEST_CASE("moving economy: families become able, fall back, and leave poor", "[property]") {
  auto const results = lived(true);
  check_sums(results);
  for (std::size_t policy = 0; policy < 2; ++policy) {
    INFO("policy " << policy);
    CHECK(at(results, policy, months, "became_able") > 0);
    CHECK(at(results, policy, months, "exits_became_able") <=
          at(results, policy, months, "became_able"));
    CHECK(at(results, policy, months, "fell_back") > 0);
    CHECK(at(results, policy, months, "left_poor") > 100);
  }
}
