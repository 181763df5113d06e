// What `optimise` looks for: levers, what is to be gained, and what it may cost.
#pragma once

#include "scenario/blocks/key.h"
#include "scenario/headline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A lever, and between which values the best one is looked for.
struct LeverRange {
  std::string path;  ///< "policy.caseload.households_per_facilitator"
  Range range{0, 0};
};

/// A measure and how much of it.
struct MeasureAmount {
  std::string measure;
  std::optional<double> amount{};  ///< nothing: what the baseline has
};

/// The block `optimise`.
struct OptimisePlan {
  std::string policy;  ///< whose levers are moved; empty: the baseline's
  std::vector<LeverRange> levers = {{"policy.caseload.households_per_facilitator", {50, 500}}};
  bool minimise = false;  ///< the cost for a target, not the gain for a budget
  /// What is to be gained: maximised, or with `amount` the target.
  MeasureAmount gain{std::string(sustained_measure)};
  /// What it costs: minimised, or with `amount` the budget.
  MeasureAmount cost{"cumulative_wage_bill_rupiah"};
  std::optional<int> month{};  ///< nothing: the last one
  /// Multiples of the budget or of the target at which the best is looked for as well.
  std::vector<double> frontier = {0.8, 0.9, 1, 1.1, 1.25, 1.5, 2};
  int evaluations = 40;      ///< values of the levers that are run for the optimum, at most
  int households = 50000;    ///< at most, of each run
  int replicates = 8;        ///< at most, in each parameter draw
  bool allot_areas = false;  ///< share the baseline's facilitators out over areas instead
};

inline constexpr auto allotted_over = std::to_array<std::string_view>({"area"});

/// Keys that say nothing where facilitators are shared out as they are.
inline constexpr auto idle_beside_allot =
    std::to_array<std::string_view>({"policy", "minimise", "target", "frontier", "evaluations"});

struct BlockReading;

template <>
struct BlockOf<OptimisePlan> {
  using Plan = OptimisePlan;
  /// What is no single value; with their functions in blocks/optimise.cpp.
  static OwnForm<Plan> const levers, maximise, budget, minimise, target;

  static constexpr std::string_view name = "optimise";
  static constexpr std::string_view meaning = "levers to optimise, what for, and what it may cost";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {"policy",
       {&Plan::policy, KeyForm::policy},
       "",
       "whose levers are moved (graduasi optimise)"},
      {"levers", &levers, "",
       "levers to optimise, and between which values; left out: "
       "policy.caseload.households_per_facilitator from 50 to 500"},
      {"maximise", &maximise, "", "what is to be gained under the budget"},
      {"budget", &budget, "", "what it may cost; without an amount, what the baseline costs"},
      {"minimise", &minimise, "", "what a target is to cost, in place of maximise"},
      {"target", &target, "",
       "what must be reached at the least cost; without an amount, what the baseline reaches"},
      {"allot",
       {&Plan::allot_areas, allotted_over},
       "",
       "share the baseline's facilitators out over areas instead of moving levers"},
      {"month", &Plan::month, "", "when both are looked at"},
      {"frontier",
       {&Plan::frontier, {0.01, 100}, "[0.8, 1, 1.5]"},
       "times",
       "multiples of the budget or target at which the best is looked for as well"},
      {"evaluations",
       {&Plan::evaluations, {4, 10000}},
       "evaluations",
       "points that are run in search of the optimum, at most"},
      {"households",
       {&Plan::households, small_run_households},
       "households",
       "families of each of the many runs, at most",
       "at most, of each run"},
      {"replicates",
       {&Plan::replicates, small_run_replicates},
       "replicates",
       "of each of the many runs in a parameter draw, at most",
       "at most, of each run"},
  });

  /// Refuses what contradicts itself.
  static void check(BlockReading const& reading, Plan const& plan);

  static bool leaves_out(Plan const& plan, std::string_view key) {
    return plan.allot_areas && std::ranges::find(idle_beside_allot, key) != idle_beside_allot.end();
  }
};

}  // namespace graduasi
