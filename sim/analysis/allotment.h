// How to share facilitators out over areas.
#pragma once

#include "analysis/monotone_curve.h"
#include "experiment/experiment.h"
#include "population/areas.h"
#include "results/allotment_table.h"
#include "scenario/scenario.h"

#include <optional>
#include <vector>

namespace graduasi {

/// Parts of one total that together gain most: what each gains is a curve of its own part.
/// @param curves  by part, in units of the total
/// @param start   parts that sum to the total
/// @param least, most  bounds of each part
/// @returns parts with the same sum; the start when nothing better is found
std::vector<double> shared_out(std::vector<MonotoneCurve> const& curves,
                               std::vector<double> const& start, std::vector<double> const& least,
                               std::vector<double> const& most);

/// Shares the baseline's facilitators out over the areas so that together they gain most of the
/// plan's measure, from curves of each area over the ratio. Then both allotments are run, twice:
/// with the luck that the curves rest on, and with other luck.
/// @throws ScenarioError when the scenario sweeps
/// @returns nothing when it was stopped
std::optional<AreaAllotment> allot(Scenario const& scenario, Areas const& areas,
                                   ExperimentOptions const& options);

}  // namespace graduasi
