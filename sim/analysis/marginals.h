// What one more unit of a swept value changes, between neighbouring values of a sweep.
#pragma once

#include "results/marginals.h"
#include "scenario/scenario.h"

#include <span>

namespace graduasi {

/// Marginal effects between neighbouring values of every swept number, the least first, all other
/// values equal. Words and yes or no have none; neither has the baseline for
/// levers, which do not move it.
/// @param chosen  measures, as places among `measures()`
std::vector<Marginal> marginals_of(Outcome const& outcome, std::vector<SweepAxis> const& sweep,
                                   std::span<std::size_t const> chosen);

}  // namespace graduasi
