// Reads the list `policies`: names, levers, changes over time and events.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

#include <vector>

namespace graduasi {

/// The policies of a scenario; one called `today` when it writes none. Never empty, even when the
/// problems say that something is wrong.
/// @param written   the entry under `policies`, or null
/// @param scenario  as far as it is known already: how long it runs
std::vector<Policy> checked_policies(Entry const* written, Scenario const& scenario,
                                     Problems& problems);

}  // namespace graduasi
