// One mean for each unit of another, with an interval.
#pragma once

#include "outcome/estimate.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// The ratio of the means of two figures that were measured together.
///
/// One draw: Fieller's 95 % interval, which allows for the bottom's own uncertainty and for its
/// correlation with the top; none where the bottom's own interval reaches down to a quarter of it,
/// since the upper end then runs away and says nothing. More draws: each
/// has its own ratio of means, and the interval is for one world drawn from the priors (`held`). A
/// draw whose bottom is no more than nothing, or rests on too little (`told`), counts as above all
/// others: an upper end that falls among such draws is not defined, and neither is the ratio where
/// they are half or more. With one draw nothing may rest on too little.
///
/// @param top, bottom  values as `gather` lays them; NaN = does not count
/// @param told         for each, whether its bottom rests on enough; empty = all do
Estimate ratio_of_means(std::span<double const> top, std::span<double const> bottom, Lives lives,
                        std::span<char const> told = {});

}  // namespace graduasi
