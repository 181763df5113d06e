// `graduasi compare`: in what separate runs differ, read from their folders.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Compares finished results with the first one; prints, and writes comparison.csv when asked.
int compare_results(Request const& request);

}  // namespace graduasi
