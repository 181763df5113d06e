// Reads the command line: the commands of the table, their operands and their flags.
#pragma once

#include "command/request.h"

namespace graduasi {

/// The request, or a printed help or version text and no command.
/// @throws ScenarioError when the command line is wrong
Request read_command_line(int argc, char const* const* argv);

}  // namespace graduasi
