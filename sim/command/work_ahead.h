// What a run has before it: sizes, seconds, bytes.
#pragma once

#include "command/request.h"
#include "experiment/memory.h"
#include "scenario/scenario.h"

#include <string_view>
#include <vector>

namespace graduasi {

/// A file that a run writes.
struct FileAhead {
  std::string_view name;
  double rows = 0;
  double bytes_a_row = 0;
  double seconds = 0;  ///< on an ordinary machine
};

/// The files that grow with the run, in the order in which they are written.
std::vector<FileAhead> files_ahead(Scenario const& scenario, Areas const& areas,
                                   Request const& request);

/// Months of families, summed over all simulations; what variants share counts once.
double family_months_ahead(Scenario const& scenario);

/// The same for the table of one parameter at a time; 0 without uncertain parameters.
double family_months_one_at_a_time(Scenario const& scenario);

/// Seconds of the three parts of a run.
struct SecondsAhead {
  double simulating = 0, one_way_sensitivity = 0, writing = 0;
  double all() const { return simulating + one_way_sensitivity + writing; }
};

/// On an ordinary machine, from sizes alone: good enough to share a progress bar out.
SecondsAhead nominal_seconds(Scenario const& scenario, std::vector<FileAhead> const& files);

/// On this machine: a small run of the scenario says what its start, its families and its months
/// cost.
SecondsAhead measured_seconds(Scenario const& scenario, Areas const& areas,
                              ExperimentOptions const& options,
                              std::vector<FileAhead> const& files);

/// The most bytes that a run holds, simulating or writing.
struct BytesAhead {
  std::size_t min = 0;     ///< one simulation at a time
  std::size_t likely = 0;  ///< as many as the limit leaves room for
};
BytesAhead bytes_ahead(Scenario const& scenario, Areas const& areas,
                       ExperimentOptions const& options, std::vector<FileAhead> const& files);

/// @throws ScenarioError when a run needs more than `--memory-limit`, or than the machine has
void refuse_beyond_memory(Scenario const& scenario, Areas const& areas,
                          ExperimentOptions const& options, std::vector<FileAhead> const& files);

/// The most replicates whose results `--memory-limit`, or the machine, has room for.
std::size_t replicates_within_memory(Scenario const& scenario, Areas const& areas,
                                     ExperimentOptions const& options,
                                     std::vector<FileAhead> const& files);

}  // namespace graduasi
