// What a scenario credits to the mentoring before its first day.
#pragma once

#include "population/areas.h"
#include "scenario/scenario.h"

#include <string>

namespace graduasi {

/// "of the families' mean skill of 0.31 on the first day, 0.16 is credited to past mentoring",
/// under the baseline and the middle of all priors.
std::string past_mentoring(Scenario const& scenario, Areas const& areas);

}  // namespace graduasi
