// The input files of a result, which does not hold them.
#pragma once

#include "output/stored_result.h"

#include <filesystem>

namespace graduasi {

/// Where the paths of the result start: the folder that it was run in, as long as the way there
/// leads to its inputs, else here.
/// @throws ScenarioError when they are in neither
std::filesystem::path folder_of_inputs(std::filesystem::path const& original,
                                       StoredResult const& stored);

}  // namespace graduasi
