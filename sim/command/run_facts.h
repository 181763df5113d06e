#pragma once

#include "experiment/experiment.h"

namespace graduasi {

/// Fills in how the run went: program, machine, times, sizes.
void fill_facts(Outcome& outcome, Scenario const& scenario, ExperimentOptions const& options,
                double wall_seconds);

/// Keeps the command line, for the manifest: what the system says this process was started with.
std::string command_line_of_process();

}  // namespace graduasi
