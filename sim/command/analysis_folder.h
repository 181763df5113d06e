#pragma once

#include "command/request.h"
#include "output/page/analysis_page.h"
#include "scenario/scenario.h"
#include "store/folder.h"

#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// What each of many runs has, where the scenario asks for more; else empty.
std::string size_note(Scenario const& asked, Scenario const& cut);

/// Ends the folder of an analysis, whose tables are written: `resolved.yaml`, page and manifest.
/// @param figures   what the page draws; nothing: there is no page
/// @param request   whether a report is wanted, and in which language
/// @param scenario  as it was run, with the block of the analysis
/// @param warnings  that came up on the way, beside those of the scenario
/// @throws FileError
void publish_analysis(ResultFolder& folder, Request const& request, Scenario scenario,
                      std::optional<AnalysisFigures> const& figures,
                      std::vector<Warning> const& warnings, double wall_seconds);

}  // namespace graduasi
