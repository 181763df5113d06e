// One (variant, draw) of an experiment: its replicates and policies, in waves.
#pragma once

#include "experiment/experiment.h"
#include "experiment/prepared.h"
#include "experiment/small_cells.h"

#include <cstdint>
#include <string>
#include <vector>

namespace graduasi {

/// Which (variant, draw) of the outcome is filled.
struct VariantDraw {
  std::size_t variant, draw;
};

/// Work done, counted in piece-years, and the wish to stop.
class Progress {
 public:
  Progress(std::size_t pieces, ExperimentOptions const& options)
      : pieces_(static_cast<double>(pieces)), options_(options) {}
  bool stopped() const { return options_.stop != nullptr && options_.stop->load(); }
  /// From any thread.
  void add(double share_of_a_piece);

 private:
  double pieces_;
  ExperimentOptions const& options_;
  std::atomic<double> done_ = 0;
};

/// A hash of populations, folded in the order they are built.
class Hash {
 public:
  void add(std::uint64_t word) { state_ = (state_ ^ word) * 1099511628211u; }
  std::string text() const;

 private:
  std::uint64_t state_ = 14695981039346656037u;
};

/// What is noted of every population when it is settled, in the order they are built.
struct SettledNotes {
  Hash hash;
  std::vector<std::vector<Support>> supports;  ///< by stratum; nothing without a household file
};

/// Runs all policies and replicates of one (variant, draw).
/// @param room  populations that fit into memory at a time
/// @throws ScenarioError when all simulated families together rest on too few of a household file
void run_pieces(Outcome& outcome, Experiment const& e, VariantDraw place, std::size_t room,
                ExperimentOptions const& options, Progress& progress, SettledNotes& notes);

}  // namespace graduasi
