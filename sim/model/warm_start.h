// Where past mentoring has led families: what the baseline keeps up in a district, so that families
// which are mentored as before stay, on average, as they are on the first day.
#pragma once

#include "agents/districts.h"
#include "agents/households.h"
#include "model/parameters.h"
#include "policy/levers.h"
#include "population/programme.h"
#include "population/settings.h"

namespace graduasi {

/// Worked out from the baseline's levers and the parameters of the world, whatever is switched off
/// in it: homes are what they are, so what a policy or a switch takes away shows.
///
/// For each level L with start L0, gain g (1 - L) by mentoring and return r (L - home), the home is
/// L0 - u (1 - L0) / r, where the upkeep u is the mean of the gains g of families that differ in
/// how they come to sessions and in who accompanies them. Families that gain more than u rise until
/// g (1 - L) is u (1 - L0) + r (L - L0): their rises and the falls of others cancel when each g
/// counts with the weight (1 - L0) / (r + g). Confidence also falls by setbacks and levies, a share
/// of itself. Assets are balanced over families with and without a business, which lose, reinvest
/// and pass from one state to the other; businesses start as often as they fail.
/// @param district  its upkeep is not read
/// @param area      the row that it belongs to
Upkeep upkeep_in(District const& district, AreaPlan const& area, World const& world,
                 PopulationSettings const& settings, Levers const& baseline);

/// Remembered contact of the families in the programme, by how often each comes to sessions.
/// @param slots  of the district, with habits and working hours of the first day
void remember_past_contact(HouseholdsView slots, District const& district,
                           AttendanceParameters const& attendance, Levers const& baseline);

/// What the first day credits to past mentoring.
struct Credit {
  double level = 0;  ///< mean of families in the programme, share
  double credited =
      0;  ///< above the home to which it would fade; beyond `level`, that lies below 0
};

/// Of livelihood skills.
/// @param programme  with the upkeep of its districts
Credit credit_of_skills(Programme const& programme, SkillsParameters const& skills,
                        TraitSettings const& traits);

}  // namespace graduasi
