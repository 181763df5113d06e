// `graduasi calibrate`: which worlds agree with what is published.
#pragma once

#include "command/request.h"

namespace graduasi {

/// `graduasi calibrate TARGETS`: conditions what is uncertain on a file of targets.
/// @returns 0, or 130 when it was interrupted; then what was simulated is kept for --resume
int calibrate_worlds(Request const& request);

}  // namespace graduasi
