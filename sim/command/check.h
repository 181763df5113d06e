// `graduasi check`: what is wrong with a scenario, and what its run will not show; runs nothing.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Reads, and says "no problems found" when nothing is wrong; with `--json` what is wrong too, as a
/// document.
/// @returns the exit code
int check_scenario(Request const& request);

}  // namespace graduasi
