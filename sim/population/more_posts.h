// Where facilitators beyond the usual number go.
#pragma once

#include "population/programme.h"

namespace graduasi {

/// Sets the parts of districts for every rule of `policy.caseload.more_go`, from their areas and
/// from their usual caseloads, which must have been set.
void set_more_factors(Programme& programme);

}  // namespace graduasi
