// What becomes of an error: its message and the exit code.
#pragma once

#include <functional>

namespace graduasi {

/// Runs the program and sees that its answer arrives on stdout; an error becomes its message on
/// stderr and the exit code of its kind: 1 the scenario or the command line is wrong, 2 the
/// surroundings fail, 3 our bug.
int reporting_errors(std::function<int()> const& program);

}  // namespace graduasi
