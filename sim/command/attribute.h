// The command `attribute`: a result divided over the mechanisms it rests on.
#pragma once

#include "command/command_line.h"

namespace graduasi {

/// `graduasi attribute SCENARIO`: divides a result over groups of mechanisms.
/// @returns 0, or 130 when it was interrupted; then nothing is written
int attribute_result(Request const& request);

}  // namespace graduasi
