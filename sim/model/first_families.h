// The families of a district on the first day: drawn as they stood on the list, aged to the day by
// the clocks of the month, and given their welfare, traits and assessment clocks.
#pragma once

#include "model/kernel.h"
#include "model/year.h"
#include "population/birth_table.h"
#include "population/programme.h"
#include "population/settings.h"

namespace graduasi {

class AgedBefore;

/// What all districts of a nation share on the first day.
struct FirstDayPlan {
  World const& world;
  PopulationSettings const& settings;
  Levers const& baseline;
  BirthTable const& births;
  Key key;
  CalendarMonth before;  ///< the month before the first: the quarter in which month 0 lies
  Kernel kernel;         ///< a copy: whoever makes a plan asks for one on the way
  std::span<float const> growth_beyond = {};  ///< by quarters of the run, see `growth_until`
  AgedBefore* kept = nullptr;  ///< candidates that have aged by the same clocks, if they are kept
};

/// Children still with the family and at school, by place on the track, under these clocks.
ShareByByte share_at_school(MemberClocksParameters const& clocks);

/// What the business of family i earns in a month, line-months; 0 without one.
float business_income(HouseholdsView const& slots, std::size_t i, EnterpriseParameters const& p);

/// Who lives in the families of a district without a household file, by the list and its ageing.
/// Writes members, adult, record and the head of each, those that wait behind the others.
void enrol_typical(HouseholdsView slots, District const& district, FirstDayPlan const& plan);

/// The families of a district that are formed during the run as they are kept until then, and the
/// district as though they were its whole list: with its laws, and with their numbers.
District kept_apart(District district);
HouseholdsView kept_part(HouseholdsView const& slots, District const& district);

/// Fills the slots of a district: its families first, those that wait, then padding, and behind it
/// the families that are formed during the run.
/// @param visit_rate  visits per family and month that the baseline allows there
/// @throws ScenarioError when the list holds too few families with a component
void initialise_district(HouseholdsView slots, District const& district, AreaPlan const& area,
                         FirstDayPlan const& plan, float visit_rate);

}  // namespace graduasi
