// From YAML text to entries. The only door to yaml-cpp.
#pragma once

#include "scenario/text/entry.h"

#include <optional>
#include <string>

namespace graduasi {

/// The text as an entry; nothing when it cannot be used, and then the problems say why.
///
/// yaml-cpp 0.7 takes keys given twice, merge keys, several documents and an unclosed quote without
/// a word; each of them is a finding here.
///
/// @param source  the text's index in `problems.sources`; one without lines (a `--set`) has its
///                problems reported without line and column
/// @param path    put before the paths in messages, as in "world.skills"
std::optional<Entry> parse_yaml(std::string const& text, std::size_t source, bool has_lines,
                                std::string const& path, Problems& problems);

}  // namespace graduasi
