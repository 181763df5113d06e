// The list of a district: who comes in from the waiting list, and whom a re-ranking strikes off.
#pragma once

#include "agents/districts.h"
#include "base/calendar.h"
#include "mechanisms/registry.h"
#include "model/stratum.h"
#include "policy/levers.h"
#include "tallies/tally.h"

#include <cstdint>
#include <span>

namespace graduasi {

/// Free places of the district under the national quota; none without one.
inline std::int32_t free_places(HouseholdsView const& h, District const& district, float quota) {
  if (quota <= 0.0f) return 0;
  auto const places = static_cast<std::int32_t>(quota * district.for_each_of_nation + 0.5f);
  std::int32_t active = 0;
  for (std::uint32_t const f : h.flags) {
    active += (f & (flags::status.mask() | flags::real.mask())) == flags::real.put(1) ? 1 : 0;
  }
  return places > active ? places - active : 0;
}

/// Fills free places with the next families of the waiting list that have an eligible member.
/// @returns how many were admitted
inline std::int32_t admit(HouseholdsView const& h, District const& district,
                          ProgrammeLevers const& programme, Tally& tally,
                          std::span<Stratum const> strata, std::span<Tally> by_stratum) {
  std::int32_t free = free_places(h, district, programme.quota);
  std::int32_t admitted = 0;
  std::size_t const end = district.families + district.waiting;
  for (std::size_t i = district.families; i < end && free > 0; ++i) {
    bool const waits = flags::status.get(h.flags[i]) == static_cast<std::uint32_t>(Status::waiting);
    std::uint32_t const entitlement = record::entitlement.get(h.record[i]);
    if (!waits || entitlement == 0) continue;
    h.flags[i] = (h.flags[i] & ~(flags::status.mask() | flags::since_assessed.mask())) |
                 flags::admitted.put(1);
    // Admission looks at the family: the entitlement of its record is the true one that day.
    h.record[i] =
        (h.record[i] & ~(record::paid.mask() | record::age.mask())) | record::paid.put(entitlement);
    for (std::size_t s = 0; s < strata.size(); ++s) {
      if (strata[s].holds(h.traits[i])) ++by_stratum[s][Count::admitted];
    }
    ++admitted;
    --free;
  }
  tally[Count::admitted] += admitted;
  return admitted;
}

inline bool strikes_in(CalendarMonth calendar, RegistryLevers const& levers,
                       RegistryParameters const& p) {
  return p.on && levers.strike_share > 0.0f && calendar.month() == levers.strike_month;
}

/// Where the district's list is cut off this month.
inline StrikeBorder border_in(HouseholdsView const& h, float share) {
  std::int32_t families[128] = {};
  for (std::size_t i = 0; i < h.flags.size(); ++i) {
    bool const active =
        (h.flags[i] & (flags::status.mask() | flags::real.mask())) == flags::real.put(1);
    if (active) ++families[record::welfare.get(h.record[i])];
  }
  return strike_border(families, share);
}

}  // namespace graduasi
