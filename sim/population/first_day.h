// State of beneficiary families on the first day, given who lives in them and how long they have
// been in the programme.
#pragma once

#include "agents/districts.h"
#include "agents/households.h"
#include "population/assessment_clock.h"
#include "population/programme.h"
#include "population/settings.h"
#include "random/threefry.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// A family whose spending is mostly benefit would be left with nothing; it earns this share of it.
inline constexpr float min_own_share = 0.55f;

/// What the first day of a district's families depends on.
struct FirstDay {
  AreaPlan const& area;
  PopulationSettings const& settings;
  float shock_keep = 0.975f;           ///< part of a persistent shock that is left after a month
  float passes = 1;                    ///< part of luck in income that spending shows
  float savings_follow_assets = 0;     ///< part of savings that goes with a family's assets
  float paid_unit_rupiah = 100000.0f;  ///< a year, for 1 of `record.paid`; 0: nobody is paid
  AssessmentClock assessments = {};
  /// Observed spending of the first families of the part, log of the area's line, where a household
  /// file knows it: `unknown` or beyond the end where it does not.
  std::span<float const> spending = {};
  /// Where above 0, everybody's score lies anywhere below this part of the order of scores, in
  /// which 1 is the cut: families that are formed, of whom nobody knows yet who will be chosen.
  /// Those below the cut have no benefit yet but spend as though they had, see population.md.
  float ranks_below = 0;
};

/// Fills households first..first + n - 1 of a district, n = tenure.size(); those from
/// district.families on wait, the best ranked first. They depend on (seed,
/// replicate), on their id and on what is given, so never on how they are cut into parts.
///
/// Only chosen families exist here, so the score is drawn below the cut, and base, shock and noise
/// of the score are moved to agree with it: each normal by its share of the variance. Where
/// spending was observed, the score is drawn given it, and all parts are moved to agree with both.
/// Published spending contains the benefit, so that is taken off before the base is stored. Levels
/// at the start are rounded to 63rds first, and the trait is that number, so nothing fades at month
/// 0.
/// @param tenure  months since the family was chosen, 0..480
/// @param part    at least n slots. Read: record (paid, size), and of traits female_headed.
/// Written:
///                all others but members, adult, record and who runs a business. Slots from n on
///                are not touched
/// @throws BrokenContract when the columns are too short or a tenure is out of range
/// Source: economy document, section 2 "Start"; income from enterprises is taken off later
///         (model/first_families.h)
void draw_first_day(FirstDay const& day, District const& district, Key key, std::size_t first,
                    std::span<int const> tenure, HouseholdsView part);

/// Log welfare (base + shock, as published spending shows it) beyond which values are cut off.
inline constexpr float log_limit = 3.0f;

}  // namespace graduasi
