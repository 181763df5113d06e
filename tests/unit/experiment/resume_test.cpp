#include "experiment/experiment.h"
#include "population/areas.h"
#include "store/store.h"
#include "support/policies.h"
#include "support/results.h"

#include <catch2/catch.hpp>

#include <array>
#include <bit>
#include <cstdint>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

RunIdentity const this_run{"1.0 (abc)", {}};

Scenario small_sweep() {
  Scenario scenario;
  scenario.run.counts = {.months = 12, .parameter_draws = 1, .replicates = 3, .seed = 5};
  scenario.population.size.households = 1200;
  scenario.policies = {testing::policy_with_caseload("today", 300),
                       testing::policy_with_caseload("other", 200)};
  scenario.sweep = {{"policy.sessions.per_month", {1, 2}},
                    {"world.skills.learning_rate", {0, 0.1}}};
  return scenario;
}

Areas two_areas() {
  Areas areas;
  for (std::string const name : {"east", "west"})
    areas.rows.push_back({.name = name,
                          .poverty_rate = 0.12,
                          .poverty_gap = 0.02,
                          .population = 400000,
                          .line_rupiah = 500000,
                          .kpm_households = 10000});
  return areas;
}

RunResults lived(Scenario const& scenario, Store* store = nullptr) {
  return run_experiment(scenario, two_areas(), {.jobs = 2, .memory_limit = 1, .store = store});
}

/// A run that is stopped when this share of it is done.
RunResults cut(Scenario const& scenario, double share, Store* store) {
  std::atomic<bool> stop = false;
  ExperimentOptions options{.jobs = 1, .memory_limit = 1, .stop = &stop, .store = store};
  options.progress = [&](double done) { stop = done >= share; };
  return run_experiment(scenario, two_areas(), options);
}

bool is_equal(RunResults const& a, RunResults const& b) {
  if (a.finished != b.finished || a.facts.population_hash != b.facts.population_hash) return false;
  for (std::size_t i = 0; i < a.series.size(); ++i) {
    auto const &one = a.series[i].values, &other = b.series[i].values;
    if (one.size() != other.size()) return false;
    for (Eigen::Index k = 0; k < one.size(); ++k) {
      if (std::bit_cast<std::uint64_t>(one(k)) != std::bit_cast<std::uint64_t>(other(k)))
        return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("resume: a run that was cut ends as one that was not", "[unit]") {
  auto const scenario = small_sweep();
  auto const unbroken = lived(scenario);
  REQUIRE(is_complete(unbroken));
  for (double const share : {0.1, 0.35, 0.8}) {
    TemporaryFolder const place;
    Store store(place / "a.sqlite", this_run);
    auto const first = cut(scenario, share, &store);
    INFO("cut at " << share << ": " << finished_simulations(first) << " simulations");
    CHECK(finished_simulations(first) > 0);
    CHECK_FALSE(is_complete(first));
    CHECK(is_equal(lived(scenario, &store), unbroken));
    // What is complete is only read.
    CHECK(is_equal(cut(scenario, 0, &store), unbroken));
  }
}

TEST_CASE("resume: more replicates go on from fewer", "[unit]") {
  auto scenario = small_sweep();
  auto const unbroken = lived(scenario);
  TemporaryFolder const place;
  Store store(place / "a.sqlite", this_run);
  scenario.run.counts.replicates = 1;
  lived(scenario, &store);
  auto const before = store.simulations();
  scenario.run.counts.replicates = 3;
  CHECK(is_equal(lived(scenario, &store), unbroken));
  CHECK(store.simulations() == 3 * before);
}

TEST_CASE("resume: a run that is cut has as much of every policy and variant", "[unit]") {
  auto const scenario = small_sweep();
  for (double const share : {0.2, 0.5, 0.9}) {
    auto const results = cut(scenario, share, nullptr);
    std::size_t min = results.replicates, max = 0;
    for (std::size_t p = 0; p < results.policies.size(); ++p) {
      for (std::size_t v = 0; v < results.variants.size(); ++v) {
        std::size_t count = 0;
        for (std::size_t r = 0; r < results.replicates; ++r)
          count += results.finished[results.index_of({p, v, 0, r})] ? 1 : 0;
        min = std::min(min, count);
        max = std::max(max, count);
      }
    }
    INFO("cut at " << share);
    CHECK(max - min <= 1);
  }
}

TEST_CASE("resume: variants that differ in levers alone share families and baseline", "[unit]") {
  auto const scenario = small_sweep();
  auto const variants = variants_of(scenario);
  using Groups = std::vector<std::vector<std::size_t>>;
  CHECK(variants_by_families(variants) == Groups{{0, 2}, {1, 3}});

  TemporaryFolder const place;
  Store store(place / "a.sqlite", this_run);
  auto const results = lived(scenario, &store);
  // 3 replicates of 2 baselines and 4 others, not of 8.
  CHECK(store.simulations() == 3 * 6);
  CHECK(results.simulations() == 3 * 8);
  // Sharing is no short cut: alone, the second variant's baseline is the same.
  auto alone = scenario;
  alone.sweep = {{"policy.sessions.per_month", {2}}, {"world.skills.learning_rate", {0}}};
  auto const second = lived(alone);
  auto const& shared = results.series[results.slot({0, 2, 0, 1}, 0)].values;
  auto const& own = second.series[second.slot({0, 0, 0, 1}, 0)].values;
  CHECK((shared == own || shared != shared).all());
}

TEST_CASE("shards: every piece is done by one of them, and together they are the run", "[unit]") {
  auto const scenario = small_sweep();
  // Two sweeps of which one is of levers: three replicates of two groups of families.
  CHECK(pieces_of(scenario) == 6);
  auto const whole = lived(scenario);
  TemporaryFolder const place;
  Store all(place / "all", this_run);
  std::vector<std::filesystem::path> stores;
  std::size_t simulations = 0;
  for (std::size_t number = 1; number <= 4; ++number) {
    auto const& file = stores.emplace_back(place / std::to_string(number));
    Store store(file, this_run);
    auto const part =
        run_experiment(scenario, two_areas(),
                       {.jobs = 2, .memory_limit = 1, .shard = {number, 4}, .store = &store});
    CHECK(finished_simulations(part) > 0);
    CHECK_FALSE(is_complete(part));
    simulations += store.simulations();
    store.close();
  }
  all.take_over(stores);
  CHECK(all.simulations() == simulations);
  CHECK(is_equal(lived(scenario, &all), whole));
  CHECK(all.simulations() == simulations);  // nothing was left to be simulated
}
