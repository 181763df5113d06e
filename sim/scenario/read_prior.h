// Reads the prior of one uncertain parameter.
#pragma once

#include "scenario/scenario.h"
#include "scenario/text/entry.h"
#include "scenario/text/value.h"

#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// The prior that stands in place of a number, or nothing when it is wrong, and then the problems
/// say why.
/// @param entry  a map, as in `{uniform: [0.1, 0.4]}` or `{draws: file.csv}`
/// @param rule   of the parameter: bounds and draws must lie in its range
/// @param draws  how many times parameters are drawn; a file of draws needs as many values
std::optional<Prior> checked_prior(Entry const& entry, std::string const& path, Rule const& rule,
                                   int draws, Problems& problems, std::vector<InputFile>& inputs);

}  // namespace graduasi
