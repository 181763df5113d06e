// Results that are equal where they were to be compared, found after a run.
#pragma once

#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <vector>

namespace graduasi {

/// Policies with the figures of the baseline in every month, measure and replicate of every
/// variant, though they are not the same in the scenario; swept paths whose values all give the
/// same; and a run long enough for sustained exits that has none. Only what is finished is looked
/// at.
std::vector<Warning> warnings_of_results(RunResults const& results, Scenario const& scenario);

}  // namespace graduasi
