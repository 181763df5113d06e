// One body for the commands that run a scenario many times over and carry out a block of it:
// `attribute` and `optimise` say what is theirs, all else is here.
#pragma once

#include "command/load_scenario.h"
#include "command/request.h"
#include "experiment/experiment.h"
#include "output/json.h"
#include "output/page/analysis_page.h"
#include "output/text_table.h"
#include "store/folder.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What an analysis found, for its folder, its page and the screen.
struct AnalysisFound {
  std::function<void(ResultFolder&)> write_tables;
  Json json;                               ///< what `--json` prints
  std::string text;                        ///< what is printed without it
  std::optional<AnalysisFigures> figures;  ///< that the page draws; none: there is no page
  std::vector<Warning> warnings;           ///< that came up on the way
};

/// What is special of one analysis.
struct AnalysisCommand {
  std::string_view folder;    ///< for its results, when the request names none
  Scenario (*cut)(Scenario);  ///< to the size of each of its many runs
  /// Says what would be run, for `--dry-run`; none: the command has no such flag.
  void (*say_plan)(Scenario const& cut, Areas const& areas,
                   ExperimentOptions const& options) = nullptr;
  /// @returns nothing when it was interrupted
  std::optional<AnalysisFound> (*analyse)(Scenario const& scenario, Areas const& areas,
                                          ExperimentOptions const& options, Color color);
};

/// Reads the scenario, runs the analysis, writes its folder and prints what was found.
/// @returns 0, or 130 when it was interrupted; then nothing is written
int carry_out(AnalysisCommand const& command, Request const& request);

}  // namespace graduasi
