// The parameter tables of all roots together: run, population, world, policy.
#pragma once

#include "parameters/lookup.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// The dotted paths of all parameter tables, in the order of a scenario: run, population, world,
/// policy.
std::vector<std::string> const& all_paths();

/// The row with that path, of whatever root, or null. `baseline.` leads to the row of the lever.
Row const* find_any_row(std::string_view path);

}  // namespace graduasi
