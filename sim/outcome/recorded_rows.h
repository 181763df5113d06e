// The rows that the tables of a result hold, in their order.
#pragma once

#include "outcome/estimate.h"

#include <cstddef>
#include <vector>

namespace graduasi {

/// A row of a subgroup that is written.
struct RecordedRow {
  std::size_t row;
  int month;
  int year;
};

inline std::vector<RecordedRow> all_rows(RunResults const& results, std::size_t subgroup) {
  std::vector<RecordedRow> rows;
  for (int const month : recorded_months(results, subgroup)) {
    rows.push_back({rows.size(), month, calendar_month_of(results, month).year()});
  }
  return rows;
}

/// The last row of each calendar year; month 0 belongs to no year of the run.
inline std::vector<RecordedRow> last_rows_of_years(RunResults const& results,
                                                   std::size_t subgroup) {
  std::vector<RecordedRow> last;
  for (auto const& row : all_rows(results, subgroup)) {
    if (row.month == 0) continue;
    if (!last.empty() && last.back().year == row.year)
      last.back() = row;
    else
      last.push_back(row);
  }
  return last;
}

/// Calls `each(policy, variant, subgroup)` in the order of rows.
template <class Each>
void for_each_curve(RunResults const& results, Each each) {
  for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
    for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
      for (std::size_t subgroup = 0; subgroup < results.subgroups.size(); ++subgroup) {
        each(Cell{.policy = policy, .variant = variant, .subgroup = subgroup});
      }
    }
  }
}

}  // namespace graduasi
