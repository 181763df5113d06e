// `graduasi diff`: in what two scenarios differ.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Prints every value that is not the same in both, defaults filled in.
/// @returns 0
/// @throws ScenarioError when one of them is wrong
int show_difference(Request const& request);

}  // namespace graduasi
