// Published problems against trials of the model, over what is believed of its parameters.
#pragma once

#include "experiment/experiment.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What the model says to a published row.
enum class FindingVerdict { reproduced, not_reproduced, too_vague, constraint };

/// "reproduced", "not reproduced", "too vague" or "constraint".
std::string_view name_of(FindingVerdict verdict);

/// One published row, and what the model says to it.
struct EvidenceRow {
  std::string finding, id, role, source, outcome, published;
  double simulated = 0;         ///< mean over draws, in the row's unit; NaN where there is none
  double lower = 0, upper = 0;  ///< 90 percent of draws lie between
  double standard_error = 0;    ///< of one simulated trial, mean over draws
  std::string unit;             ///< percent, control_sd, points or share
  FindingVerdict verdict = FindingVerdict::too_vague;
  std::string why;
  std::size_t draws = 0;  ///< in which the row is defined
};

/// Problems with role `validation`, each counted once: reproduced when all of its rows are, not
/// reproduced when one is not, else too vague.
struct FindingCounts {
  std::size_t reproduced = 0, not_reproduced = 0, too_vague = 0;
  std::size_t all() const { return reproduced + not_reproduced + too_vague; }
};
FindingCounts count_findings(std::vector<EvidenceRow> const& rows);

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
/// @returns a row for each of its problems, in their order; nothing when it was stopped
std::vector<EvidenceRow> gather_evidence(Scenario const& scenario, Areas const& areas,
                                         ExperimentOptions const& options);

}  // namespace graduasi
