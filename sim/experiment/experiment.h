// Simulations of an experiment, in waves over the cores of one machine.
#pragma once

#include "experiment/ranks.h"
#include "experiment/shard.h"
#include "model/kernel.h"
#include "outcome/run_results.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace graduasi {

class KnownLists;
class Store;

/// Lists of which none is known yet, see experiment/known_lists.h.
std::shared_ptr<KnownLists> no_known_lists();

struct ExperimentOptions {
  Isa isa = best_isa();
  int jobs = 0;                  ///< threads; 0 = all cores
  std::size_t memory_limit = 0;  ///< bytes to hold at a time; 0 = half of what this rank may have
  std::atomic<bool> const* stop = nullptr;    ///< set to end early; finished simulations are kept
  std::function<void(double)> progress = {};  ///< share of the work done, from one thread only
  Shard shard = {};        ///< pieces of others are not run, and their simulations not finished
  Store* store = nullptr;  ///< what it holds is not run again, what is finished goes into it
  std::shared_ptr<KnownLists> lists = no_known_lists();  ///< handed on and added to
  std::shared_ptr<Ranks> ranks = one_rank();  ///< that share the pieces; only the first has a store
};

/// Whether one of the ranks is to stop; asked by all of them at once.
bool stopped(ExperimentOptions const& options);

/// Every policy, variant, draw and replicate of the scenario.
///
/// A population is built once for each draw, replicate and group of variants that differ in levers
/// alone, and copied for each simulation; as many simulations as memory allows run at a time.
/// Nothing depends on the number of threads or ranks, on the order of finishing or on what was
/// there before. All ranks call it at once, and all have all results at the end.
/// @throws FileError when a finished simulation cannot be stored
/// @throws ScenarioError when areas and settings contradict each other
RunResults run_experiment(Scenario const& scenario, Areas const& areas,
                          ExperimentOptions const& options);

/// What a run can be cut into: families of a draw and replicate, with all that is simulated of
/// them.
std::size_t pieces_of(Scenario const& scenario);

/// Those of them that the options' store does not hold, or not whole: numbers from 0 on, in the
/// order in which they are dealt out.
std::vector<std::size_t> pieces_missing(Scenario const& scenario, Areas const& areas,
                                        ExperimentOptions const& options);

/// From now on loops run with the threads of these options.
void use_threads(ExperimentOptions const& options);

/// Threads that a run with these options has.
int threads_of(ExperimentOptions const& options);

}  // namespace graduasi
