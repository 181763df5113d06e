// How exits of a year are spread over facilitators, for whoever sets a target.
#pragma once

#include "outcome/run_results.h"
#include "output/text_table.h"
#include "scenario/blocks/policy.h"

#include <span>
#include <string>

namespace graduasi {

/// Whether any policy sets a target of exits.
bool any_target(std::span<Policy const> policies);

/// A line for every policy, of the last whole calendar year; empty where there is none. Ends with a
/// line end.
std::string table_of_posts(RunResults const& results, Color color);

}  // namespace graduasi
