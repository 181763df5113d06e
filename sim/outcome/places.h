// Who got it: the figures of a policy in the areas where it holds, beside those of the nation.
#pragma once

#include "outcome/comparison.h"
#include "outcome/run_results.h"

#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// A policy in a variant, in the areas of one `where`; means over the pairs that count. NaN where
/// too few families of an area are simulated to be shown.
struct PlaceRow {
  std::size_t policy;
  std::size_t variant;
  std::string where;                   ///< "Java"
  double active;                       ///< families in the programme in the last month
  double facilitators;                 ///< in the last month
  double self_reliant;                 ///< exits from the start to the last month
  double became_able;                  ///< families able for the first time, on the programme
  std::optional<Estimate> difference;  ///< in self-reliant exits, to the baseline; none for itself
  std::string verdict;                 ///< `words` of the difference; empty for the baseline
};

/// Whether any policy holds in some areas only.
bool any_in_places(RunResults const& results);

/// Variant by variant, the policies in their order, each with its places. Empty where results are
/// not split by area.
std::vector<PlaceRow> overview_of_places(RunResults const& results);

}  // namespace graduasi
