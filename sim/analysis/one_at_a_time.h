// Which uncertain parameters move the answer most: each is brought to the ends of its prior while
// all others keep their middle.
#pragma once

#include "experiment/experiment.h"
#include "results/outcome.h"
#include "results/rests_on.h"
#include "scenario/scenario.h"

namespace graduasi {

/// Families of the small runs that this takes.
inline constexpr int families_one_at_a_time = 10000;

/// Two small runs for each parameter with a prior, at 5 and 95 percent of it, of the baseline and
/// of the policy that differs most from it in the outcome. The answer is that difference in
/// self-reliant exits, or the baseline's exits when it is alone. All runs share one luck.
/// @param outcome  of the scenario; says which policy is looked at
/// @param options  `progress` is told the share of these runs that is done
/// @returns no influence when nothing has a prior or the run was stopped; a parameter whose ends
///          the population cannot take is left out
Influences one_at_a_time(Scenario const& scenario, Areas const& areas, Outcome const& outcome,
                         ExperimentOptions const& options);

}  // namespace graduasi
