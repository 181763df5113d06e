// The blocks of a scenario in its JSON Schema.
#pragma once

#include "scenario/blocks/block.h"
#include "scenario/scenario.h"

#include <functional>
#include <string_view>

namespace graduasi {

/// A value with the hover text of the key at this path.
using Describe = std::function<Schema(std::string_view path, Schema value)>;

/// The keys of a block that has rows.
Schema block_keys(Block const& block, SchemaParts const& parts, Describe const& describe);

/// One item of a policy's events: its month, and what happens in it.
Schema event_schema(SchemaParts const& parts, Describe const& describe);

/// What was published, a map each.
Schema findings_schema(SchemaParts const& parts, Describe const& describe);

}  // namespace graduasi
