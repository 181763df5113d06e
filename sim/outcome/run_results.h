// Everything that an experiment hands over to be written down.
#pragma once

#include "base/errors.h"
#include "outcome/measures.h"
#include "scenario/scenario.h"
#include "scenario/variants.h"
#include "tallies/tally.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// All measures of one simulation in one subgroup.
struct Series {
  Eigen::ArrayXXd values;  ///< a row per recorded month, a column per measure; NaN = not defined
};

/// Every month of a simulation, from month 0 on.
/// @param tallies  month 0 to the last; families enrolled at month 0 are those active in it
Series series_of(MonthlyTallies const& tallies, Scale const& scale);

/// The rows of `series` for these months only.
Series only_months(Series const& series, std::vector<int> const& months);

/// One simulation: what a thread computes, and what is finished or not.
struct Simulation {
  std::size_t policy = 0;
  std::size_t variant = 0;
  std::size_t draw = 0;
  std::size_t replicate = 0;  ///< `twin`: simulated under the one luck of all twins
};

/// The replicate of a simulation that is the twin of its draw (`twins_of`); more than any
/// replicate.
inline constexpr std::size_t twin = 65535;

/// How the values of a figure lie: `replicates` of every draw, draw after draw, and behind them one
/// of the twin of each of the first draws.
struct Lives {
  /// A number of replicates says it all where there are no twins.
  Lives(std::size_t replicates_of_a_draw, std::size_t number_of_twins = 0)
      : replicates(replicates_of_a_draw), twins(number_of_twins) {}

  std::size_t replicates;  ///< at least 1
  std::size_t twins;       ///< 0 with one draw
  /// Values of draws under luck of their own among `values`.
  std::size_t own(std::size_t values) const { return values - twins; }
};

Lives lives_of(RunCounts const& counts);

/// How the run went, for the manifest. Nothing of it enters a CSV file.
struct RunFacts {
  std::string version;
  std::string commit;
  std::string compiler;
  std::string isa;
  std::string machine;
  std::string command_line;
  std::string started;  ///< UTC, "2026-11-24T04:03:00Z"
  std::uint32_t seed = 0;
  std::vector<InputFile> inputs;
  std::int64_t households = 0;            ///< in each simulation
  std::int64_t programme_households = 0;  ///< that they stand for
  int threads = 0;                        ///< of each rank
  std::size_t ranks = 1;
  double wall_seconds = 0;
  double household_months_per_second = 0;
  std::int64_t peak_memory_bytes = 0;
  std::string population_hash;
  std::vector<Warning> warnings;
  std::string shard;          ///< "3/16" of a part of a run; empty: the whole
  bool is_cut_short = false;  ///< stopped when all simulations were finished, before the rest was
};

/// Areas in which something of a policy holds that does not hold everywhere.
struct HeldIn {
  std::string name;                ///< "Java and Papua"
  std::vector<std::size_t> areas;  ///< rows of the areas file, in their order
};

/// Shape, figures and facts of a run. Slots exist before the run starts (`make_slots`), so that
/// each thread fills its own.
struct RunResults {
  std::vector<std::string> policies;  ///< the first is the baseline, present in every variant
  std::vector<Variant> variants;      ///< without a sweep the one called "base"
  std::vector<std::string> subgroups = {"all"};  ///< "all" first, then "area:NAME"
  std::size_t draws = 1;
  std::size_t replicates = 1;
  std::size_t twins = 0;  ///< of the first draws
  int months = 0;
  int strata_every = 12;  ///< months between two rows of a subgroup other than `all`
  CalendarMonth start;
  /// For each policy the month from which its last levers hold in full; empty = from the start.
  std::vector<int> in_force;
  std::vector<std::vector<HeldIn>> held_in;  ///< by policy, each set once; empty: all everywhere

  std::vector<Series> series;          ///< by `slot`
  std::vector<char> finished;          ///< by `index_of`; bytes, so that threads do not share one
  bool has_emptied_subgroups = false;  ///< some rest on too few families to be shown
  RunFacts facts;

  Lives lives() const { return {replicates, twins}; }
  /// Simulations of a policy in a variant.
  std::size_t number_of_lives() const { return draws * replicates + twins; }
  /// One of them: draw after draw with its replicates, and behind them the twins.
  Simulation life(std::size_t policy, std::size_t variant, std::size_t number) const {
    std::size_t const own = draws * replicates;
    if (number >= own) return {policy, variant, number - own, twin};
    return {policy, variant, number / replicates, number % replicates};
  }
  bool has(Simulation const& simulation) const {
    return simulation.policy < policies.size() && simulation.variant < variants.size() &&
           (simulation.replicate == twin
                ? simulation.draw < twins
                : simulation.draw < draws && simulation.replicate < replicates);
  }

  /// Simulations in order: policy, variant, life.
  std::size_t simulations() const { return policies.size() * variants.size() * number_of_lives(); }
  std::size_t index_of(Simulation const& simulation) const {
    std::size_t const life = simulation.replicate == twin
                                 ? draws * replicates + simulation.draw
                                 : simulation.draw * replicates + simulation.replicate;
    return (simulation.policy * variants.size() + simulation.variant) * number_of_lives() + life;
  }
  std::size_t slot(Simulation const& simulation, std::size_t subgroup) const {
    return index_of(simulation) * subgroups.size() + subgroup;
  }
};

/// Gives every simulation its empty slots.
void make_slots(RunResults& results);

/// Months of which a subgroup has a row: all of `all`; else every `strata_every`-th and the last.
std::vector<int> recorded_months(RunResults const& results, std::size_t subgroup);

/// Stores one subgroup of a simulation.
/// @param tallies  of every month, whatever is recorded of them: totals need them all
void store(RunResults& results, Simulation const& simulation, std::size_t subgroup,
           MonthlyTallies const& tallies, Scale const& scale);

/// Marks a simulation whose subgroups are all recorded.
void finish(RunResults& results, Simulation const& simulation);

/// All figures of a simulation, subgroup after subgroup.
std::vector<double> figures_of(RunResults const& results, Simulation const& simulation);

/// Fills in what `figures_of` took out.
/// @returns whether the bytes are as many as the figures
bool set_figures(RunResults& results, Simulation const& simulation, std::string_view bytes);

/// Gives another variant the same figures for the same policy, draw and replicate.
void copy_to_variant(RunResults& results, Simulation const& finished, std::size_t variant);

std::size_t finished_simulations(RunResults const& results);

inline bool is_complete(RunResults const& results) {
  return finished_simulations(results) == results.simulations();
}

/// The calendar month that month `m` of the run is; month 0 is the one before the start.
inline CalendarMonth calendar_month_of(RunResults const& results, int month) {
  return later(results.start, month - 1);
}

}  // namespace graduasi
