// How many self-reliant exits each facilitator's families had in a calendar year.
#pragma once

#include "model/staff.h"
#include "tallies/tally.h"

#include <cstdint>

namespace graduasi {

/// Exits of a month that are counted as self-reliant.
inline std::int64_t self_reliant_in(Tally const& month) {
  return month[Count::left_raised] + month[Count::left_own_request] + month[Count::left_target] +
         month[Count::left_label] + month[Count::left_booked];
}

/// The counts of all posts begin anew.
inline void begin_year_of_posts(FacilitatorsView const& f) {
  for (float& exits : f.exits) exits = 0;
}

/// Tells the year of all posts. The caseload of part of a post has part of its exits, so the counts
/// are added up as what a full post would have in the mean, and in the mean of its pairs: of a
/// number that comes by chance in part of a post, pairs are as the square of that part.
inline void count_year_of_posts(Staff const& staff, Tally& tally) {
  auto const& f = staff.people;
  for (std::size_t i = 0; i < staff.caseloads; ++i) {
    float const full = f.full[i];
    auto const units = static_cast<std::int64_t>(full * 65536.0f + 0.5f);
    if (units == 0) continue;
    float const exits = f.exits[i];
    tally[Count::year_posts] += units;
    tally[Count::year_exits] += static_cast<std::int64_t>(exits);
    tally[Count::year_pairs] +=
        static_cast<std::int64_t>(exits * (exits - 1.0f) / full * 65536.0f + 0.5f);
  }
}

}  // namespace graduasi
