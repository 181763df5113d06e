// One mean for each unit of another, with an interval.
#pragma once

#include "results/curves.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// The ratio of the means of two figures that were measured together.
///
/// One draw: Fieller's 95 % interval, which allows for the bottom's own uncertainty and for its
/// correlation with the top; none where the bottom's own interval reaches down to a quarter of it,
/// since the upper end then runs away and says nothing. More draws: each
/// has its own ratio of means, and the interval holds the middle 95 % of them. A draw whose bottom
/// is no more than nothing, or rests on too little (`told`), stands above all others: an upper end
/// that falls among such draws is not defined, and neither is the ratio where they are half or
/// more. With one draw nothing may rest on too little.
///
/// @param top, bottom  values draw after draw, `replicates` of each; NaN = does not count
/// @param replicates   values of a draw, at least 1
/// @param told         for each pair, whether its bottom rests on enough; empty = all do
Estimate ratio_of_means(std::span<double const> top, std::span<double const> bottom,
                        std::size_t replicates, std::span<char const> told = {});

}  // namespace graduasi
