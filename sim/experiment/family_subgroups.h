// Groups of families that the results keep apart, by what a family was at month 0.
#pragma once

#include "agents/districts.h"
#include "model/parameters.h"
#include "model/subgroup.h"
#include "population/areas.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <string>
#include <vector>

namespace graduasi {

/// A subgroup with the name it has in the results: "sex_of_head:female".
struct NamedSubgroup {
  std::string name;
  Subgroup subgroup;
};

/// The subgroups of all splits asked for but that by area, split by split.
std::vector<NamedSubgroup> family_subgroups(OutputSettings const& output);

/// Names of all subgroups of a run, in the order of its results: the whole, areas, groups of
/// families.
std::vector<std::string> subgroup_names(OutputSettings const& output, Areas const& areas);

/// Families of a district by their true spending at month 0, in 4096 steps.
using SpendingCounts = std::vector<std::int64_t>;
SpendingCounts no_spending();

/// @param world  whether families are paid, and what businesses earn
SpendingCounts count_spending(HouseholdsView const& h, District const& district,
                              World const& world);

/// Steps below which lie one, two, three and four fifths of the families counted.
std::vector<std::int64_t> fifths_of(SpendingCounts const& counts);

/// Writes every family's fifth into its traits, those on the waiting list, and those that are
/// formed during the run, by the same borders.
void mark_fifths(HouseholdsView const& h, District const& district, World const& world,
                 std::vector<std::int64_t> const& borders);

}  // namespace graduasi
