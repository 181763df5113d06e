// As many replicates as a difference needs to be known well enough, by Stein's two stages.
#pragma once

#include "experiment/experiment.h"
#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What "self_reliant@120 +- 0.1pp" asks for: the half width of a 95 % interval by chance.
struct Precision {
  std::string text;         ///< as it was typed
  std::size_t measure = 0;  ///< among `measures()`
  int month = 0;
  double half_width = 0;   ///< above 0, in the measure's unit or in percentage points
  bool in_points = false;  ///< of a share, or of all families of the programme
  std::vector<Warning> warnings{};
};

/// @param text  MEASURE[@MONTH] +- NUMBER[pp]; without a month the last one of the run
/// @throws ScenarioError for a text that is none, or asks for what more replicates do not bring
Precision precision_of(std::string_view text, Scenario const& scenario);

/// The replicates that Stein's second stage ends with: as many as bring the half width, with the
/// spread and the degrees of freedom of the first stage, down to what is asked.
///
/// Because the number depends on the first stage's spread alone, which for normal differences tells
/// nothing of their mean, the interval mean +- t(first - 1) * s(first) / sqrt(all) holds the truth
/// in at least 95 of 100 runs, however often the first stage had to be extended (Stein 1945, Annals
/// of Mathematical Statistics 16). The interval is looked at twice, never until it suits.
/// @param first       values of the first stage, at least 2
/// @param half_width  above 0
std::size_t replicates_for(std::span<double const> first, double half_width);

/// The half width of that interval.
double half_width_of(std::span<double const> first, std::size_t all);

/// How it ended.
struct PrecisionReached {
  Precision asked;
  double half_width_asked = 0;  ///< in the measure's unit
  double half_width = 0;        ///< the widest of all differences, in the measure's unit
  std::string widest{};         ///< policy (and variant) that needs the most
  std::size_t first = 0, needed = 0, replicates = 0;
  bool is_reached() const { return needed <= replicates; }
};

/// Runs the scenario's replicates, then as many as the widest difference to the baseline needs, at
/// most `max`; with one policy its own figures are looked at.
/// @param scenario  its `run.replicates` are those of the first stage, and afterwards all
/// @param reached   out; nothing when the run was stopped before it could be said
RunResults run_until(Scenario& scenario, Areas const& areas, ExperimentOptions const& options,
                     Precision const& precision, std::size_t max,
                     std::optional<PrecisionReached>& reached);

/// One line for people, without a stop.
std::string line_of(PrecisionReached const& reached);

}  // namespace graduasi
