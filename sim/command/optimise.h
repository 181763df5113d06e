// `graduasi optimise`: the lever values that do best.
#pragma once

#include "command/request.h"

namespace graduasi {

/// `graduasi optimise SCENARIO`: lever values that do best under a budget, or for a target.
/// @returns 0, or 130 when it was interrupted; then nothing is written
int optimise_levers(Request const& request);

}  // namespace graduasi
