// Every family of one simulation, as it stood at chosen months: what the survey of a trial would
// hold.
#pragma once

#include "experiment/prepared.h"
#include "model/family_notes.h"

#include <cstdint>
#include <vector>

namespace graduasi {

/// Families at some months, in the order of slots; padding is left out.
struct FamilyPanel {
  std::vector<int> months;                     ///< ascending; 0 is the first day
  std::vector<std::vector<FamilyNote>> notes;  ///< by month, then by family
  std::vector<std::uint32_t> ids;              ///< by family
  std::vector<std::uint32_t> districts;        ///< by family: number of its district
};

/// Families of a simulation on the first day, to be simulated under any policy.
/// @param key  of the simulation: seed and replicate
Households initial_families(PreparedVariant const& e, Key key, Kernel const& kernel);

/// Lives through the run under one policy, up to the last month asked for.
///
/// The survey's noise is drawn anew each month, keyed by (seed, replicate, family, month), so it is
/// the same under every policy. Districts run in parallel; nothing depends on how many at a time.
/// @param families  on the first day; left as they are
/// @param months    ascending, within the run; 0 is the first day
FamilyPanel follow_families(PreparedVariant const& e, std::size_t policy, Key key,
                            Households const& families, std::vector<int> const& months,
                            Kernel const& kernel);

}  // namespace graduasi
