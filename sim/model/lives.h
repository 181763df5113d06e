// How the lives of families run in a district: what of it is known before a run, the same for every
// policy and every number of threads.
#pragma once

#include "model/first_families.h"

namespace graduasi {

/// What the life cycle adds to the variance of lasting earnings over families in a quarter: the
/// variance of what it has done to a typical family after ten years, by the demography of the first
/// day, shared out evenly. (Not the mean square of its steps: who moves out had been born or had
/// begun to work before, and takes his step back.) Welfare has no part in it.
/// @param plan  its key does not matter: typical families have one of their own
/// @throws ScenarioError when the list holds too few families with a component
double variance_of_life_cycle(FirstDayPlan plan);

/// Families that leave an open list in a quarter because nobody in them is eligible any more, those
/// of the programme when that is noticed: one over the mean stay, which is what keeps the list as
/// long as it is when as many join.
/// @param plan  of an open list; its key does not matter, see above
/// @returns  share of the families on the list, some 0.017; 0 where members do not age
double leaving_list(FirstDayPlan plan);

/// @param added  to the variance in a quarter by the life cycle
LifeCourse lives_in(AreaPlan const& area, World const& world, PopulationSettings const& settings,
                    double added);

}  // namespace graduasi
