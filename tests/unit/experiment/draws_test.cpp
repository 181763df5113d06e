// Luck of parameter draws: own to each, common to policies, and one for all twins.
#include "experiment/experiment.h"
#include "outcome/comparison.h"
#include "outcome/measures.h"
#include "store/store.h"
#include "support/areas.h"
#include "support/policies.h"
#include "support/results.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// A weak prior, as if its range mattered, and two policies that hardly differ.
Scenario weak_prior(std::uint32_t seed, int draws, int replicates) {
  Scenario scenario;
  scenario.run.counts = {
      .months = 12, .parameter_draws = draws, .replicates = replicates, .seed = seed};
  scenario.population.size.households = 1000;
  scenario.policies = {policy_with_caseload("today", 50), policy_with_caseload("other", 48)};
  scenario.uncertain = {
      {"world.card_custody.levy",
       {.shape = Prior::Shape::uniform, .numbers = {0.05, 0.18}, .range = {0, 1}}}};
  return scenario;
}

double exits(RunResults const& results, Simulation const& simulation) {
  auto const& values = results.series[results.slot(simulation, 0)].values;
  return values(values.rows() - 1,
                static_cast<Eigen::Index>(*find_measure("cumulative_self_reliant")));
}

Difference more_exits(RunResults const& results) {
  std::vector<double> policy, baseline;
  for (std::size_t life = 0; life < results.number_of_lives(); ++life) {
    policy.push_back(exits(results, results.life(1, 0, life)));
    baseline.push_back(exits(results, results.life(0, 0, life)));
  }
  return difference(policy, baseline, results.lives(), "higher");
}

}  // namespace

TEST_CASE("draws: each has luck of its own in every replicate, and twins have one", "[unit]") {
  auto scenario = weak_prior(7, 3, 2);
  // Drawn, but always the same: whatever differs is luck.
  scenario.uncertain.front().prior.numbers = {0.1, 0.1};
  auto const results = run_experiment(scenario, one_area(), {.jobs = 1});
  REQUIRE(results.twins == 3);
  REQUIRE(is_complete(results));
  auto const benefit = [&](Simulation const& simulation) {
    return results.series[results.slot(simulation, 0)].values;
  };
  for (std::size_t policy = 0; policy < 2; ++policy) {
    auto const first = benefit({.policy = policy, .draw = 0, .replicate = 0});
    auto const same = [&](std::size_t draw, std::size_t replicate) {
      auto const other = benefit({.policy = policy, .draw = draw, .replicate = replicate});
      return ((other == first) || (other != other && first != first)).all();
    };
    for (std::size_t draw = 0; draw < 3; ++draw) {
      CAPTURE(draw);
      CHECK(same(draw, twin));
      CHECK(same(draw, 0) == (draw == 0));
      CHECK_FALSE(same(draw, 1));
    }
  }
}

TEST_CASE("draws: policies are paired under the luck of each draw", "[unit]") {
  auto scenario = weak_prior(7, 4, 1);
  scenario.policies[1] = policy_with_caseload("other", 50);
  auto const result = more_exits(run_experiment(scenario, one_area(), {.jobs = 1}));
  CHECK(words(verdict(result.estimate)) == "equal in every replicate");
  CHECK(result.probability_better == 0.5);
}

TEST_CASE("draws: twins do not become replicates when more are asked for", "[unit]") {
  auto scenario = weak_prior(7, 3, 2);
  auto const unbroken = run_experiment(scenario, one_area(), {.jobs = 1});
  TemporaryFolder const place;
  Store store(place / "a.sqlite", {"1.0 (abc)", {}});
  scenario.run.counts.replicates = 1;
  run_experiment(scenario, one_area(), {.jobs = 1, .store = &store});
  CHECK(store.simulations() == 2 * (3 + 3));
  scenario.run.counts.replicates = 2;
  auto const resumed = run_experiment(scenario, one_area(), {.jobs = 1, .store = &store});
  CHECK(store.simulations() == 2 * (2 * 3 + 3));
  for (std::size_t life = 0; life < unbroken.number_of_lives(); ++life) {
    CAPTURE(life);
    CHECK(exits(resumed, resumed.life(1, 0, life)) == exits(unbroken, unbroken.life(1, 0, life)));
  }
  CHECK(resumed.facts.population_hash == unbroken.facts.population_hash);
}

TEST_CASE("draws: a weak prior does not hide chance", "[unit]") {
  // With one luck for all draws most seeds told the policies apart, without any width.
  constexpr std::uint32_t seeds = 30;
  std::vector<Difference> all;
  double truth = 0;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    all.push_back(more_exits(run_experiment(weak_prior(seed, 20, 1), one_area(), {.jobs = 1})));
    truth += all.back().estimate.mean / seeds;
  }
  int wrong = 0;
  for (auto const& [estimate, probability, ratio] : all) {
    CHECK(estimate.upper > estimate.lower);
    CHECK(probability > 0);
    CHECK(probability < 1);
    bool const distinguishable = verdict(estimate).kind == Verdict::Kind::distinguishable;
    wrong += distinguishable && estimate.mean * truth < 0 ? 1 : 0;
  }
  // 2.5 percent of 30; more than three have a chance of 1 in 140.
  CHECK(wrong <= 3);
}
