// Facts of a run beside its figures: program, machine, times, and what tells it from another.
#pragma once

#include "experiment/experiment.h"
#include "store/store.h"

namespace graduasi {

/// Fills in how the run went: program, machine, times, sizes.
void fill_facts(RunResults& results, Scenario const& scenario, ExperimentOptions const& options,
                double wall_seconds);

/// The program, and every value that moves a figure of the scenario. How many replicates there are
/// and which measures are written moves none.
RunIdentity identity_of(Scenario const& scenario);

/// The command line, for the manifest: what the system says this process was started with, with the
/// quotes that a shell needs to start it so again.
std::string command_line_of_process();

}  // namespace graduasi
