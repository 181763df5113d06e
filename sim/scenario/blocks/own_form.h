// What is no single value in a block: levers with their ranges, groups of switches, an aim.
#pragma once

#include "scenario/blocks/block.h"

namespace graduasi {

/// The functions of such a key. They stand in the file of their block.
template <class Plan>
struct OwnForm {
  std::string (*standard)(Plan const& plan);  ///< the default, for readers; null: none is told
  std::string_view allowed;                   ///< what may stand here, in words
  std::span<std::string_view const> words{};  ///< that end the sentence, as in "a list of"
  void (*read)(Entry const& written, std::string const& path, BlockReading const& reading,
               Plan& plan);
  /// Hands over each value with what its path has beyond that of the key (".PATH", or nothing).
  void (*tell)(Plan const& plan, Scenario const& scenario, Tell const& tell);
  /// What stands behind "key:" in `resolved.yaml`; empty: the line is left out.
  std::string (*write)(Plan const& plan, Scenario const& scenario);
  Schema (*schema)(SchemaParts const& parts);
};

}  // namespace graduasi
