// The command `compare`: differences between separate results.
#pragma once

#include "command/command_line.h"

namespace graduasi {

/// Compares finished results with the first one; prints, and writes comparison.csv when asked.
int compare_results(Request const& request);

}  // namespace graduasi
