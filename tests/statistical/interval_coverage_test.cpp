// Do the 95 % intervals of a run hold the truth as often as they say? Many small experiments with
// seeds of their own, 200 here; with GRADUASI_SLOW set 2,000, and closer bounds.
#include "base/math_double.h"
#include "experiment/experiment.h"
#include "model/parameters.h"
#include "outcome/comparison.h"
#include "outcome/measures.h"
#include "random/threefry.h"
#include "scenario/priors.h"
#include "support/areas.h"
#include "support/policies.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

using namespace graduasi;

namespace {

struct Suite {
  int experiments;
  double min, max;
};

/// 3.3 standard errors of a share of 0.95 over 200 experiments; over 2,000 three.
Suite suite() {
  if (std::getenv("GRADUASI_SLOW") != nullptr) return {2000, 0.935, 0.965};
  return {200, 0.899, 1.0};
}

/// The last month's values of a measure, draw after draw and the twins behind them.
std::vector<double> values_of(RunResults const& results, std::size_t policy,
                              std::string_view measure) {
  auto const column = static_cast<Eigen::Index>(*find_measure(measure));
  std::vector<double> values;
  for (std::size_t life = 0; life < results.number_of_lives(); ++life) {
    auto const& series = results.series[results.slot(results.life(policy, 0, life), 0)].values;
    values.push_back(series(series.rows() - 1, column));
  }
  return values;
}

double mean(std::vector<double> const& values) {
  double sum = 0;
  for (double const value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double share_holding(std::vector<Estimate> const& intervals, double truth) {
  double held = 0;
  for (auto const& i : intervals) held += i.lower <= truth && truth <= i.upper ? 1 : 0;
  return held / static_cast<double>(intervals.size());
}

}  // namespace

TEST_CASE("intervals: those of chance hold the mean of very many replicates", "[statistical]") {
  constexpr std::size_t replicates = 8;
  auto const areas = testing::one_area();
  auto const [experiments, min, max] = suite();
  std::vector<Estimate> of_mean, of_difference;
  std::vector<double> all, all_differences;
  for (int seed = 1; seed <= experiments; ++seed) {
    Scenario scenario;
    scenario.run.counts = {.months = 24,
                           .parameter_draws = 1,
                           .replicates = static_cast<int>(replicates),
                           .seed = static_cast<std::uint32_t>(seed)};
    scenario.population.size.households = 1000;
    scenario.policies = {testing::policy_with_caseload("today", 300),
                         testing::policy_with_caseload("1 to 100", 100)};
    auto const results = run_experiment(scenario, areas, {.jobs = 1});
    auto const baseline = values_of(results, 0, "cumulative_self_reliant");
    auto const policy = values_of(results, 1, "cumulative_self_reliant");
    of_mean.push_back(estimate(baseline, replicates));
    of_difference.push_back(difference(policy, baseline, replicates, "higher").estimate);
    all.insert(all.end(), baseline.begin(), baseline.end());
    for (std::size_t r = 0; r < replicates; ++r) all_differences.push_back(policy[r] - baseline[r]);
  }
  double const mean_held = share_holding(of_mean, mean(all));
  double const difference_held = share_holding(of_difference, mean(all_differences));
  INFO("exits " << mean_held << ", paired difference " << difference_held);
  CHECK(mean_held >= min);
  CHECK(mean_held <= max);
  CHECK(difference_held >= min);
  CHECK(difference_held <= max);
}

namespace {

/// An experiment with parameter draws, and how strong its prior is beside chance.
struct Corner {
  int draws;
  std::size_t replicates;
  double
      sd_parameters;  ///< of the expected value over the priors; that of one value by chance is 1
};

/// Standard normals of an experiment, one after the other.
class Normals {
 public:
  explicit Normals(std::uint32_t experiment) : experiment_(experiment) {}
  double next() {
    auto const words = threefry4x32(++count_, experiment_, 0, 0, 15, 4);
    return math::normal_quantile((words[0] + 0.5) * 0x1p-32);
  }

 private:
  std::uint32_t experiment_, count_ = 0;
};

/// What a prior makes of a standard normal; of mean 0 and standard deviation 1 either way.
using PriorShape = double (*)(double);
double even(double normal) { return normal; }
double skewed(double normal) {
  constexpr double sd_of_log = 0.5;
  double const mean = std::exp(sd_of_log * sd_of_log / 2);
  double const sd = mean * std::sqrt(std::exp(sd_of_log * sd_of_log) - 1);
  return (std::exp(sd_of_log * normal) - mean) / sd;
}

/// The interval of an experiment whose figures are known sums of prior and chance, and the expected
/// value in one more world. Under one luck the twins differ by their parameters, and by chance as
/// far as parameters change what luck does: as much as by their expected values.
bool holds_a_further_world(Corner const& corner, PriorShape shape, std::uint32_t experiment) {
  Normals normals(experiment);
  auto const world = [&] { return corner.sd_parameters * shape(normals.next()); };
  Lives const lives(corner.replicates,
                    static_cast<std::size_t>(twins_of({.parameter_draws = corner.draws})));
  double const one_luck = normals.next();
  double const changed = std::min(1.0, corner.sd_parameters);
  std::vector<double> values, twins;
  for (int draw = 0; draw < corner.draws; ++draw) {
    double const expected = world();
    for (std::size_t r = 0; r < lives.replicates; ++r) values.push_back(expected + normals.next());
    twins.push_back(expected + std::sqrt(1 - changed * changed) * one_luck +
                    changed * normals.next());
  }
  values.insert(values.end(), twins.begin(),
                twins.begin() + static_cast<std::ptrdiff_t>(lives.twins));
  auto const interval = estimate(values, lives);
  double const truth = world();
  return interval.lower <= truth && truth <= interval.upper;
}

double share_of_worlds_held(Corner const& corner, PriorShape shape) {
  constexpr std::uint32_t experiments = 2000;
  int held = 0;
  for (std::uint32_t e = 0; e < experiments; ++e) held += holds_a_further_world(corner, shape, e);
  return static_cast<double>(held) / experiments;
}

constexpr int draws_of_a_run = 40;

/// Skills that a policy of many facilitators adds in three months, with learning drawn. The
/// baseline has so few that nothing of the skill is credited to it: else a rate beyond all belief
/// would make homes of that kind as well.
Scenario learning(Prior const& prior, int families, int replicates, std::uint32_t seed) {
  Scenario scenario;
  scenario.run.counts = {
      .months = 3, .parameter_draws = draws_of_a_run, .replicates = replicates, .seed = seed};
  scenario.population.size.households = families;
  scenario.world->life_cycle.on = false;  // skills do not hang on it, and thousands of runs do
  scenario.policies = {testing::policy_with_caseload("today", 1000),
                       testing::policy_with_caseload("many", 24)};
  scenario.uncertain = {{"world.skills.learning_rate", prior}};
  return scenario;
}

Difference more_skills(RunResults const& results) {
  return difference(values_of(results, 1, "skills"), values_of(results, 0, "skills"),
                    results.lives(), "higher");
}

/// The mean difference of many replicates in one more world of the prior.
double further_world(Scenario scenario, Areas const& areas) {
  auto counts = scenario.run.counts;
  counts.parameter_draws = draws_of_a_run + 1;
  scenario.world->skills.learning_rate =
      static_cast<float>(value_in_draw(scenario.uncertain.front(), counts, draws_of_a_run));
  scenario.uncertain.clear();
  scenario.run.counts.parameter_draws = 1;
  scenario.run.counts.replicates = 20;
  scenario.run.counts.seed += 1000000;
  return more_skills(run_experiment(scenario, areas, {.jobs = 1})).estimate.mean;
}

}  // namespace

TEST_CASE("intervals: those of draws hold the expected value of a further world", "[statistical]") {
  for (int const draws : {20, 40, 100}) {
    for (std::size_t const replicates : {1u, 5u}) {
      for (double const weak_or_strong : {0.0, 0.01, 10.0}) {
        CAPTURE(draws, replicates, weak_or_strong);
        double const held = share_of_worlds_held({draws, replicates, weak_or_strong}, even);
        CHECK(held >= 0.935);
        CHECK(held <= 0.965);
      }
      CAPTURE(draws, replicates);
      double const held = share_of_worlds_held({draws, replicates, 10}, skewed);
      CHECK(held >= 0.935);
      CHECK(held <= 0.965);
      // Where chance and parameters do as much, it is rather too wide.
      for (double const between : {0.1, 0.2, 0.5, 1.0}) {
        CAPTURE(between);
        CHECK(share_of_worlds_held({draws, replicates, between}, even) >= 0.94);
      }
    }
  }
}

TEST_CASE("intervals: those of a run with draws hold the expected difference of a further world",
          "[statistical]") {
  auto const areas = testing::one_area();
  auto const [experiments, min, max] = suite();
  Prior const weak{.shape = Prior::Shape::uniform, .numbers = {0.1, 0.1001}, .range = {0, 1}};
  Prior const strong{.shape = Prior::Shape::normal, .numbers = {0.5, 0.2}, .range = {0, 1}};
  for (int const replicates : {1, 5}) {
    for (bool const is_weak : {true, false}) {
      std::vector<Estimate> intervals;
      std::vector<double> truths;
      double chance = 0, parameters = 0;
      for (int seed = 1; seed <= experiments; ++seed) {
        // More families have less chance among them, so that a strong prior decides. Differences of
        // fewer than a hundred families are skewed: of 48 only 92 in 100 intervals held them.
        auto const scenario = learning(is_weak ? weak : strong, is_weak ? 120 : 192, replicates,
                                       static_cast<std::uint32_t>(seed));
        intervals.push_back(more_skills(run_experiment(scenario, areas, {.jobs = 1})).estimate);
        truths.push_back(further_world(scenario, areas));
        chance += intervals.back().sd_chance / experiments;
        parameters += intervals.back().sd_parameters / experiments;
      }
      // A weak prior moves nothing: all worlds have one expected difference, known from them all.
      if (is_weak) truths.assign(truths.size(), mean(truths));
      double held = 0;
      for (std::size_t i = 0; i < truths.size(); ++i)
        held += share_holding({intervals[i]}, truths[i]) / experiments;
      INFO(replicates << " replicates, " << (is_weak ? "weak" : "strong") << " prior: " << held
                      << "; sd by chance " << chance << ", by parameters " << parameters);
      CHECK((is_weak ? parameters < 0.1 * chance : chance < 0.35 * parameters));
      CHECK(held >= min);
      CHECK(held <= max);
    }
  }
}
