// Groups that rest on so few families of a household file that their results would tell of them.
#pragma once

#include "population/areas.h"
#include "results/outcome.h"
#include "scenario/scenario.h"

namespace graduasi {

/// Empties the results of every stratum that rests on fewer than `smallest_cell` families of the
/// file: an area by its rows, a group of families by its part of the simulated ones at month 0.
/// Where that is one stratum of a split, the next smallest goes with it, for it could be told from
/// the whole and the others. A warning names them; without a household file nothing happens.
void empty_small_cells(Outcome& outcome, Scenario const& scenario, Areas const& areas);

}  // namespace graduasi
