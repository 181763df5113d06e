// Policies, levers and events that change nothing, found before a run.
#pragma once

#include "population/areas.h"
#include "scenario/scenario.h"

#include <vector>

namespace graduasi {

/// Policies that are the baseline, or another one, in every month; levers, swept ones too, and
/// events that change nothing; rules of allotment that the areas file gives nothing to go by.
std::vector<Warning> warnings_of_idle(Scenario const& scenario, Areas const& areas);

}  // namespace graduasi
