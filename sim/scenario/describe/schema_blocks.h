// The blocks of a scenario in its JSON Schema.
#pragma once

#include "scenario/blocks/block.h"

#include <functional>
#include <string_view>

namespace graduasi {

/// A value with the hover text of the key at this path.
using Describe = std::function<Schema(std::string_view path, Schema value)>;

/// The keys of a block that has rows.
Schema block_keys(Block const& block, SchemaParts const& parts, Describe const& describe);

/// What was published, a map each.
Schema findings_schema();

}  // namespace graduasi
