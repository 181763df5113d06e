// Whether the yearly target of a policy is reached, and by how much it is missed.
#pragma once

#include "outcome/estimate.h"
#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <optional>

namespace graduasi {

/// The calendar years of a run in which a policy has one target from January to December.
struct TargetReached {
  int first_year = 0, last_year = 0;
  int years = 0;
  Estimate asked{};    ///< exits a year, on average
  Estimate counted{};  ///< exits a year of the kinds that count, on average
  Estimate share{};    ///< counted for each asked, over all these years
  Estimate share_first_year{}, share_last_year{};
  Estimate years_reached{};  ///< of `years`, those in which as many counted as were asked
};

/// @returns nothing where the policy has no target that holds for the whole nation in a full
///          calendar year of the run
std::optional<TargetReached> target_reached(RunResults const& results, Scenario const& scenario,
                                            std::size_t policy, std::size_t variant);

}  // namespace graduasi
