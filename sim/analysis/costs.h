// What policies cost, to whom, and what an exit costs, out of the runs that are finished.
#pragma once

#include "analysis/cost_figures.h"
#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <vector>

namespace graduasi {

/// Discounted costs of every policy and variant, by perspective and item, and what follows:
///
/// - `total` of each perspective, and its parts;
/// - `self_reliant_exits` and `sustained_exits`, discounted like money, without a perspective;
/// - `cost_per_self_reliant` and `cost_per_sustained`: a perspective's total for each of them
///   (`ratio_of_means`); not defined below 30 exits in a simulation;
/// - of the programme, against the baseline: `saved_on_first_day`, `saved_on_entered` and
///   `saved_on_returned`, benefits that go no longer to families of the first day, to those let in
///   since and to those that had left and are back, negative where more goes to them; in all these
///   are `benefits_saved`, the benefits that the baseline pays
///   and the policy does not; `extra_cost`, what the policy pays more for everything else; and
///   `net_saving`, the first less the second. What is saved after the run's end is not counted.
std::vector<CostFigure> costs_of(RunResults const& results, Scenario const& scenario);

}  // namespace graduasi
