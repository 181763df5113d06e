// Who does what of a run: pieces are dealt to ranks, and the districts of a piece to those that do
// it together.
#pragma once

#include "experiment/ranks.h"
#include "population/programme.h"

#include <cstddef>
#include <span>
#include <vector>

namespace graduasi {

/// The ranks that take each of so many pieces. All take equally many by themselves; the pieces that
/// are left over, and all where one is too large for a rank, are done by groups of ranks that share
/// its districts. Groups are as small as brings the end no later.
/// @param least  ranks that hold a piece together, in [1, ranks]
std::vector<RankGroup> deal_pieces(std::size_t pieces, std::size_t ranks, std::size_t least);

/// The districts of a nation that this rank has, with those that have the others.
struct DistrictShare {
  std::shared_ptr<Ranks> ranks;
  RankGroup group;
  std::vector<std::size_t> districts;    ///< their numbers, the largest first
  std::vector<std::size_t> first_slots;  ///< by district, in this rank's columns
  std::size_t slots = 0;                 ///< of all that are here

  std::size_t place() const { return ranks->number() - group.first; }
  /// See `Ranks`; the group is that of the share.
  void sum(std::span<std::int64_t> values) const { ranks->sum(group, values); }
  bool any(bool here) const { return ranks->any(group, here); }
};

/// Which of so many ranks has each district: the largest first, each goes to the rank that has the
/// fewest slots.
/// @param largest_first  numbers of all districts
/// @returns places from 0 on, by district
std::vector<std::size_t> deal_districts(Programme const& programme,
                                        std::vector<std::size_t> const& largest_first,
                                        std::size_t ranks);

/// What of a nation this rank has.
DistrictShare share_of_districts(Programme const& programme,
                                 std::vector<std::size_t> const& largest_first,
                                 std::shared_ptr<Ranks> const& ranks, RankGroup group);

}  // namespace graduasi
