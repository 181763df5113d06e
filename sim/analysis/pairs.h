// Figures of simulations, pair by pair of draw and replicate.
#pragma once

#include "outcome/estimate.h"

#include <optional>
#include <string_view>
#include <vector>

namespace graduasi {

/// A measure of a policy in a variant and subgroup, of every pair and twin that counts there, as
/// `gather` lays them; NaN for the others.
/// @param cell  its measure is not looked at
std::vector<double> values_of(RunResults const& results, Cell cell, std::string_view measure);

/// `a` less `b`, pair by pair.
std::vector<double> difference_of(std::vector<double> const& a, std::vector<double> const& b);

/// Mean of the values of pairs, in index order, twins left out; NaN when one is not defined.
double mean_of(std::vector<double> const& values, Lives lives);

/// Cuts a scenario to the size that an analysis takes of it: at most so many families and
/// replicates, no month after the one that is looked at, no groups.
/// @param month  filled in with the last one where none was asked for
void reduce_to_size(Scenario& scenario, int households, int replicates, std::optional<int>& month);

}  // namespace graduasi
