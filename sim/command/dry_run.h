// What `--dry-run` says of a run.
#pragma once

#include "command/request.h"
#include "experiment/experiment.h"

#include <string>

namespace graduasi {

/// What a run would do: parameters that differ from their defaults, simulations, and the time,
/// memory and size of files to expect. The time is measured on a small sample of the same scenario.
std::string dry_run(Scenario const& scenario, Areas const& areas, ExperimentOptions const& options,
                    Request const& request);

}  // namespace graduasi
