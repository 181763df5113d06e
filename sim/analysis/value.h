// Which policy is worth its cost, over parameter draws, and what it would be worth to know more.
#pragma once

#include "results/value_tables.h"
#include "scenario/scenario.h"

#include <span>
#include <vector>

namespace graduasi {

/// With fewer draws a cubic through them says nothing of a single parameter.
inline constexpr std::size_t least_draws_for_parameters = 20;

/// What a sustained exit may be worth to whoever decides: nothing, and 10 million to a billion
/// rupiah in steps of about a half.
std::span<double const> thresholds();

/// The policies of every variant by rising cost, for the programme and for society. The effect is
/// sustained self-reliant exits; both are discounted.
std::vector<FrontierRow> frontier_of(Outcome const& outcome, Scenario const& scenario);

/// Over parameter draws: which policy is best, and what knowing everything, or one parameter, would
/// be worth. How likely a policy is best allows for chance as well; what knowing is worth takes the
/// draws by their expected values, chance taken out (`DrawSpread`).
/// @returns nothing with one draw or one policy, nor where no exit of some policy can count as
/// sustained yet; no parameters below `least_draws_for_parameters`
std::vector<Decision> decisions_of(Outcome const& outcome, Scenario const& scenario);

/// All of it.
CostsAndValue costs_and_value(Outcome const& outcome, Scenario const& scenario);

}  // namespace graduasi
