// What a district needs to live through the months of a calendar year.
#pragma once

#include "base/calendar.h"
#include "model/family_notes.h"
#include "model/month.h"
#include "model/staff.h"
#include "model/subgroup.h"
#include "model/trace.h"

#include <cstdint>
#include <span>

namespace graduasi {

/// A task: one district, one simulation, the months of one calendar year.
struct DistrictYear {
  District const& district;
  HouseholdsView households;  ///< the slots of the district
  Staff staff;
  float& cycle;
  std::int64_t& wanted;  ///< referrals to partners wanted last month, in units of 1/65,536
  World const& world;
  std::span<Levers const> levers;  ///< by month of the run
  std::span<Tally> tallies;        ///< by month of the task (the first day has one), added to
  Key key;
  CalendarMonth start;  ///< of the run; month 1 of the run
  int first_month;      ///< of this task, 1 or more
  int months;
  std::uint32_t district_number;
  std::span<Event> events = {};  ///< of the district alone: shares follow from places
  std::span<Subgroup const> subgroups = {};
  std::span<Tally> by_subgroup = {};  ///< by month of the task, then by subgroup; added to
  std::uint32_t traced_slot = 0;      ///< of the district; looked at when there is a trace
  std::span<TraceRow> trace = {};     ///< by month of the task, or empty
  std::span<FamilyNote> notes = {};   ///< by slot of the district, kept up to date; or empty
  std::span<float const> growth_beyond = {};  ///< by quarters of the run, see `growth_until`
  std::span<float const> line_by_year = {};   ///< over that of the first; or empty
};

}  // namespace graduasi
