// The scenario that `graduasi init` writes to start from.
#pragma once

#include <string>

namespace graduasi {

/// A scenario to start from, for `graduasi init`: it runs as it is, and every parameter is in
/// it, most of them behind "# " with default, unit and range from the tables.
std::string first_scenario();

}  // namespace graduasi
