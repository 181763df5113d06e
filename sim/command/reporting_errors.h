// What becomes of an error: its message and the exit code.
#pragma once

#include "base/language.h"
#include "experiment/ranks.h"

#include <functional>

namespace graduasi {

/// Runs the program and sees that its answer arrives on stdout; an error becomes its message on
/// stderr and the exit code of its kind: 1 the scenario or the command line is wrong, 2 the
/// surroundings fail, 3 our bug. Of several ranks the first one speaks, also for the others, and
/// all end with the same code.
/// @param language  of messages, as it is when the program ends: the program itself may learn it
int reporting_errors(Ranks& ranks, Language const& language, std::function<int()> const& program);

}  // namespace graduasi
