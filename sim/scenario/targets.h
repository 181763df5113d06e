// What a calibration holds worlds against: published figures, and where a scenario gives each.
#pragma once

#include "scenario/text/input_file.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A published figure, and what of a scenario it is compared with: measures of a run, or a finding
/// of a trial.
struct Target {
  std::string name, source;
  bool is_fit = false;                ///< `role: fit`; `hold`: looked at afterwards, never fitted
  std::filesystem::path file;         ///< of the scenario
  std::string policy;                 ///< of a run; empty: the baseline
  std::vector<std::string> measures;  ///< of a run, added up
  int month = 0;                      ///< of a run, from its start
  std::optional<int> since{};         ///< a month whose value is subtracted
  std::string of;       ///< measure at the same month, by which all is divided; empty: nothing
  std::string finding;  ///< id of a finding, where the scenario is a trial
  double value = 0;     ///< published
  double standard_error = 0;
  double discrepancy = 0;  ///< standard deviation of what the right world would miss, unit of value

  bool is_of_trial() const { return !finding.empty(); }
  double variance() const { return standard_error * standard_error + discrepancy * discrepancy; }
};

struct Targets {
  std::string name;  ///< of the file, without its ending
  std::string question;
  std::filesystem::path file;
  std::vector<Target> all;  ///< in the order of the file; one or more are fitted
  std::vector<InputFile> inputs;

  std::vector<std::size_t> fitted() const;
};

/// Reads a file of targets, as strictly as a scenario.
/// @param measures  names of those that a run gives
/// @throws ScenarioError with every problem; FileError when it cannot be read
Targets read_targets(std::filesystem::path const& file, std::span<std::string_view const> measures);

}  // namespace graduasi
