// How every family of a district stands at the end of a month: what a survey of a trial would ask.
#pragma once

#include "model/parameters.h"
#include "model/tile.h"

#include <cstdint>
#include <span>

namespace graduasi {

/// One family at the end of a month; sums and firsts run from the first month on.
struct FamilyNote {
  float spending = 0;             ///< true, line-months
  float earned = 0;               ///< with the business, without the benefit; line-months
  float permanent = 0;            ///< lasting earnings without the business, log of poverty lines
  float income = 0;               ///< of the business, line-months
  float counted_income = 0;       ///< the same as a survey counts it, with all of the owner's work
  float savings = 0, assets = 0;  ///< line-months
  float confidence = 0, skills = 0, access = 0, digital = 0;  ///< shares in [0, 1]
  float contact = 0;                                          ///< remembered visit hours per month
  float enterprise = 0;                                       ///< 1 while a business runs, else 0
  float taken_up = 0;  ///< jobs, grants and courses of partners so far
  float persons = 0;
  float not_able = 0;             ///< 1 once it has left as self-reliant or able and was not able
  float became_able = 0;          ///< 1 once able in the programme, if it was not at the start
  float left_poor = 0;            ///< 1 once it has left with lasting earnings below the line
  float fell_back = 0;            ///< 1 once it has fallen back
  std::int32_t status = 0;        ///< a Status
  std::int32_t left_as = 0;       ///< the Status of its first exit; 0: has never left
  std::uint32_t facilitator = 0;  ///< number in the district, in the first month
  std::uint32_t members = 0, traits = 0;  ///< packed, see agents/households.h
  bool real = false;                      ///< a family, not padding
  // What is found out by looking at all families together.
  float seen = 0;           ///< spending as a survey sees it, line-months
  int seen_tenth = 0;       ///< of all families by it; 1 = poorest
  int least_confident = 0;  ///< fifth of all families by self-confidence; 1 = least
};

/// What holds on the first day as in any month.
inline void note_state(FamilyNote& note, Tile const& t, HouseholdsView const& h, std::size_t i,
                       EnterpriseParameters const& enterprise) {
  note.real = flags::real.get(h.flags[i]) != 0;
  note.spending = t.spending[i];
  note.earned = t.earned[i];
  note.permanent = h.permanent[i];
  note.income = t.income[i];
  note.counted_income = counted_income(t.income[i], h.skills[i], t.enterprise[i], enterprise);
  note.savings = h.savings[i];
  note.assets = t.assets[i];
  note.confidence = h.confidence[i];
  note.skills = h.skills[i];
  note.access = t.access[i];
  note.digital = t.digital[i];
  note.contact = h.contact[i];
  note.enterprise = t.enterprise[i];
  note.persons = t.persons[i];
  note.status = t.status[i];
  note.members = h.members[i];
  note.traits = h.traits[i];
}

/// What the month did.
inline void note_month(FamilyNote& note, Tile const& t, std::size_t i, int ready_months) {
  note.taken_up += t.linked[i] + t.funded[i] + t.taught[i];
  if (t.becomes_able[i] > 0.0f) note.became_able = 1;
  if (t.falls[i] > 0.0f) note.fell_back = 1;
  std::int32_t const as = t.leaves_as[i];
  if (as == 0) return;
  if (note.left_as == 0) note.left_as = as;
  if (t.lasting[i] < 1.0f) note.left_poor = 1;
  bool const as_able = as <= static_cast<std::int32_t>(last_self_reliant) ||
                       as == static_cast<std::int32_t>(Status::assessed_out);
  if (as_able && t.ready_for[i] < ready_months) note.not_able = 1;
}

/// The families of a tile on the first day.
inline void note_first_day(std::span<FamilyNote> notes, Tile const& t, HouseholdsView const& h,
                           EnterpriseParameters const& enterprise) {
  for (std::size_t i = 0; i < notes.size(); ++i) note_state(notes[i], t, h, i, enterprise);
}

/// The families of a tile whose month is over.
/// @param facilitator  number in the district; kept when it is the first month
inline void note_families(std::span<FamilyNote> notes, Tile const& t, HouseholdsView const& h,
                          World const& world, std::uint32_t facilitator, bool first_month) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    note_state(notes[i], t, h, i, world.enterprise);
    note_month(notes[i], t, i, world.readiness.months);
    if (first_month) notes[i].facilitator = facilitator;
  }
}

}  // namespace graduasi
