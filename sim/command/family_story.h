// What `--trace` tells of one family, for people and for programs.
#pragma once

#include "base/calendar.h"
#include "experiment/family_trace.h"
#include "output/json.h"

#include <string>
#include <vector>

namespace graduasi {

/// What happened to a family in one month and why, in the order of the month; empty when nothing
/// worth telling did.
/// @param before  its month before, or null in the first one
std::vector<std::string> events_of(TraceRow const& row, TraceRow const* before,
                                   FamilyTrace const& trace);

/// The family's months under the baseline and the next policy, side by side, without the months in
/// which nothing happened under either.
std::string family_story(FamilyTrace const& trace, CalendarMonth start);

/// Every month under every policy, a list of values for each quantity.
Json family_json(FamilyTrace const& trace, CalendarMonth start);

}  // namespace graduasi
