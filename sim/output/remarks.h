// What a reader must know before the figures of a run.
#pragma once

#include "outcome/run_results.h"

#include <string>
#include <vector>

namespace graduasi {

/// Sample, interval, interruption. Sentences without a stop.
std::vector<std::string> remarks(RunResults const& results);

}  // namespace graduasi
