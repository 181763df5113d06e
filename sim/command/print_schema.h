// `graduasi schema`: what an editor must know of scenarios.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Prints the JSON Schema of scenarios.
/// @returns 0
int print_schema(Request const& request);

}  // namespace graduasi
