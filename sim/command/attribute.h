// `graduasi attribute`: what each mechanism contributes to a result.
#pragma once

#include "command/request.h"

namespace graduasi {

/// `graduasi attribute SCENARIO`: divides a result over groups of mechanisms.
/// @returns 0, or 130 when it was interrupted; then nothing is written
int attribute_result(Request const& request);

}  // namespace graduasi
