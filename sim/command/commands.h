// What commands have in common, and the run itself.
#pragma once

#include "base/errors.h"
#include "command/request.h"
#include "experiment/experiment.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <vector>

namespace graduasi {

/// A scenario and the areas file that it names, both checked.
struct Checked {
  Scenario scenario;
  Areas areas;
};

/// Reads the scenario of a request with everything that it names.
/// @throws ScenarioError with every problem; FileError when the scenario cannot be read
Checked read_and_check(Request const& request);

/// Whether stdout is to be written in colour: as asked, else on a terminal without NO_COLOR.
bool wants_color(Request const& request);

/// With `--strict`, warnings are problems.
/// @throws ScenarioError when there are any
void refuse_warnings(std::vector<Warning> const& warnings);

/// Threads, memory and instructions as asked for; stops when the user interrupts.
/// @throws ScenarioError for instructions that this processor does not have
ExperimentOptions options_of(Request const& request);

/// Reads, runs, writes the result folder and prints the comparison.
int run_scenario(Request const& asked);

}  // namespace graduasi
