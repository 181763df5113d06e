// What the commands that simulate for minutes have in common: options, result folder, progress,
// clock, and how they end.
#pragma once

#include "base/errors.h"
#include "command/progress_line.h"
#include "command/request.h"
#include "experiment/experiment.h"
#include "output/json.h"
#include "store/folder.h"

#include <chrono>
#include <filesystem>
#include <string_view>
#include <vector>

namespace graduasi {

/// Exit code of a command that the user interrupted.
inline constexpr int exit_interrupted = 130;

/// Threads, memory and instructions as asked for; stops when the user interrupts.
/// @throws ScenarioError for instructions that this processor does not have
ExperimentOptions options_of(Request const& request);

/// The manifest of a finished analysis: the program and its command line, and then `facts`.
Json analysis_manifest(Json::Members facts);

/// A command under way. Whatever can be refused is refused before it: from here on there is a
/// folder, and an interrupted command leaves nothing half-written.
class LongCommand {
 public:
  /// @param default_folder  for the results, when the request names none
  /// @throws FileError when results are there, or the folder cannot be written
  LongCommand(Request const& request, std::filesystem::path const& default_folder);

  ResultFolder& folder() { return folder_; }
  ProgressLine& progress() { return progress_; }

  /// Starts the clock, and shows how far the options' simulations are.
  void begin(ExperimentOptions& options);
  double seconds() const;

  /// Says that nothing came of it.
  /// @param when  "" or " before anything was finished"
  /// @returns the exit code
  int end_interrupted(std::string_view when = {});

  /// The closing lines, unless nothing is to be said: warnings, where the results are, what to
  /// open.
  void say_where_results_are(std::vector<Warning> const& warnings, double seconds,
                             bool has_page) const;

 private:
  Request const& request_;
  ResultFolder folder_;
  ProgressLine progress_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// What the page draws, and the page if one is asked for: it can be written later.
void write_page(ResultFolder& folder, std::string_view payload, Request const& request);

}  // namespace graduasi
