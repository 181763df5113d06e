// How to share facilitators out over areas.
#pragma once

#include "analysis/monotone_curve.h"
#include "base/errors.h"
#include "experiment/experiment.h"
#include "outcome/estimate.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// One area's families and facilitators, and what they gain by the curves.
struct AreaShare {
  std::string area;
  double families = 0;
  double today = 0, best = 0;  ///< facilitators
  double gain_today = 0, gain_best = 0;
};

/// Both allotments run, the best less today's, paired.
struct AllotmentCheck {
  std::uint32_t seed = 0;
  Estimate gain_today, more_gain, more_cost;
};

struct AreaAllotment {
  std::string scenario, question, gain, cost;  ///< the last two are measures
  int month = 0;
  std::int64_t households = 0, programme_households = 0;
  std::size_t replicates = 0, draws = 0;
  std::vector<AreaShare> areas;  ///< in the order of the areas file
  AllotmentCheck same_luck, other_luck;
  bool all_the_same = false;  ///< facilitators move nothing in any area: today's allotment is kept
  std::vector<Warning> warnings;
};

/// Parts of one total that together gain most: what each gains is a curve of its own part.
/// @param curves  by part, in units of the total
/// @param start   parts that sum to the total
/// @param min, max  bounds of each part
/// @returns parts with the same sum; the start when nothing better is found
std::vector<double> shared_out(std::vector<MonotoneCurve> const& curves,
                               std::vector<double> const& start, std::vector<double> const& min,
                               std::vector<double> const& max);

/// Shares the baseline's facilitators out over the areas so that together they gain most of the
/// plan's measure, from curves of each area over the ratio. Then both allotments are run, twice:
/// with the luck that the curves rest on, and with other luck.
/// @throws ScenarioError when the scenario sweeps
/// @returns nothing when it was stopped
std::optional<AreaAllotment> allot(Scenario const& scenario, Areas const& areas,
                                   ExperimentOptions const& options);

}  // namespace graduasi
