// Simulations that run at the same time, year by year, over all cores.
#pragma once

#include "experiment/experiment.h"
#include "experiment/prepared.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace graduasi {

/// Work done, counted in simulation-years, and the wish to stop.
class Progress {
 public:
  /// @param simulations  that will be run
  Progress(std::size_t simulations, ExperimentOptions const& options)
      : simulations_(static_cast<double>(simulations)), options_(options) {}
  bool stopped() const { return options_.stop != nullptr && options_.stop->load(); }
  /// From any thread.
  void add(double share_of_a_simulation);

 private:
  double simulations_;
  ExperimentOptions const& options_;
  std::atomic<double> done_ = 0;
};

/// A simulation in work: its nation, and what has been counted of it.
struct Work {
  Simulation simulation;
  Key key;
  std::shared_ptr<PreparedVariant const> prepared;
  NationState nation;
  std::vector<std::vector<Tally>> year_tallies;  ///< by district, of the year at hand
  std::vector<MonthlyTallies> tallies;           ///< by subgroup
};

/// District-years of all simulations of a wave are walked in one flat loop, largest district first;
/// after each year the districts of a simulation meet. Simulations may be of different variants and
/// draws.
class Wave {
 public:
  /// @param finished  called with every simulation that ran to its end, in the order of `add`
  Wave(RunResults& results, ExperimentOptions const& options, Progress& progress,
       std::function<void(Simulation const&)> finished);

  /// A simulation on the first day of its families.
  void add(Simulation const& simulation, std::shared_ptr<PreparedVariant const> prepared,
           Households households);

  std::size_t size() const { return works_.size(); }

  /// Runs all simulations, hands over what was counted of them and is empty again. When stopped,
  /// no simulation of the wave is finished.
  void run();

 private:
  TileStorage& storage();
  template <class Task>
  void each_district(Task const& task);
  void simulate(Work& work, std::size_t d, MonthSpan span,
                void (*step)(DistrictYear&, TileStorage&));
  void collect(Work& work, MonthSpan span);
  void hand_over(Work const& work);
  bool live_all();

  RunResults& results_;
  Progress& progress_;
  std::function<void(Simulation const&)> finished_;
  Kernel kernel_;
  std::vector<Work> works_;
  std::vector<std::unique_ptr<TileStorage>> storage_;  ///< by thread
  std::mutex subgroups_guard_;
};

}  // namespace graduasi
