// `graduasi rerun`: whether every figure of a result comes out again.
#pragma once

#include "command/request.h"

namespace graduasi {

/// `graduasi rerun RESULT`: runs a result's resolved.yaml again and compares every figure.
/// @returns 0 when all are equal, 4 when not; what a run returns when it does not finish
/// @throws FileError when there is no finished result; ScenarioError when its input files are gone
int rerun_result(Request const& request);

}  // namespace graduasi
