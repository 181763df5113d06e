// A result folder, read back.
#pragma once

#include "outcome/estimate.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// Whose figure it is; the fields are in the order of the files' columns.
struct FigureKey {
  std::string policy, variant, subgroup;
  int month;
  std::string measure;
  friend auto operator<=>(FigureKey const&, FigureKey const&) = default;
};

/// What the manifest says, and mean and interval of every figure.
struct StoredResult {
  std::filesystem::path folder;
  std::string version;  ///< of the program, with its commit
  CalendarMonth start;  ///< first month of the run
  /// The working directory of the run, as the folder sees it; empty where it is not known.
  std::string run_in;
  std::string scenario;  ///< its name
  std::string state;     ///< complete, partial or shard
  std::string shard;     ///< "3/16" of a part of a run, else empty
  std::string population_hash;
  std::string given_draws;  ///< hash of draws that stood in place of priors; empty: none did
  std::int64_t seed = 0;
  std::size_t replicates = 0, draws = 0, twins = 0;
  std::size_t simulations = 0, simulations_finished = 0;
  std::vector<std::string> policies;

  std::vector<FigureKey> keys;              ///< in the order of curves.csv
  std::map<FigureKey, Estimate> estimates;  ///< standard errors are not stored: not defined
};

/// Refuses what no command has finished, be it a run or an analysis.
/// @throws FileError, ScenarioError as `read_manifest`
void refuse_unfinished(std::filesystem::path const& folder);

/// The same of a shard, which other commands refuse.
StoredResult read_shard(std::filesystem::path const& folder);

/// What the manifest of a run says, without figures.
/// @throws FileError when it is no finished result; ScenarioError when a newer program wrote it
StoredResult read_manifest(std::filesystem::path const& folder);

/// @throws FileError when it is no finished result or a file of it is broken; ScenarioError when
/// a newer program wrote it
StoredResult read_result(std::filesystem::path const& folder);

/// The figures of every draw and replicate, draw after draw, and the twins behind them; NaN for
/// those that are not there.
using Replicates = std::map<FigureKey, std::vector<double>>;

/// From replicates.csv, or from results.sqlite; nothing where neither holds them.
/// @throws FileError when one of them is broken
std::optional<Replicates> read_replicates(StoredResult const& result);

}  // namespace graduasi
