// Room in a district for the families that are formed during a run.
#pragma once

#include "population/programme.h"

namespace graduasi {

/// Room for the families that are formed in a run. They are poor enough for the list, which ends
/// where the last of those who wait on the first day was ranked.
/// @param district  its families and waiting ones are known; slots, and what says when families are
///                  formed and where the list ends, are set
/// @throws ScenarioError when the district gets too many households for its ids
void make_room_to_form(District& district, AreaPlan const& plan, NewFamilies const& formed);

}  // namespace graduasi
