// The scenario of a request with everything that it names, read and checked.
#pragma once

#include "base/errors.h"
#include "command/request.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <vector>

namespace graduasi {

struct LoadedScenario {
  Scenario scenario;
  Areas areas;
};

/// @returns the scenario, with the warnings of all that was read
/// @throws ScenarioError with every problem; FileError when the scenario cannot be read
LoadedScenario load_scenario(Request const& request);

/// With `--strict`, warnings are problems.
/// @throws ScenarioError when there are any
void refuse_if_strict(Request const& request, std::vector<Warning> const& warnings);

}  // namespace graduasi
