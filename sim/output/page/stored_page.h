// The page's payload, read back from a result folder.
#pragma once

#include "base/language.h"

#include <filesystem>
#include <optional>
#include <string>

namespace graduasi {

/// The payload that is in the folder, on one line.
/// @param language  in which the page is to open; absent: as the run was asked
/// @throws FileError when the folder holds none or a broken one; ScenarioError when a newer program
/// wrote it
std::string stored_payload(std::filesystem::path const& folder, std::optional<Language> language);

}  // namespace graduasi
