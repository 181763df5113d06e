// What a scenario ends up with: every value, whoever set it, with all that is known of it.
#pragma once

#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace graduasi {

/// One value that a run of the scenario uses.
struct EffectiveValue {
  /// "world.skills.learning_rate", "policies.1 to 150.caseload.households_per_facilitator",
  /// "sweep.PATH".
  std::string path;
  /// As a scenario would write it; a lever that moves says when: "300, then 150 from 2027-01".
  std::string value;
  std::string unit, range, standard, meaning, source;
  bool follows_baseline = false;  ///< a lever that this policy never sets itself
};

/// Every value in the order of a scenario: question, run, population, world, policies, sweep,
/// output. An areas file is given by its name and the beginning of its hash: where it lies changes
/// no figure.
std::vector<EffectiveValue> effective_values(Scenario const& scenario);

/// Whether the value departs from the default.
inline bool is_changed(EffectiveValue const& value) { return value.value != value.standard; }

}  // namespace graduasi
