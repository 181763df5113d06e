// How many threads a run may have.
#pragma once

#include "experiment/experiment.h"

namespace graduasi {

/// That many are possible, by `-j` and by OMP_NUM_THREADS.
inline constexpr int max_threads = 4096;

/// Sees that the threads can be had, as OpenMP would end the process when not.
/// @throws ScenarioError for more than `max_threads`; FileError when the system starts fewer
void check_threads(ExperimentOptions const& options);

}  // namespace graduasi
