// How large a pilot must be, before it is run: `graduasi trial`.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Simulates pilots of several sizes, writes their folder and prints what was found.
/// @returns an exit code
int plan_trial(Request const& request);

}  // namespace graduasi
