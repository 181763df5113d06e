// What --set lays over a scenario.
#pragma once

#include "scenario/text/entry.h"

#include <span>
#include <string>

namespace graduasi {

/// Lays the `--set PATH=VALUE` of the command line over what the files say.
///
/// `policy.PATH` acts as if typed into every policy and is refused where a policy sets it itself;
/// `policies.NAME.PATH` reaches the policy of that name and replaces what it says.
void apply_overrides(Entry& root, std::span<std::string const> settings, Problems& problems);

}  // namespace graduasi
