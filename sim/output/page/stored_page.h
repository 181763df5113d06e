// The page's payload, read back from a result folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace graduasi {

/// The payload that is in the folder, on one line.
/// @param language  "en" or "id": in which the page is to open; absent: as the run was asked
/// @throws FileError when the folder holds none or a broken one; ScenarioError when a newer program
/// wrote it
std::string stored_payload(std::filesystem::path const& folder,
                           std::optional<std::string> const& language);

}  // namespace graduasi
