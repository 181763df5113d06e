// The keys at the top of a scenario, in its order.
#pragma once

#include "scenario/blocks/block.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace graduasi {

/// Whether `--set` reaches what stands below the key.
enum class Settable { no, yes };

/// A key at the top: what is known of it beside the rows of what stands below it.
struct TopKey {
  std::string_view name;
  Settable settable;
  std::string_view standard{}, allowed{}, meaning{};  ///< of a key that is told by itself
};

inline constexpr auto top_keys = std::to_array<TopKey>({
    {"format", Settable::no, "", "1", "version of the scenario format; required"},
    {"question", Settable::no, "", "one line of text", "what the scenario is to answer; required"},
    {"extends", Settable::no, "", "a scenario file",
     "maps of this file are laid over it key by key; lists replace"},
    {"paths_relative_to", Settable::no, "file", "file or working_directory",
     "where paths in this file start"},
    {"run", Settable::yes},
    {"population", Settable::yes},
    {"world", Settable::yes},
    {"baseline", Settable::yes, "", "levers, with a value or a prior",
     "levers of the first policy from the start, beside the list of policies: a policy that sets "
     "the lever itself, the baseline too, keeps its own; all others follow"},
    {"policies", Settable::yes},
    {"sweep", Settable::yes, "", "a list of values for each path",
     "every combination is run; levers move in every policy but the baseline, "
     "and baseline.GROUP.LEVER moves that of the baseline, which the others follow"},
    {"output", Settable::yes},
    {"trial", Settable::yes},
    {"findings", Settable::no, "", "a list of published findings",
     "what a trial is compared with, and when it is reproduced (scenarios/evidence)"},
    {"attribute", Settable::yes},
    {"optimise", Settable::yes},
    {"pilot", Settable::yes},
});

/// Their names.
std::span<std::string_view const> scenario_sections();

/// The tables of rows that stand below a key at the top, those of its lists included.
std::vector<Block const*> tables_below(std::string_view top);

}  // namespace graduasi
