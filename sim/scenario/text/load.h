// The scenario file with the files that it extends.
#pragma once

#include "scenario/text/entry.h"
#include "scenario/text/input_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// The file merged over what it extends, still as it was written; nothing when a text could not be
/// understood at all, and then the problems say why.
///
/// @param text  stands for the file's own, which need not be there then; none: it is read
/// @throws FileError when the file itself cannot be read; a missing file that it extends is a
/// finding
std::optional<Entry> load_scenario(std::filesystem::path const& file,
                                   std::optional<std::string> const& text,
                                   std::filesystem::path const& working_directory,
                                   Problems& problems, std::vector<InputFile>& inputs);

}  // namespace graduasi
