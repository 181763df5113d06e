// The policies of a run beside each other: what the console and the page put into their table.
#pragma once

#include "outcome/comparison.h"
#include "outcome/run_results.h"

#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// A policy in a variant, for the whole programme; means over the pairs that count.
struct OverviewRow {
  std::size_t policy;
  std::size_t variant;
  double facilitators;                 ///< when the policy's levers first hold in full
  double wage_bill_rupiah;             ///< a year, at the pace of that month
  double self_reliant;                 ///< exits from the start to the last month
  double became_able;                  ///< families able for the first time, on the programme
  double natural_exit;                 ///< exits from the start to the last month
  double premature_share;              ///< of the self-reliant exits
  std::optional<Estimate> difference;  ///< in self-reliant exits, to the baseline; none for itself
  double variance_ratio;               ///< of that difference; NaN where it is not defined
  std::string verdict;                 ///< `words` of the difference; empty for the baseline
};

/// Variant by variant, the policies in their order.
std::vector<OverviewRow> overview(RunResults const& results);

/// What the intervals of a run measure, as far as it has come.
Interval interval_of(RunResults const& results);

}  // namespace graduasi
