// What `optimise` looks for: levers, what is to be gained, and what it may cost.
#pragma once

#include "parameters/parameter.h"

#include <optional>
#include <string>
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
  MeasureAmount gain{"sustained_self_reliant"};
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

}  // namespace graduasi
