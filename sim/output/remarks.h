// What a reader must know before the figures of a run.
#pragma once

#include "base/language.h"
#include "outcome/run_results.h"

#include <string>
#include <vector>

namespace graduasi {

/// Sample, interval, interruption. Sentences without a stop.
std::vector<std::string> remarks(RunResults const& results, Language language = Language::english);

/// Why there is no table where a run was interrupted before any pair of draw and replicate had
/// every policy, and what to do, a line; else empty.
std::string nothing_to_compare(RunResults const& results, Language language = Language::english);

}  // namespace graduasi
