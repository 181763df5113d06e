// `graduasi explain`: what a parameter means.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Prints one parameter, group or root in words.
/// @returns 0
/// @throws ScenarioError when there is none of that path
int explain_parameter(Request const& request);

}  // namespace graduasi
