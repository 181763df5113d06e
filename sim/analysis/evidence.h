// Published findings against trials of the model, over what is believed of its parameters.
#pragma once

#include "experiment/experiment.h"
#include "population/areas.h"
#include "results/evidence_table.h"
#include "scenario/scenario.h"

#include <span>
#include <string>
#include <vector>

namespace graduasi {

/// Whether a published finding is reproduced, and why.
struct Judged {
  FindingVerdict verdict;
  std::string why;
};

/// The rule: a number is reproduced when it lies inside the simulated 90 percent interval and that
/// is no wider than four of its standard errors or than itself, whichever is more; a sign, an order
/// or a bound when the whole interval agrees with it. What the interval contradicts is not
/// reproduced, anything else is too vague.
/// @param lower, upper  of the simulated interval; NaN: not defined
Judged judge(Finding const& finding, double lower, double upper);

/// Carries a scenario's trial out in every parameter draw and variant.
/// @returns a row for each of its findings, in their order; nothing when it was stopped
std::vector<EvidenceRow> gather_evidence(Scenario const& scenario, Areas const& areas,
                                         ExperimentOptions const& options);

}  // namespace graduasi
