// `graduasi report`: the page of a finished result, written again.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Writes the page of a finished result again, in its folder or elsewhere.
int write_report(Request const& request);

}  // namespace graduasi
