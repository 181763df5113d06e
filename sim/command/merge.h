// `graduasi merge`: one result of all shards of a run.
#pragma once

#include "command/request.h"

namespace graduasi {

/// Puts together what `graduasi run --shard K/N` has left: nothing is simulated again, and the
/// files have the bytes of a run in one piece.
/// @throws ScenarioError when the shards are not those of one run, or one is missing or unfinished
int merge_shards(Request const& request);

}  // namespace graduasi
