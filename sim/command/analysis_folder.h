#pragma once

#include "results/folder.h"
#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace graduasi {

/// What each of many runs has, where the scenario asks for more; else empty.
std::string size_note(Scenario const& asked, Scenario const& cut);

/// Ends the folder of an analysis, whose tables are written: `resolved.yaml` and the manifest.
/// @param scenario  as it was run, with the block of the analysis
/// @param warnings  that came up on the way, beside those of the scenario
/// @throws FileError
void publish_analysis(ResultFolder& folder, Scenario const& scenario,
                      std::vector<Warning> const& warnings, double wall_seconds);

}  // namespace graduasi
