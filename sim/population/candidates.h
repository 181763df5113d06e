// Families as they stood on the day of the list: who lived there, and how long ago they entered.
// Whether a family still has an eligible member is seen when the list has aged.
#pragma once

#include "base/calendar.h"
#include "population/birth_table.h"
#include "population/settings.h"
#include "random/threefry.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace graduasi {

enum class FamilyKind : std::uint8_t {
  parents,      ///< a mother, her children, and their father unless a woman heads the family
  grandparent,  ///< the same with a grandparent
  elders,       ///< one or two people of 60 or more, alone
};

/// A batch of candidates, one place per family; only the first `count` places are filled.
struct Candidates {
  static constexpr std::size_t max = 1024;
  template <class T>
  using Places = std::array<T, max>;

  std::size_t count = 0;
  Places<std::uint32_t> members;       ///< on the day of the list, see base/member_track.h
  Places<std::int32_t> tenure;         ///< months in the programme
  Places<std::int32_t> since_list;     ///< quarters from the day of the list to the first day
  Places<std::uint8_t> persons;        ///< on the day of the list, 1..16
  Places<std::uint8_t> grown;          ///< children at home who no longer go to school, from SMP on
  Places<std::uint8_t> working;        ///< those of them who work
  Places<std::uint8_t> female_headed;  ///< 1 when a woman heads the family
  Places<FamilyKind> kind;
  Places<std::uint32_t> adult;         ///< quarters of life of the oldest adult while no place in
                                       ///< the word is his; 0 = he has one
  Places<std::uint8_t> children_born;  ///< by the day of the list; 0 for elders
  Places<std::uint16_t> mother_quarters;  ///< of the mother's (or the eldest's) life
};

/// Draws `count` candidates with consecutive ids. A candidate depends on (seed, replicate), its id,
/// the tables and the settings only, never on the batch.
///
/// Bytes 8..79 agree, modulo 4, with the school quarter of the family's own day of the list, so
/// that after `since_list` steps they agree with the quarter of `first_day`.
/// @param first_candidate_id  a district's begin at its first_id
/// @param count               at most Candidates::most
/// @param first_day           the month in whose quarter the first day lies
/// @param works               children at home and no longer at school who work, share
/// @throws BrokenContract when `count` is too large
void draw_candidates(Candidates& candidates, std::uint32_t first_candidate_id, std::size_t count,
                     Key key, BirthTable const& table, PopulationSettings const& settings,
                     CalendarMonth first_day, float works = 0);

/// Nobody is on an open list who joined it so many months ago, or longer: two children born at the
/// end of childbearing are grown by then.
inline constexpr int oldest_membership = 720;

/// Draws the families that an open list may hold: as many joined it in each month of the past, each
/// with the members that a family has when it is formed. Who has had an eligible member ever since
/// is seen when it has aged; `tenure` are the months since it joined, below `oldest_membership`.
/// @param count      at most Candidates::max
/// @param first_day  the month in whose quarter the first day lies
/// @throws BrokenContract when `count` is too large
void draw_families_of_open_list(Candidates& candidates, std::uint32_t first_candidate_id,
                                std::size_t count, Key key, BirthTable const& table,
                                PopulationSettings const& settings, CalendarMonth first_day,
                                float works);

/// Draws families with consecutive ids as they are when they are formed: with the children that
/// mothers of that age have by then, one at least; or elders alone, as large a part of them as of
/// the families of the list that have an eligible member. A family depends on what a candidate
/// depends on, and on the quarter.
/// @param count   at most Candidates::max
/// @param formed  a month of the quarter
/// @throws BrokenContract when `count` is too large
void draw_new_families(Candidates& candidates, std::uint32_t first_candidate_id, std::size_t count,
                       Key key, BirthTable const& table, PopulationSettings const& settings,
                       CalendarMonth formed, float works);

}  // namespace graduasi
