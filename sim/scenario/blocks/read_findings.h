// Reads and tells the list `findings`: what was published of trials.
#pragma once

#include "scenario/blocks/block.h"
#include "scenario/scenario.h"
#include "scenario/text/entry.h"

#include <functional>
#include <string>
#include <vector>

namespace graduasi {

/// What was published, a map each. What is wrong goes to the problems.
/// @param written  the entry, or null
std::vector<Finding> checked_findings(Entry const* written, Scenario const& scenario,
                                      Problems& problems);

/// Hands every value of a finding to `take` with its key.
void tell_finding(Finding const& finding, Scenario const& scenario,
                  std::function<void(BlockKey const& key, std::string value)> const& take);

/// The lines of `resolved.yaml`; empty when there are no findings.
std::string findings_text(Scenario const& scenario);

}  // namespace graduasi
