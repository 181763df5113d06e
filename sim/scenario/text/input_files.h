// The files that a scenario is made of.
#pragma once

#include "scenario/text/input_file.h"
#include "scenario/text/problems.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What the manifest says of a file.
InputFile input_file(std::filesystem::path const& file, std::string_view bytes);

/// The file that a scenario names at `place`: read, and noted with its hash among the inputs.
/// Nothing when it cannot be read, and then the problems say so.
/// @param path  of the parameter that names it: "population.areas is data/x.csv, which is not
/// there"
std::optional<std::string> read_named_file(std::filesystem::path const& file,
                                           std::string const& path, Place place, Problems& problems,
                                           std::vector<InputFile>& inputs);

/// A file or folder that came with the program, by its name in the source tree, as in
/// "scenarios/evidence". It is looked for from the folder of the program upwards: an installed
/// program has it in ../share/graduasi, wherever it was moved to, and one that was built lies in
/// its source tree. Empty when there is none.
std::filesystem::path shipped(std::filesystem::path const& name);

/// The areas file of a scenario that names none: `scenarios/data/provinces.csv` in a folder above
/// the scenario, else the one that came with the program; empty when there is none.
std::filesystem::path shipped_areas(std::filesystem::path const& scenario_file);

}  // namespace graduasi
