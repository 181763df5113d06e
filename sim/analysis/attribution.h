// Which mechanisms a result rests on: it is divided over them by their Shapley values.
#pragma once

#include "base/errors.h"
#include "experiment/experiment.h"
#include "outcome/estimate.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace graduasi {

/// What one group contributes.
struct GroupShare {
  std::string group;
  std::vector<std::string> switches;
  Estimate value;     ///< Shapley
  Estimate first_in;  ///< this group on, less nothing on
  Estimate last_in;   ///< everything on, less all on but this group
  /// Whether families of the first day are the same without it; if not, luck counts for more.
  bool same_first_day = true;
};

/// A result divided over the groups: the values sum to `all_on` less `all_off`.
struct Decomposition {
  std::string policy;    ///< the baseline, or a policy that it is taken off
  std::string baseline;  ///< that was subtracted; empty: the result of the policy itself
  Estimate all_off;      ///< all groups off
  Estimate all_on;       ///< all groups as the scenario has them
  std::vector<GroupShare> groups;
};

/// A whole attribution.
struct Attribution {
  std::string scenario, question, measure;
  int month = 0;
  std::size_t coalitions = 0;
  std::int64_t households = 0, programme_households = 0;
  std::size_t replicates = 0, draws = 0;
  std::uint32_t seed = 0;
  /// The scenario's own size, where fewer were run.
  std::int64_t asked_households = 0;
  std::size_t asked_replicates = 0;
  std::vector<std::string> ungrouped;  ///< switches in no group
  std::vector<Warning> warnings;
  std::vector<Decomposition> answers;  ///< the baseline first, then each policy less the baseline
};

/// Exact Shapley values: what a player adds to those who are there when it comes, averaged over all
/// orders of coming.
///
/// The parts of equal size of coalition are summed first, in the order of their numbers, and
/// weighed with whole numbers: the same bits everywhere.
/// @param worth    of every coalition; in number c player i takes part when bit i of c is set
/// @param players  at most 20; `worth` has 2 to the power of it
/// @returns        one for each player; they sum to the worth of all less that of nobody
std::vector<double> shapley_values(std::span<double const> worth, std::size_t players);

/// Runs the scenario with every combination of its groups on and off, the same seed each time, and
/// divides the measure over them: that of the baseline, and what each policy adds to it. Runs are
/// cut to the size of the plan. A switch that the scenario has off stays off.
/// @throws ScenarioError when the scenario sweeps, or a combination contradicts the areas
/// @returns nothing when it was stopped
std::optional<Attribution> attribute(Scenario const& scenario, Areas const& areas,
                                     ExperimentOptions const& options);

/// The scenario cut to the size of its plan; the plan is in it, with the month filled in.
Scenario reduced_for_attribution(Scenario scenario);

}  // namespace graduasi
