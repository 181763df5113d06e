// What is written, and by which groups of families.
#pragma once

#include "scenario/blocks/key.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// Ways to split families in the results, one at a time, never crossed.
enum class Split { area, sex_of_head, components, welfare_fifth };
inline constexpr auto split_names =
    std::to_array<std::string_view>({"area", "sex_of_head", "components", "welfare_fifth"});

/// The block `output`.
struct OutputSettings {
  std::vector<Split> splits;          ///< each once, in the order of `Split`
  int strata_every = 12;              ///< months between two rows of a stratum other than `all`
  std::vector<std::string> measures;  ///< empty: all
};

inline bool splits_by(OutputSettings const& output, Split split) {
  return std::ranges::find(output.splits, split) != output.splits.end();
}

/// "[area, sex_of_head]".
std::string text_of(std::vector<Split> const& splits);

template <>
struct BlockOf<OutputSettings> {
  using Plan = OutputSettings;
  static OwnForm<Plan> const strata, measures;

  static constexpr std::string_view name = "output";
  static constexpr std::string_view meaning = "what is written";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {"strata", &strata, "", "groups that are written beside the whole"},
      {"strata_every",
       {&Plan::strata_every, {1, 600}},
       "months",
       "between two rows of a stratum; the whole is monthly"},
      {"measures", &measures, "", "what is written"},
  });
};

}  // namespace graduasi
