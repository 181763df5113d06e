// What several processes do that were started together, as by mpirun.
#pragma once

#include "command/command_table.h"
#include "experiment/ranks.h"

#include <memory>

namespace graduasi {

/// Carries the command out: all ranks together where it simulates much, else the first one alone.
/// @returns the exit code of this rank
/// @throws ScenarioError for processes that do not know each other, and what they cannot share
int act_in_ranks(Command const& command, Request request, std::shared_ptr<Ranks> const& ranks);

}  // namespace graduasi
