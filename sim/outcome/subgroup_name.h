// What the name of a subgroup says: "area:Aceh" is the group Aceh of the split by area.
#pragma once

#include <string_view>

namespace graduasi {

struct SubgroupName {
  std::string_view split, group;
};

/// The whole programme, "all", is the one group of a split of that name, so that no field of a
/// table is empty.
inline SubgroupName subgroup_name(std::string_view full) {
  auto const colon = full.find(':');
  return {full.substr(0, colon), colon == full.npos ? full : full.substr(colon + 1)};
}

}  // namespace graduasi
