// Differences between separate runs, from their folders.
#pragma once

#include "analysis/answer.h"
#include "outcome/comparison.h"
#include "output/stored_result.h"
#include "output/text_table.h"
#include "store/sink.h"

#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// A figure of one run less the same figure of the other.
struct RunDifference {
  FigureKey key;  ///< policy and variant as the first run calls them
  Difference difference;
};

/// What a policy brings in one run more than in the other, for the whole programme at the last
/// month that both have.
struct RunGains {
  std::string policy, variant;  ///< as the first run calls them
  Gains gains;
  bool can_last;  ///< whether an exit of the first month can count as lasting by then
};

/// One run against the first one.
struct RunComparison {
  std::string result, baseline;        ///< their folders
  std::optional<CalendarMonth> start;  ///< first month of both; none where they differ
  bool paired = false;
  std::vector<std::string> notes;   ///< why it is unpaired, and what could not be compared
  std::vector<RunDifference> rows;  ///< in the order of the first run's curves.csv
  std::vector<RunGains> gains{};    ///< where both runs hold the measures that it takes
};

/// Policies are matched by name; two runs of one policy each are compared whatever their names.
///
/// Paired by draw and replicate when seed, replicates, draws, population and program version agree
/// and both folders keep the figures of every simulation: both runs then met the same luck. Else
/// the differences of means get the standard error of two independent runs, which is too large
/// rather than too small where luck was shared.
/// @throws ScenarioError when the runs share no figure; FileError
RunComparison compare_runs(StoredResult const& baseline, StoredResult const& result);

/// The main figures at the end, and the notes; ends with a line end.
std::string run_comparison_table(std::vector<RunComparison> const& comparisons, Color color);

/// Every measure at the end as one JSON document; ends with a line end.
std::string run_comparison_json(std::vector<RunComparison> const& comparisons);

/// comparison.csv of separate runs: every figure that both have.
void write_run_comparison(Sink& sink, std::vector<RunComparison> const& comparisons);

}  // namespace graduasi
