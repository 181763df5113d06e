// `graduasi show`: figures of a result as a table.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Prints a part of a finished result.
int show_result(Request const& request);

}  // namespace graduasi
