// The scenario reader: YAML and the command line in, plain structs out, every problem at once.
#pragma once

#include "scenario/scenario.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// The scenario that the file means, with the settings of the command line laid over it.
///
/// @param settings        "PATH=VALUE", one for each `--set`; flags such as `--seed 3` come as
///                        "run.seed=3"
/// @param known_measures  names that `output.measures` may hold; empty: any
/// @param working_directory  where paths of a `resolved.yaml` start; empty: that of the process
/// @param text            stands for the file's own, which need not be there then; none: it is read
/// @throws ScenarioError with every problem in the file, in the files that it names and in the
///         settings; FileError when the file itself cannot be read
[[nodiscard]] Scenario read_scenario(std::filesystem::path const& file,
                                     std::span<std::string const> settings = {},
                                     std::span<std::string_view const> known_measures = {},
                                     std::filesystem::path const& working_directory = {},
                                     std::optional<std::string> const& text = {});

}  // namespace graduasi
