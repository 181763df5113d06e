// What a run holds in memory at the same time.
#pragma once

#include "experiment/experiment.h"
#include "population/programme.h"

#include <cstddef>

namespace graduasi {

/// Bytes, as they follow from the sizes of a scenario.
struct RunMemory {
  std::size_t program = 0;   ///< the program with its libraries, and what each thread needs
  std::size_t settings = 0;  ///< parameters and levers by month of the variants that are held
  std::size_t results = 0;   ///< the figures of all simulations in all subgroups
  std::size_t families = 0;  ///< of one population
  std::size_t largest_district = 0;  ///< of them
  std::size_t counts = 0;            ///< what is counted of one simulation while it runs
};

/// Parameters of so many variants are kept for the next replicate.
inline constexpr std::size_t max_variants_held = 256;

/// @throws ScenarioError when areas and settings contradict each other
RunMemory memory_of(Scenario const& scenario, Areas const& areas, ExperimentOptions const& options);

/// What each of so many ranks holds that share the districts.
RunMemory divided(RunMemory memory, std::size_t ranks);

/// Ranks that have to share a piece, so that each can hold its part: the fewest of any rank; all
/// ranks where that is still too little. Asked by all ranks at once.
std::size_t ranks_for_a_piece(RunMemory const& memory, ExperimentOptions const& options);

/// The least that a run can do with: one simulation at a time, beside the families it is copied
/// from.
std::size_t min_bytes(RunMemory const& memory);

/// Simulations that a limit leaves room for at a time; one where it leaves none.
std::size_t simulations_within(RunMemory const& memory, std::size_t limit);

/// Simulations that run at a time, where so many ranks share their districts.
std::size_t simulations_at_a_time(RunMemory const& memory, Scenario const& scenario,
                                  ExperimentOptions const& options, std::size_t ranks = 1);

/// What a run holds at its end, with so many simulations at a time.
std::size_t held_bytes(RunMemory const& memory, std::size_t simulations);

/// Bytes that this machine has for each of the ranks on it.
std::size_t machine_memory(Ranks const& ranks);

/// Bytes that a run may hold at the most, by `--memory-limit` or by the machine.
std::size_t memory_limit_of(ExperimentOptions const& options);

}  // namespace graduasi
