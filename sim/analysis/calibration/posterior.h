// What simulated worlds that are left say, weighed by their distance from the fitted targets.
#pragma once

#include "analysis/calibration/waves.h"

namespace graduasi {

/// Worlds of the prior, and those that are left: both are spread as the prior is, the second ones
/// over what no wave ruled out, so that the distance alone weighs them.
struct WeighedWorlds {
  Targets const& targets;
  TargetRuns const& runs;
  Simulated const& prior;
  Simulated const left;
  std::vector<std::size_t> const& active;
  std::vector<double> const& chance;
};

/// Fills in what is known of targets and paths, ridges, and `drawn` worlds of equal weight.
void describe_posterior(Calibration& found, WeighedWorlds const& worlds, std::size_t drawn);

}  // namespace graduasi
