// Reads the blocks `trial` and `problems`: a trial, and what was published of such trials.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"

#include <optional>
#include <string_view>
#include <vector>

namespace graduasi {

/// What was published, a map each. What is wrong goes to the problems.
/// @param written  the entry, or null
std::vector<Finding> checked_findings(Entry const* written, Scenario const& scenario,
                                      Problems& problems);

/// What may stand in one of them, and in an effect that it is compared with.
std::vector<std::string_view> keys_of_finding();
std::vector<std::string_view> keys_of_comparison();

/// Their names, as a choice.
std::vector<std::string_view> outcome_names();
std::vector<std::string_view> group_names();

}  // namespace graduasi
