// What a command that reads results must see to: their input files, which they do not hold, and
// that none is written over.
#pragma once

#include "output/stored_result.h"

#include <filesystem>
#include <string_view>

namespace graduasi {

/// Where the paths of the result start: the folder that it was run in, as long as the way there
/// leads to its inputs, else here.
/// @throws ScenarioError when they are in neither
std::filesystem::path folder_of_inputs(std::filesystem::path const& original,
                                       StoredResult const& stored);

/// Writing over a result that is read would lose it.
/// @param output  folder to write; empty: none is named
/// @param what    the result is: "the result itself"
/// @throws ScenarioError when both are the same folder
void refuse_to_write_over(std::filesystem::path const& result, std::filesystem::path const& output,
                          std::string_view what);

}  // namespace graduasi
