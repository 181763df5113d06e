// What a run, or a month of it, comes too early to tell, found before it.
#pragma once

#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace graduasi {

/// Months outside after which a self-reliant exit counts as sustained: one of month 1 in month 25.
inline constexpr int sustained_after = 24;

/// What comparing the policies of a run will not say: there is one policy only, or no exit can
/// count as sustained, in the run or under a policy.
std::vector<Warning> warnings_of_comparison(Scenario const& scenario);

/// Policies that are still the baseline in a month in which they are to be compared.
/// @param place  where the month is asked for, as in "attribute.month"
std::vector<Warning> warnings_of_month(Scenario const& scenario, std::string const& place,
                                       int month);

/// What the blocks `optimise` and `attribute` ask for and cannot get.
std::vector<Warning> warnings_of_plans(Scenario const& scenario);

}  // namespace graduasi
