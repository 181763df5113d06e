// Candidates of the list as they are on the first day: aged by the clocks of the month, those left
// out that are no longer on it.
#pragma once

#include "model/ageing.h"
#include "model/first_families.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace graduasi {

/// What life at home has done to a family's lasting earnings in the last 1 to 4 quarters together,
/// log points.
using Lately = std::array<float, quarters_of_year>;

/// Who lives in a candidate that has aged.
struct AgedCandidate {
  std::uint32_t members = 0;
  std::uint32_t home = 0;  ///< see `at_home`
  std::uint32_t paid = 0, entitlement = 0, persons = 0;
  std::uint32_t female_headed = 0;
  int tenure = 0;  ///< months since it entered, or, where it waits, since it joined an open list
  Lately lately{};

  bool operator==(AgedCandidate const&) const = default;
};

/// Some of a district's candidates, with consecutive numbers.
struct ListPart {
  std::uint32_t first_id;
  std::size_t count;      ///< at most Candidates::max
  bool waits;             ///< whether those are looked for that have not entered the programme
  float institution = 1;  ///< of the district: checks of components, for each of the cycle
};

/// Whether new families have joined the list for decades as they will in the run. Where it is known
/// when families entered, the programme is younger than that.
inline bool is_open(PopulationSettings const& settings) {
  return settings.intake.new_families > 0 &&
         std::ranges::all_of(settings.years.rows, [](auto const& y) { return y.families == 0; });
}

/// The candidates that are on the list on the first day, in their order.
/// @param aged  out
void age_candidates(std::vector<AgedCandidate>& aged, ListPart const& part,
                    FirstDayPlan const& plan);

/// How many months of a family's life an open list may meet it in.
inline constexpr int moments_of_life = 4;

/// The same of a list that has been open for decades, whatever the settings say. A candidate's life
/// serves for `moments_of_life` families: as it was when the months drawn since it joined had
/// passed, and in three other quarters of the longest stay, 15 years apart. First come all
/// candidates as they were drawn, then all of them 15 years on, and so on; after the last quarter
/// comes the first.
/// @param aged  out; on average hardly fewer than candidates
void age_open_list(std::vector<AgedCandidate>& aged, ListPart const& part,
                   FirstDayPlan const& plan);

/// Families that join the list during the run, on the day on which they do.
/// @param count  at most Candidates::max
/// @param joins  a month of that quarter
/// @param aged   out
void age_new_families(std::vector<AgedCandidate>& aged, std::uint32_t first_id, std::size_t count,
                      CalendarMonth joins, FirstDayPlan const& plan);

}  // namespace graduasi
