// Policies that tests of whole experiments compare.
#pragma once

#include "scenario/scenario.h"

#include <string>
#include <utility>

namespace graduasi::testing {

/// Holds from the first month on and sets nothing but the caseload.
inline Policy policy_with_caseload(std::string name, float households_per_facilitator) {
  Levers levers;
  levers.caseload.households_per_facilitator = households_per_facilitator;
  return {.name = std::move(name),
          .steps = {{.from = RunSettings{}.start,
                     .phase_in_months = 0,
                     .levers = levers,
                     .sets = {"policy.caseload.households_per_facilitator"}}},
          .events = {},
          .set_here = {}};
}

}  // namespace graduasi::testing
