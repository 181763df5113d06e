// Pieces that the JSON Schema is made of.
#pragma once

#include "parameters/parameter.h"
#include "scenario/blocks/block.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// A text that needs no quotes in YAML may look like a number there.
Schema one_line();

/// A month of the calendar: 2026-01.
Schema date();

/// A whole number, of months or of anything else.
Schema months(int least, int most);

/// A number in that range.
Schema number_in(Range range);

/// One of these words.
Schema one_of(std::span<std::string_view const> words);

/// A map of these keys; a section whose lines are all commented out is allowed.
Schema section(Schema keys, std::string const& meaning);

/// A map of these keys, of which one must be there.
Schema keys_with(Schema keys, std::string const& required, int least_keys);

/// What may stand behind a key of a block; null for a list.
Schema key_schema(BlockKey const& key, SchemaParts const& parts);

}  // namespace graduasi
