// Lever values that do best under a budget, or reach a target for the least cost.
#pragma once

#include "experiment/experiment.h"
#include "population/areas.h"
#include "results/optimum_table.h"
#include "scenario/scenario.h"

#include <optional>

namespace graduasi {

/// Optimises the levers of the scenario's plan. Every point is run with the same families and luck
/// as the baseline; each is run once. The optimum is run again under another seed, since the best
/// of many is lucky too.
/// @throws ScenarioError when the scenario sweeps, or values contradict the areas
/// @returns nothing when it was stopped
std::optional<Optimum> optimise(Scenario const& scenario, Areas const& areas,
                                ExperimentOptions const& options);

/// The scenario cut to the size of its plan; the plan stands in it, with the month filled in.
Scenario cut_to_optimise(Scenario scenario);

}  // namespace graduasi
