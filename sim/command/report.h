// The command `report`: the page of a result, drawn anew by this version of the program.
#pragma once

#include "command/command_line.h"

namespace graduasi {

/// Writes the page of a finished result again, in its folder or elsewhere.
int write_report(Request const& request);

}  // namespace graduasi
