// The families of one replicate on the first day, and what is noted of them.
#pragma once

#include "experiment/dealing.h"
#include "experiment/prepared.h"
#include "experiment/small_cells.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace graduasi {

/// What a result says of a population once its families are gone.
struct PopulationNote {
  std::uint64_t hash = 0;
  std::vector<Support> supports{};  ///< by subgroup; nothing without a household file
};

/// A note as words, for the store, and back.
std::vector<std::uint64_t> words_of(PopulationNote const& note);
/// @throws FileError when they are no note
PopulationNote note_of(std::span<std::uint64_t const> words);

/// Of all populations of a run, in their order.
std::string hash_of(std::vector<PopulationNote> const& notes);

struct Population {
  Households households;
  PopulationNote note;
};

/// Initialises the districts that are here, marks fifths where the results are split by them, and
/// takes the note. The fifths are those of the nation, and the note is of all families, in every
/// rank of the share.
/// @param key      the luck of the families' first day
/// @param stopped  asked before every district; a population that was stopped is of no use
/// @returns nothing when any rank of the share was stopped
/// @throws ScenarioError when all families together rest on too few of a household file
std::optional<Population> populate(PreparedVariant const& e, Key key, Kernel const& kernel,
                                   DistrictShare const& share,
                                   std::function<bool()> const& stopped);

}  // namespace graduasi
