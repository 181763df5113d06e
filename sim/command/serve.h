// Shows the application in the browser of this machine.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Answers the page until Ctrl+C.
/// @returns 0
/// @throws FileError when the port is taken
int serve_application(Request const& request);

}  // namespace graduasi
