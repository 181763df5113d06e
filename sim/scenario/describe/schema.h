// The JSON Schema of scenarios, for editors.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// The scenario format as a JSON Schema (draft 7, the one that editors know), for completion, hover
/// texts and red underlines. It knows keys, types, ranges, choices and priors; what depends on
/// other values or on files only `graduasi check` sees. Ends with a newline.
/// @param measures  names that `output.measures` may hold
std::string scenario_schema(std::span<std::string_view const> measures);

}  // namespace graduasi
