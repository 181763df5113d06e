// The list of a district: who comes in from the waiting list, and whom a re-ranking strikes off.
#pragma once

#include "agents/districts.h"
#include "base/calendar.h"
#include "mechanisms/registry.h"
#include "model/staff.h"
#include "model/subgroup.h"
#include "policy/levers.h"
#include "tallies/tally.h"

#include <array>
#include <cstdint>
#include <span>

namespace graduasi {

/// Vacancies of the district under the national quota; none without one.
inline std::int32_t vacancies(HouseholdsView const& h, District const& district, float quota) {
  if (quota <= 0.0f) return 0;
  auto const places = static_cast<std::int32_t>(quota * district.for_each_of_nation + 0.5f);
  std::int32_t const active = active_in(h.flags);
  return places > active ? places - active : 0;
}

/// The highest record with which a family that waits is on the list. The list is the poorest part
/// of an area's families, so its end rises as lasting earnings grow.
/// @param grown  by which they have grown since the first day, log points
inline std::int32_t last_on_list(District const& district, float grown) {
  return as_recorded(district.list_ends + grown);
}

/// The highest record within the nation's tenths that stay; 127 where there is no such rule. The
/// tenths are of all families, so their end rises as lasting earnings grow.
/// @param grown  by which they have grown since the first day, log points
inline std::int32_t last_that_stays(District const& district, RegistryLevers const& levers,
                                    RegistryParameters const& p, float grown) {
  if (!p.on || levers.keep_deciles == 0) return 127;
  auto const tenth = static_cast<std::size_t>(levers.keep_deciles) - 1;
  return as_recorded(district.tenth_below[tenth] + grown);
}

/// Above all records that there are: of who may not come in.
inline constexpr std::int32_t no_turn = 128;

/// The record of each family that may come in now, else `no_turn`: it waits, has an eligible
/// member, and has not risen above the list.
/// @param listed  the highest record on the list
inline void look_for_turns(std::span<std::int32_t> turn, std::span<std::uint32_t const> flag_words,
                           std::span<std::uint32_t const> records, std::int32_t listed) {
  constexpr auto waits = static_cast<std::uint32_t>(Status::waiting);
  auto const slots = turn.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const flag_word = flag_words[i], record_word = records[i];
    auto const recorded = static_cast<std::int32_t>(record::welfare.get(record_word));
    std::int32_t const on_list = recorded <= listed ? recorded : no_turn;
    std::int32_t const eligible =
        (record_word & record::entitlement.mask()) != 0 ? on_list : no_turn;
    turn[i] = flags::status.get(flag_word) == waits ? eligible : no_turn;
  }
}

/// Calls `with(slot, turn)` for the families of a district that may be in the list, in its order.
inline void each_turn(HouseholdsView const& h, District const& district, std::int32_t listed,
                      auto const& with) {
  std::array<std::int32_t, 16 * lanes> turn;
  auto const end = h.flags.size();
  // Nobody waits in the slots before those that wait, so their first register may be looked at.
  for (std::size_t from = district.families / lanes * lanes; from < end; from += turn.size()) {
    std::size_t const here = end - from < turn.size() ? end - from : turn.size();
    look_for_turns(std::span(turn).first(here), h.flags.subspan(from, here),
                   h.record.subspan(from, here), listed);
    for (std::size_t i = 0; i < here; ++i) with(from + i, turn[i]);
  }
}

/// Who gets one of some places: whoever has a lower record than the last, and as many of those at
/// it as places are left for them.
struct LastAdmitted {
  std::int32_t recorded, places;
};

/// Where the poorest by their record come first. Four tables, so that one family's count need not
/// wait for that of the one before.
/// @param listed  the highest record on the list
inline LastAdmitted last_admitted(HouseholdsView const& h, District const& district,
                                  std::int32_t free, std::int32_t listed) {
  std::array<std::array<std::int32_t, no_turn + 1>, 4> families{};
  each_turn(h, district, listed, [&](std::size_t slot, std::int32_t turn) {
    ++families[slot % 4][static_cast<std::size_t>(turn)];
  });
  LastAdmitted last{.recorded = 0, .places = free};
  for (std::size_t recorded = 0; recorded < no_turn; ++recorded) {
    std::int32_t const here = families[0][recorded] + families[1][recorded] +
                              families[2][recorded] + families[3][recorded];
    last.recorded = static_cast<std::int32_t>(recorded);
    if (last.places <= here) break;
    last.places -= here;
  }
  return last;
}

/// Lets one family in. Admission looks at it: the entitlement of its record is the true one.
inline void enter(HouseholdsView const& h, std::size_t i) {
  std::uint32_t const r = h.record[i];
  h.flags[i] = (h.flags[i] & ~(flags::status.mask() | flags::since_assessed.mask())) |
               flags::admitted.put(1);
  h.record[i] = (r & ~(record::paid.mask() | record::age.mask())) |
                record::paid.put(record::entitlement.get(r));
}

/// Families that wait leave the list for good when nobody in them is eligible any more.
/// @param h  the slots in use
inline void leave_list(HouseholdsView const& h, District const& district) {
  constexpr std::uint32_t waits = static_cast<std::uint32_t>(Status::waiting);
  constexpr std::uint32_t off = static_cast<std::uint32_t>(Status::off_list);
  // Nobody waits in the slots before, so the first register may be looked at as a whole.
  std::size_t const first = district.families / lanes * lanes;
  auto const flag_words = h.flags.subspan(first), records = h.record.subspan(first);
  auto const slots = flag_words.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const word = flag_words[i];
    std::uint32_t const left = (word & ~flags::status.mask()) | flags::status.put(off);
    std::uint32_t const stays = record::entitlement.get(records[i]) == 0 ? left : word;
    flag_words[i] = flags::status.get(word) == waits ? stays : word;
  }
}

/// New families take the slots behind the list, in which they wait. Each is as it was drawn on the
/// first day, whatever has happened since: nothing of it hangs on a policy.
/// @param room      all slots of the district; changed are those in use from now on, and where the
///                  families were kept
/// @param before    families that have been formed before
/// @param now       those that have been formed now
inline void form_families(HouseholdsView const& room, District const& district, std::size_t before,
                          std::size_t now, Tally& tally, std::span<Subgroup const> subgroups,
                          std::span<Tally> by_subgroup) {
  for (std::size_t serial = before; serial < now; ++serial) {
    std::size_t const from = kept_at(district, serial), to = from - lanes;
    for_each_column(room, room, [&](auto& column, auto&) { column[to] = column[from]; });
    room.flags[from] = flags::status.put(flags::status.max());  // nobody until it is taken itself
    for (std::size_t s = 0; s < subgroups.size(); ++s) {
      if (subgroups[s].holds(room.traits[to])) ++by_subgroup[s][Count::formed];
    }
  }
  tally[Count::formed] += static_cast<std::int64_t>(now - before);
}

/// Fills vacancies from the waiting list, the poorest by their record first, ties in the order of
/// the list.
/// @param h       the slots in use
/// @param listed  the highest record on the list
/// @returns how many were admitted
inline std::int32_t admit(HouseholdsView const& h, District const& district,
                          ProgrammeLevers const& programme, std::int32_t listed, Tally& tally,
                          std::span<Subgroup const> subgroups, std::span<Tally> by_subgroup) {
  std::int32_t const free = vacancies(h, district, programme.quota);
  if (free == 0 || !has_list(district)) return 0;
  LastAdmitted last = last_admitted(h, district, free, listed);
  std::int32_t admitted = 0;
  each_turn(h, district, listed, [&](std::size_t slot, std::int32_t turn) {
    if (turn > last.recorded || turn == no_turn) return;
    if (turn == last.recorded && last.places-- <= 0) return;
    enter(h, slot);
    for (std::size_t s = 0; s < subgroups.size(); ++s) {
      if (subgroups[s].holds(h.traits[slot])) ++by_subgroup[s][Count::admitted];
    }
    ++admitted;
  });
  tally[Count::admitted] += admitted;
  return admitted;
}

inline bool strikes_in(CalendarMonth calendar, RegistryLevers const& levers,
                       RegistryParameters const& p) {
  return p.on && levers.strike_share > 0.0f && calendar.month() == levers.strike_month;
}

/// Above which record families of a caseload are assessed for a target: the best off of those not
/// assessed of late.
/// @param more  assessments per active family
inline StrikeBorder called_in(HouseholdsView const& h, float more) {
  if (more <= 0.0f) return {};
  std::int32_t families[128] = {};
  std::int32_t active = 0;
  for (std::size_t i = 0; i < h.flags.size(); ++i) {
    if (!is_active(h.flags[i])) continue;
    ++active;
    bool const free = traits::proposed.get(h.traits[i]) == 0;
    if (free && as_int(flags::since_assessed.get(h.flags[i])) >= assessed_again_after)
      ++families[record::welfare.get(h.record[i])];
  }
  return border_above(families, more * static_cast<float>(active));
}

/// Where a share of the district's list is cut off.
inline StrikeBorder border_in(HouseholdsView const& h, float share) {
  std::int32_t families[128] = {};
  for (std::size_t i = 0; i < h.flags.size(); ++i) {
    if (is_active(h.flags[i])) ++families[record::welfare.get(h.record[i])];
  }
  return strike_border(families, share);
}

/// Where a month cuts the district's list off, by a share of it or by the nation's tenths; beyond
/// all records in a month that cuts nobody off.
/// @param stays  the highest record that stays, 127 without such a rule
inline StrikeBorder border_of_month(HouseholdsView const& h, CalendarMonth calendar,
                                    RegistryLevers const& levers, RegistryParameters const& p,
                                    std::int32_t stays) {
  StrikeBorder border;
  if (strikes_in(calendar, levers, p)) border = border_in(h, levers.strike_share);
  if (calendar.opens_quarter() && stays < 127 && stays < border.recorded)
    border = {.recorded = stays, .lot = 128};
  return border;
}

/// Whether anybody may be above a border.
inline bool cuts(StrikeBorder const& border) { return border.recorded < 128; }

}  // namespace graduasi
