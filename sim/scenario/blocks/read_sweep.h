// Reads the block `sweep`: values of parameters of which every combination is run.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

#include <vector>

namespace graduasi {

/// The axes of a sweep, in file order.
///
/// Refused: a path that a policy sets itself or that is uncertain, and one that the command line
/// fixes, because one of the two would be ignored.
/// @param root      the whole scenario as it was written
/// @param scenario  its policies and priors, already read
std::vector<SweepAxis> checked_sweep(Entry const& root, Scenario const& scenario,
                                     Problems& problems);

}  // namespace graduasi
