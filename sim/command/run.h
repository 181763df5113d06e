// `graduasi run` and `graduasi sweep`: simulates a scenario and writes its results.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Reads, runs, writes the result folder and prints the comparison; with `--dry-run` or `--trace`,
/// says what would be run, or follows one family instead.
/// @returns 0, or 130 when it was interrupted; then what is finished is written
int run_scenario(Request const& request);

}  // namespace graduasi
