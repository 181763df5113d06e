// When families of the first day entered the programme, and how old the list was from which they
// came.
#pragma once

#include "base/calendar.h"
#include "population/settings.h"

#include <cstdint>
#include <vector>

namespace graduasi {

/// Months in the programme on the first day, by one word of chance.
class TenureLaw {
 public:
  /// Where the programme's families are known by year, as many entered in a year as it had more
  /// than those that were left of the year before; else as many in each month.
  /// @param before  the month in which month 0 lies
  TenureLaw(PopulationSettings const& settings, CalendarMonth before);

  int months_of(std::uint32_t word) const;

 private:
  std::vector<std::uint32_t> until_;  ///< by months, cumulated, of 2^32; empty: each alike
  std::uint64_t tenures_;             ///< how many there are, if so
};

/// Quarters from the day of the list to the day on which a family enters from it: those since the
/// newest list that was ready then, or the same for all where no lists are known.
int quarters_on_list(PopulationSettings const& settings, CalendarMonth enters);

/// The settings by which families are drawn that have not entered: they stand on the newest list
/// and have been in the programme for no time.
PopulationSettings settings_of_waiting(PopulationSettings settings);

}  // namespace graduasi
