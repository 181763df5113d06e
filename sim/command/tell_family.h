// `graduasi run --trace`: one family, followed instead of running.
#pragma once

#include "command/request.h"
#include "experiment/experiment.h"

namespace graduasi {

/// Prints the months of the family that the request names, as a story or as JSON.
/// @returns 0
/// @throws ScenarioError when that is not a family, or not one that may be shown
int tell_family(Request const& request, Scenario const& scenario, Areas const& areas, Isa isa);

}  // namespace graduasi
