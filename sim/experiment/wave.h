// Simulations that run at the same time, year by year, over all cores.
#pragma once

#include "experiment/experiment.h"
#include "experiment/prepared.h"
#include "experiment/reports.h"

#include <memory>
#include <mutex>
#include <vector>

namespace graduasi {

/// A simulation in work: its nation, and what has been counted of it.
struct Work {
  Simulation simulation;
  Key key;
  std::shared_ptr<PreparedVariant const> prepared;
  std::shared_ptr<DistrictShare const> share;    ///< what of the nation is here
  NationState nation;                            ///< states only of the districts that are here
  std::vector<std::vector<Tally>> year_tallies;  ///< by district, of the year at hand
  std::vector<MonthlyTallies> tallies;           ///< by subgroup, of the districts that are here
};

/// District-years of all simulations of a wave are walked in one flat loop, largest district first;
/// after each year the districts of a simulation meet. Simulations may be of different variants and
/// draws; ranks that share the districts of one share those of all, and meet at the end.
class Wave {
 public:
  Wave(RunResults& results, ExperimentOptions const& options, Reports& reports);

  /// A simulation on the first day of its families.
  /// @param households  of the districts of the share
  void add(Simulation const& simulation, std::shared_ptr<PreparedVariant const> prepared,
           std::shared_ptr<DistrictShare const> share, Households households);

  std::size_t size() const { return works_.size(); }

  /// Runs all simulations, hands over what was counted of them and is empty again. When one of the
  /// ranks was stopped, no simulation of the wave is finished.
  void run();

 private:
  TileStorage& storage();
  template <class Task>
  void each_district(Task const& task);
  void simulate(Work& work, std::size_t d, MonthSpan span,
                void (*step)(DistrictYear&, TileStorage&));
  void collect(Work& work, MonthSpan span);
  bool live_all();
  void meet();
  void hand_over(Work const& work);

  RunResults& results_;
  Reports& reports_;
  Kernel kernel_;
  std::vector<Work> works_;
  std::vector<std::unique_ptr<TileStorage>> storage_;  ///< by thread
  std::mutex subgroups_guard_;
};

}  // namespace graduasi
