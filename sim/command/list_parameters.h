// `graduasi parameters`: the reference of all parameters.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Prints all parameters as a page of Markdown.
/// @returns 0
int list_parameters(Request const& request);

}  // namespace graduasi
