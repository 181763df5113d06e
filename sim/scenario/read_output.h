// Reads the block `output`: measures, and groups of families that are kept apart.
#pragma once

#include "scenario/entry.h"
#include "scenario/scenario.h"

#include <span>
#include <string_view>

namespace graduasi {

/// What is to be written.
/// @param written         the entry under `output`, or null
/// @param known_measures  names that `measures` may hold; empty: any
OutputSettings checked_output(Entry const* written,
                              std::span<std::string_view const> known_measures, Findings& findings);

}  // namespace graduasi
