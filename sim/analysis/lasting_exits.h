// Whether exits that a policy brings can last long enough within a run to count as sustained.
#pragma once

#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <vector>

namespace graduasi {

/// By policy: 1 where it begins to differ from the baseline so early that an exit of that month can
/// count as sustained before the run ends, or never differs; else 0. The baseline has 1.
std::vector<char> policies_with_lasting_exits(RunResults const& results, Scenario const& scenario,
                                              std::size_t variant);

}  // namespace graduasi
