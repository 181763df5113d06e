// Pieces of the JSON Schema, and the blocks of a scenario that no table of parameters describes.
#pragma once

#include "parameters/parameter.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace graduasi {

using Schema = nlohmann::ordered_json;

/// A value with the hover text of the key at this path.
using Describe = std::function<Schema(std::string_view path, Schema value)>;

/// A text that needs no quotes in YAML may look like a number there.
Schema one_line();

/// A whole number, of months or of anything else.
Schema months(int least, int most);

/// One of these words.
Schema one_of(std::span<std::string_view const> words);

/// A map of these keys; a section whose lines are all commented out is allowed.
Schema section(Schema keys, std::string const& meaning);

/// A map of these keys, of which one must be there.
Schema keys_with(Schema keys, std::string const& required, int least_keys);

/// What was published, a map each.
Schema findings_schema();

/// The keys of `attribute`.
Schema attribute_keys(std::span<std::string_view const> measures, Describe const& describe);

/// The keys of `optimise`.
/// @param lever_ranges  what may stand behind each lever
Schema optimise_keys(std::span<std::string_view const> measures, Schema lever_ranges,
                     Describe const& describe);

}  // namespace graduasi
