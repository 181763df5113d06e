// Runs of one policy at chosen lever values, beside the baseline, under the same luck.
#pragma once

#include "experiment/experiment.h"
#include "outcome/estimate.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <map>
#include <vector>

namespace graduasi {

/// What a point gave, of every draw and replicate, and of the twins.
struct Sample {
  std::vector<double> gain, cost;
};

/// Runs each point once and remembers it.
class LeverRuns {
 public:
  /// @param scenario  cut to its plan; the last policy is moved, the first one is the baseline
  /// @param expected  runs that there will be at most, for the progress
  LeverRuns(LeverRuns const&) = delete;
  LeverRuns& operator=(LeverRuns const&) = delete;
  LeverRuns(Scenario const& scenario, Areas const& areas, ExperimentOptions const& options,
            std::size_t expected);

  /// The sample at these levers, in the order of the plan; whole numbers are rounded.
  /// @returns nothing when it was stopped
  Sample const* at(std::vector<double> levers);

  /// Known once a point was run.
  Sample const& baseline() const { return baseline_; }

  /// Ascending by levers.
  std::map<std::vector<double>, Sample> const& all() const { return all_; }

  Lives lives() const { return lives_of(scenario_.run.counts); }
  Estimate estimated(std::vector<double> const& values) const;

  std::int64_t programme_households() const { return programme_households_; }
  std::vector<Warning> const& warnings() const { return warnings_; }

 private:
  Scenario scenario_;
  Areas const& areas_;
  ExperimentOptions options_;
  std::map<std::vector<double>, Sample> all_;
  Sample baseline_;
  std::int64_t programme_households_ = 0;
  std::vector<Warning> warnings_;
};

}  // namespace graduasi
