// resolved.yaml: a scenario with everything filled in that it left out.
#pragma once

#include "scenario/scenario.h"

#include <string>

namespace graduasi {

/// The text of `resolved.yaml`: every value that the run used, priors and sweep included. It is a
/// scenario itself and means the same when it is read.
///
/// The same scenario gives the same bytes on every machine and for every output folder. So the
/// areas file is named as the working directory of the run saw it (`paths_relative_to:
/// working_directory`), the table that ships is not named at all, and draws are written out. The
/// baseline writes every lever; the other policies write what they set, the rest follows the
/// baseline.
std::string resolved_yaml(Scenario const& scenario);

}  // namespace graduasi
