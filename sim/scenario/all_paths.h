#pragma once

#include <string>
#include <vector>

namespace graduasi {

/// The dotted paths of all parameter tables, in the order of a scenario: run, population, world,
/// policy.
std::vector<std::string> const& all_paths();

}  // namespace graduasi
