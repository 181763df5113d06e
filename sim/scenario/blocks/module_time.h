// Modules of mentoring share the time of contact: together they cannot take more than all of it.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

namespace graduasi {

/// Refuses policies, sweeps and ranges to optimise over under which the shares of all modules of
/// `policy.mentoring` add up to more than 1 in any month.
/// @param root      the whole scenario as it was written
/// @param scenario  all of it, already read and without a mistake
void refuse_too_many_modules(Entry const& root, Scenario const& scenario, Problems& problems);

}  // namespace graduasi
