// A pilot before it is run: how many districts, groups or families it takes to see an effect of the
// size that the model expects, and what a pilot of that size would rule out.
#pragma once

#include "analysis/pilot_draws.h"
#include "experiment/experiment.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// Pilots of one size, simulated.
struct PilotSize {
  std::size_t units = 0;    ///< of both arms together
  double power = 0;         ///< share of pilots whose interval of 95 percent leaves zero out
  double power_error = 0;   ///< standard error of that share over nations, or of the pilots of one
  double coverage = 0;      ///< share whose interval holds the true effect
  double false_alarms = 0;  ///< share whose interval leaves zero out where both arms are control
  double standard_error = 0;  ///< of a pilot's effect, mean over pilots
  double detectable = 0;      ///< effect that is found with the power that is wanted
  double by_formula = 0;      ///< power by the formula for equal units
  double exaggeration = 0;    ///< mean size of an effect that was found, over the true one
  double ruled_out =
      0;  ///< share of nations whose effect a pilot that found the middle one excludes
};

struct PilotFound {
  std::string scenario, question, control, treatment, outcome, group, unit, outcome_unit;
  int month = 0;
  std::size_t draws = 1, replicates = 1;
  int families = 0, households = 0, pilots = 0;
  std::uint32_t seed = 0;
  double wanted_power = 0;
  double mean = 0, sd = 0, correlation = 0, units_there = 0, families_in_unit = 0;  ///< of nations
  double effect = 0, effect_lower = 0, effect_upper = 0;  ///< mean, and 90 percent of nations
  std::vector<PilotSize> sizes{};
  /// Units at which the power that is wanted is reached; nothing: not with the largest.
  std::optional<double> units_needed{};
  std::vector<Warning> warnings{};
};

/// The scenario with the block `pilot` filled in, cut to its size: the first two policies alone.
/// @throws ScenarioError when there is no second policy
Scenario reduced_for_pilot(Scenario scenario);

/// @returns nothing when it was stopped
/// @throws ScenarioError where the nation has fewer units than the smallest pilot
std::optional<PilotFound> plan_pilot(Scenario const& scenario, Areas const& areas,
                                     ExperimentOptions const& options);

}  // namespace graduasi
