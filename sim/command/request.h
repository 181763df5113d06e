// What the user asks of a command.
#pragma once

#include "base/language.h"
#include "experiment/ranks.h"
#include "experiment/shard.h"
#include "output/shown_result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// The words of the command line, read and checked.
struct Request {
  enum class When { automatic, always, never };
  enum class Progress { automatic, always, never, percent };
  enum class Instructions { automatic, v2, v3, v4 };

  std::string_view command;  ///< its name; empty: help or version is already printed

  std::filesystem::path scenario;   ///< of run and check; the first one of diff; folder of evidence
  std::filesystem::path as;         ///< the scenario's file, where its text comes on stdin
  std::optional<std::string> text;  ///< of that scenario; none: it is read from its file
  std::filesystem::path other;      ///< the second one of diff
  std::vector<std::string> settings;  ///< "PATH=VALUE" for read_scenario; flags such as --seed too
  std::string draws_from;             ///< prior, posterior or a file of draws; empty: the priors
  std::string size = "full";          ///< of calibrate: full or small
  std::uint32_t seed = 1;             ///< of calibrate; that of a scenario is a setting
  std::string path;                   ///< of explain
  std::string find;                   ///< of parameters: words to look for; empty: none
  std::vector<std::filesystem::path>
      results;  ///< of compare, the first is the baseline; of merge, report and rerun
  std::filesystem::path name = "scenario.yaml";  ///< of init: the file to write

  /// Where paths of a resolved.yaml start; empty: here. Of rerun, which finds it in the result.
  std::filesystem::path working_directory;
  std::filesystem::path output;  ///< empty: results/<scenario name>; of report: its own place
  std::optional<Shard> shard;    ///< part of a run that is done; none: the whole
  std::vector<std::filesystem::path> merged;  ///< shards that are put together, 1 to the last
  std::string scenario_name;                  ///< of merge, by its shards; empty: that of the file
  bool resume = false;                        ///< go on with what the folder holds
  bool force = false;                 ///< write into a folder that holds results, or over a file
  bool csv_full = false;              ///< replicates.csv too
  bool xlsx = false;                  ///< result.xlsx too
  bool xlsx_full = false;             ///< result-full.xlsx too
  bool for_whom = false;              ///< groups by welfare fifth and by the sex of the head too
  bool report = true;                 ///< write report.html
  std::optional<Language> language;   ///< of what is said and in which the report opens
  std::string trace;                  ///< a family to follow instead of running, or empty
  std::string until;                  ///< what is to be known how well; empty: nothing is asked
  std::size_t max_replicates = 1000;  ///< that `until` may take
  int port = 0;                       ///< of serve; 0: any that is free
  bool browser = true;                ///< serve opens one
  Shown shown{};                      ///< of show: what of the result
  bool csv = false;                   ///< the answer as CSV on stdout
  bool dry_run = false;               ///< say what would be done, run nothing
  bool json = false;                  ///< one JSON document on stdout
  bool table = true;                  ///< print the comparison; rerun prints one of its own
  bool quiet = false;                 ///< no notes on stderr
  bool strict = false;                ///< a warning is an error
  std::shared_ptr<Ranks> ranks = one_rank();  ///< that carry it out together
  int jobs = 0;                               ///< threads; 0 = all cores
  std::uint64_t memory_limit = 0;             ///< bytes; 0 = what the machine has
  Progress progress = Progress::automatic;    ///< automatic: on a terminal
  When color = When::automatic;               ///< the same
  Instructions instructions = Instructions::automatic;

  Language said_in() const { return language.value_or(Language::english); }
};

}  // namespace graduasi
