// What becomes of an error: its message and the exit code.
#pragma once

#include "experiment/ranks.h"

#include <functional>

namespace graduasi {

/// Runs the program and sees that its answer arrives on stdout; an error becomes its message on
/// stderr and the exit code of its kind: 1 the scenario or the command line is wrong, 2 the
/// surroundings fail, 3 our bug. Of several ranks the first one speaks, also for the others, and
/// all end with the same code.
int reporting_errors(Ranks& ranks, std::function<int()> const& program);

}  // namespace graduasi
