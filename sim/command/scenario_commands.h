// The commands that read, write or explain scenarios and run nothing.
#pragma once

#include "command/request.h"

namespace graduasi {

/// What two scenarios differ in.
int show_difference(Request const& request);

/// The JSON Schema of scenarios.
int print_schema(Request const& request);

/// A new file with a scenario to start from.
/// @throws FileError when the file is there already or cannot be written
int write_first_scenario(Request const& request);

/// One parameter, group or root in words.
int explain_parameter(Request const& request);

/// All parameters as a page of Markdown.
int list_parameters(Request const& request);

}  // namespace graduasi
