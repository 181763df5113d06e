// The levers of a policy in every month of a run.
#pragma once

#include "scenario/scenario.h"

#include <vector>

namespace graduasi {

/// The levers by month: index 0 is the state before the run, index m its m-th month.
///
/// A lever holds the value of the latest step that sets it; one that no step has set yet follows
/// the baseline. With `phase_in_months` k, number levers cover the way in k equal parts, the first
/// in the month `from`, so that the k-th month arrives; whole numbers are rounded, yes-or-no levers
/// change at once. Index 0 holds the baseline's first levers.
std::vector<Levers> levers_by_month(Policy const& policy, Policy const& baseline,
                                    RunSettings const& run);

/// What happens under a policy: the events of the baseline, then its own.
std::vector<Event> events_of(Policy const& policy, Policy const& baseline);

}  // namespace graduasi
