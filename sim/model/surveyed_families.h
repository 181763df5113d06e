// Families of a household file: which of them a district's slots stand for, who lives in them, and
// what the file knows in place of what would be drawn.
#pragma once

#include "agents/districts.h"
#include "agents/households.h"
#include "model/first_families.h"
#include "population/programme.h"
#include "population/surveyed_family.h"

#include <vector>

namespace graduasi {

/// The row of the file for each family of the district, in the order of its slots; empty when the
/// file has no family of the area.
///
/// The families of an area walk through its rows in equal steps of weight, from a place drawn once
/// a replicate. So a row stands for as many as its weight says, give or take one, and with equal
/// weights and as many families as rows each row is one family. Consecutive families lie far apart
/// in the file, so that repeated rows are not neighbours.
std::vector<SurveyedFamily const*> surveyed_in(District const& district, AreaPlan const& plan,
                                               Key key);

/// Writes who lives in the families, their benefit and their head into the first slots.
/// @returns months in the programme of each
std::vector<int> enrol_surveyed(HouseholdsView slots,
                                std::vector<SurveyedFamily const*> const& families,
                                District const& district, FirstDayPlan const& plan);

/// Observed spending, log of the area's line.
std::vector<float> observed_spending(std::vector<SurveyedFamily const*> const& families,
                                     District const& district);

/// Businesses that a household file knows of: before assets are settled by who runs one.
void apply_businesses(HouseholdsView slots, std::vector<SurveyedFamily const*> const& families);

/// Lets what the file knows replace what was drawn for the first day.
void apply_surveyed(HouseholdsView slots, std::vector<SurveyedFamily const*> const& families,
                    District const& district);

}  // namespace graduasi
