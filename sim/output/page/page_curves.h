// Curves as the report page reads them.
#pragma once

#include "outcome/run_results.h"
#include "output/json.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Every measure of every policy for the whole programme, month by month.
/// @param chosen  indices in `measures()`, ascending, here and below
Json page_curves(RunResults const& results, std::span<std::size_t const> chosen);

/// The same less the baseline, paired by draw and replicate. Runs above three years give the ends
/// of quarters only: a difference is read for its course, and the page has to stay small.
Json page_differences(RunResults const& results, std::span<std::size_t const> chosen);

/// The splits of the run ("area", "sex_of_head"): their groups, and curves as lists by group.
///
/// A split with few groups has every recorded month, one with many the last only, but for some
/// measures the ends of years too, and `differences` to the baseline then: they are shown on a map.
/// Of the measures those that can be compared between groups of different size are given; where
/// none of these was asked for, all that were.
Json page_splits(RunResults const& results, std::span<std::size_t const> chosen);

}  // namespace graduasi
