// Groups that rest on so few families of a household file that their results would tell of them.
#pragma once

#include "agents/households.h"
#include "experiment/prepared.h"
#include "outcome/run_results.h"

#include <cstdint>
#include <vector>

namespace graduasi {

/// What of a household file stands behind a group of simulated families. One family of the file
/// (a row) stands for as many simulated ones as its weight says.
struct Support {
  std::uint64_t rows = 0;      ///< that any of the simulated families was taken from
  std::uint64_t largest = 0;   ///< simulated families that were taken from one row, the most
  std::uint64_t families = 0;  ///< simulated families that were taken from the file
};

/// Whether results of such a group tell of no single family: it holds none of the file, or at
/// least `smallest_cell` of them (threshold rule) with at most half of its families from any one
/// (dominance rule).
bool is_safe(Support const& support);

/// The support of every subgroup of an initial population, in the order of the results' subgroups;
/// nothing without a household file.
/// @param households  of the districts of the share; the support is that of all districts
std::vector<Support> supports_of(HouseholdsView households, PreparedVariant const& e, Key key,
                                 DistrictShare const& share);

/// @param all  what the whole rests on in one population
/// @throws ScenarioError when that is not safe, since then nothing could be shown
void refuse_small_whole(Support const& all);

/// Empties the results of every subgroup that is not safe in any of the populations. The emptied
/// ones of a split together are the whole less the others, so where they are not safe together the
/// next smallest goes with them, until they are. A warning names them.
/// @param supports  of each population, as `supports_of` gives them
void empty_small_cells(RunResults& results, std::vector<std::vector<Support>> const& supports);

}  // namespace graduasi
