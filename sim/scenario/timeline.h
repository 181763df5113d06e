// The levers of a policy in every month of a run, in one area.
#pragma once

#include "population/areas.h"
#include "scenario/scenario.h"

#include <functional>
#include <vector>

namespace graduasi {

/// Part of the programme's families that live where a step of a policy holds, in (0, 1].
using ShareReached = std::function<double(Policy const& policy, Where const& of_step)>;

/// The levers by month: index 0 is the state before the run, index m its m-th month.
///
/// A lever holds the value of the latest step that sets it here; one that no step has set yet
/// follows the baseline. With `phase_in_months` k, number levers cover the way in k equal parts,
/// the first in the month `from`, so that the k-th month arrives; whole numbers are rounded,
/// yes-or-no levers change at once. Index 0 holds the baseline's first levers.
///
/// A national number (target.families, programme.quota) is shared among all districts by families.
/// One that is set for some areas is given as the number of the nation of which they get just that.
/// @param here   the area; one without a name has what holds everywhere
/// @param share  empty: a half, for those who only ask what differs from what
std::vector<Levers> levers_by_month(Policy const& policy, Policy const& baseline,
                                    RunSettings const& run, Area const& here,
                                    ShareReached const& share = {});

/// The same in each of the areas that stand for all, see `areas_apart`.
std::vector<std::vector<Levers>> levers_in_places(Policy const& policy, Scenario const& scenario,
                                                  ShareReached const& share = {});

/// What happens in an area under a policy: the events of the baseline, then its own. Places of
/// some areas are turned into as many of the whole nation.
std::vector<Event> events_of(Policy const& policy, Policy const& baseline, Area const& here,
                             ShareReached const& share = {});

}  // namespace graduasi
