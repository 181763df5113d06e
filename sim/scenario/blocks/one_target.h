// A target is of the nation or of a facilitator: both at once would be added.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

namespace graduasi {

/// Reports policies, a sweep or levers to optimise by which `policy.target.families` and
/// `policy.target.per_facilitator` may both be above 0 in a month.
void refuse_two_targets(Entry const& root, Scenario const& scenario, Problems& problems);

}  // namespace graduasi
