// Minimum wages of the areas file, where assessors ask for them.
#pragma once

#include "population/areas.h"
#include "scenario/scenario.h"

namespace graduasi {

/// @throws ScenarioError where a policy or a sweep has `policy.criteria.line: minimum_wage` and an
///         area has no minimum wage
void refuse_unknown_wages(Scenario const& scenario, Areas const& areas);

}  // namespace graduasi
