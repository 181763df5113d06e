// Which mechanisms a result rests on: it is divided over them by their Shapley values.
#pragma once

#include "experiment/experiment.h"
#include "population/areas.h"
#include "results/attribution_table.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace graduasi {

/// Exact Shapley values: what a player adds to those who are there when it comes, averaged over all
/// orders of coming.
///
/// The parts of equal size of coalition are summed first, in the order of their numbers, and
/// weighed with whole numbers: the same bits everywhere.
/// @param worth    of every coalition; in number c player i takes part when bit i of c is set
/// @param players  at most 20; `worth` has 2 to the power of it
/// @returns        one for each player; they sum to the worth of all less that of nobody
std::vector<double> shapley_values(std::span<double const> worth, std::size_t players);

/// Runs the scenario with every combination of its groups on and off, the same seed each time, and
/// divides the measure over them: that of the baseline, and what each policy adds to it. Runs are
/// cut to the size of the plan. A switch that the scenario has off stays off.
/// @throws ScenarioError when the scenario sweeps, or a combination contradicts the areas
/// @returns nothing when it was stopped
std::optional<Attribution> attribute(Scenario const& scenario, Areas const& areas,
                                     ExperimentOptions const& options);

/// The scenario cut to the size of its plan; the plan stands in it, with the month filled in.
Scenario cut_to_plan(Scenario scenario);

}  // namespace graduasi
