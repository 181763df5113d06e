// Lever values that do best under a budget, or reach a target for the least cost.
#pragma once

#include "base/errors.h"
#include "experiment/experiment.h"
#include "outcome/estimate.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// Values of the levers that were run, and what they gave.
struct Evaluation {
  std::vector<double> levers;  ///< in the order of `Optimum::levers`
  Estimate gain, cost;
  Estimate more_gain, more_cost;  ///< less the baseline, paired
  Estimate from_best;             ///< of what is optimised, less that of the optimum, paired
  bool allowed = false;           ///< within the budget, or reaching the target
};

/// The best under a multiple of the budget or of the target.
struct FrontierPoint {
  double multiple = 1, limit = 0;
  std::optional<Evaluation> best{};  ///< nothing: not within the levers' ranges
};

/// A lever, where it was looked for, and between which of the values tried nothing changes.
struct OptimisedLever {
  std::string path, unit;
  double min = 0, max = 0;
  double indifferent_from = 0, indifferent_to = 0;
  bool at_end = false;  ///< the optimum lies at `min` or `max`
};

/// Why there is no optimum although values are allowed.
enum class Undecided {
  no,            ///< there is one
  all_the_same,  ///< what is made best is the same at every point tried
  no_target      ///< a target of 0 is reached by everything
};

/// A whole optimisation.
struct Optimum {
  std::string scenario, question, policy;  ///< whose levers were moved
  std::string gain, cost;                  ///< measures
  bool minimises = false;                  ///< the cost for a target, not the gain for a budget
  double limit = 0;                        ///< the budget, or the target
  int month = 0;
  std::int64_t households = 0, programme_households = 0;
  std::size_t replicates = 0, draws = 0;
  std::uint32_t seed = 0, independent_seed = 0;
  std::vector<OptimisedLever> levers;
  Estimate baseline_gain, baseline_cost;
  Undecided undecided = Undecided::no;
  std::optional<Evaluation> best{};         ///< nothing: no values are allowed, or it is undecided
  std::optional<Evaluation> independent{};  ///< the same levers with other luck: chosen without it
  std::vector<FrontierPoint> frontier;
  std::vector<Evaluation> tried;  ///< ascending by levers
  std::vector<Warning> warnings;
};

/// As in "cumulative_self_reliant is 0 at every value tried"; for an optimum that is undecided.
std::string why_undecided(Optimum const& optimum);

/// Whether a difference can be told from nothing; with one replicate nobody knows, so yes.
bool is_distinguishable(Estimate const& difference);

/// Optimises the levers of the scenario's plan. Every point is run with the same families and luck
/// as the baseline; each is run once. The optimum is run again under another seed, since the best
/// of many is lucky too.
/// @throws ScenarioError when the scenario sweeps, or values contradict the areas
/// @returns nothing when it was stopped
std::optional<Optimum> optimise(Scenario const& scenario, Areas const& areas,
                                ExperimentOptions const& options);

/// The scenario cut to the size of its plan; the plan is in it, with the month filled in.
Scenario reduced_for_optimisation(Scenario scenario);

}  // namespace graduasi
