// `graduasi init`: a scenario to start from.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Writes a commented scenario to a new file.
/// @returns 0
/// @throws FileError when the file is there already or cannot be written
int write_first_scenario(Request const& request);

}  // namespace graduasi
