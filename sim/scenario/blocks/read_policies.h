// Reads the list `policies`: names, levers, changes over time and events.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

#include <vector>

namespace graduasi {

/// Where what is believed of levers of the baseline goes.
struct PriorsOfLevers {
  std::vector<Uncertain>& uncertain;
  std::vector<InputFile>& inputs;  ///< files of draws that were read
};

/// The policies of a scenario; one called `today` when it writes none. Never empty, even when the
/// problems say that something is wrong.
/// @param written   the entry under `policies`, or null
/// @param scenario  as far as it is known already: how long it runs, and in how many draws
/// @param priors    added to
std::vector<Policy> checked_policies(Entry const* written, Scenario const& scenario,
                                     PriorsOfLevers priors, Problems& problems);

}  // namespace graduasi
