// The JSON documents of a result folder, read back. The folder may come from anybody.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string_view>

namespace graduasi {

/// A document that every result folder has, and what is said when there is none.
struct DocumentKind {
  std::string_view file;
  std::string_view format;   ///< member that holds the number of its format, from 1
  int newest;                ///< format that this program knows
  std::string_view missing;  ///< "so it is not a finished result"
  std::string_view broken;   ///< "is not a manifest of a result"
  std::string_view newer;    ///< "a newer one may read this result"
};

/// The document of that kind, with its members in the order of the file.
/// @throws FileError when it cannot be read, is no JSON, is nested deeper than any of ours or has
/// no format; ScenarioError when a newer program wrote it
nlohmann::ordered_json read_document(std::filesystem::path const& folder, DocumentKind const& kind);

}  // namespace graduasi
