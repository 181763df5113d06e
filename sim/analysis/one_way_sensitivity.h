// Which uncertain parameters move the answer most: each is brought to the ends of its prior while
// all others keep their middle.
#pragma once

#include "experiment/experiment.h"
#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace graduasi {

/// What one uncertain parameter does to the answer while all others keep the middle of their
/// priors.
struct Sensitivity {
  std::string path;
  std::string unit{}, source{};
  double low = 0, high = 0;                ///< 5 and 95 percent of its prior
  double answer_low = 0, answer_high = 0;  ///< families
  double swing = 0;  ///< between the smallest and the largest of both and the middle
};

/// Uncertain parameters by how far they move the answer, the furthest first.
struct Sensitivities {
  std::string policy;  ///< whose difference to the baseline is the answer; empty: the baseline's
                       ///< self-reliant exits are
  double middle = 0;   ///< the answer with all parameters at the middle of their priors, families
  int households = 0;  ///< simulated for it
  std::vector<Sensitivity> parameters;
};
/// Families of the small runs that this takes.
inline constexpr int families_one_way = 10000;

/// Two small runs for each parameter with a prior, at 5 and 95 percent of it, of the baseline and
/// of the policy that differs most from it in the results. The answer is that difference in
/// self-reliant exits, or the baseline's exits when it is alone. All runs share one luck.
/// @param results  of the scenario; says which policy is looked at
/// @param options  `progress` is told the share of these runs that is done
/// @returns no parameter when nothing has a prior or the run was stopped; a parameter whose ends
///          the population cannot take is left out
Sensitivities one_way_sensitivity(Scenario const& scenario, Areas const& areas,
                                  RunResults const& results, ExperimentOptions const& options);

}  // namespace graduasi
