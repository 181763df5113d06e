// What ranks tell the first one while they simulate: what is finished, of which families, and how
// far they are.
#pragma once

#include "experiment/experiment.h"
#include "experiment/populate.h"
#include "outcome/run_results.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <map>
#include <string>

namespace graduasi {

/// Work done and results brought together. What a rank finishes reaches the first rank, and with it
/// the store, while others go on; at the end all ranks have all.
class Reports {
 public:
  Reports(RunResults& results, ExperimentOptions const& options);

  /// From all ranks at once: the first one says what its store held.
  void share_what_is_there();

  /// @param simulations  that all ranks together will run
  void begin(std::size_t simulations) { simulations_ = static_cast<double>(simulations); }
  /// Whether this rank is to stop. Others may not be yet.
  bool stopped() const { return options_.stop != nullptr && options_.stop->load(); }
  /// So much of a simulation was done here. Looks what others have to say.
  void add(double share_of_a_simulation);
  /// A simulation whose figures are in the results: it outlives its process from here on.
  void keep(Simulation const& simulation);
  /// What is noted of the families of a piece, by a rank that has drawn them.
  /// @param first  the simulation whose families they are
  void note(std::size_t piece, Simulation const& first, PopulationNote note);
  /// The same of a piece that the store holds as a whole.
  void note_from_store(std::size_t piece, Simulation const& first);

  /// From all ranks at once, when each has done its part: every one has all results and notes.
  void gather();
  /// Of every population, by piece.
  std::map<std::size_t, PopulationNote> const& notes() const { return notes_; }

 private:
  void take(std::string_view messages);
  void show(double more);
  void send_progress();

  RunResults& results_;
  ExperimentOptions const& options_;
  std::map<std::size_t, PopulationNote> notes_;
  double simulations_ = 1, done_ = 0, unsaid_ = 0;
  std::size_t ranks_done_ = 0;
  std::chrono::steady_clock::time_point said_{};
};

}  // namespace graduasi
