// The commands that read or write scenarios and run nothing.
#pragma once

#include "command/command_line.h"

namespace graduasi {

/// What two scenarios differ in.
int show_difference(Request const& request);

/// The JSON Schema of scenarios.
int print_schema(Request const& request);

}  // namespace graduasi
