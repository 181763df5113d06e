// Groups of families whose counts are kept apart: by a fixed trait, one split at a time.
#pragma once

#include "agents/households.h"
#include "model/tile.h"

#include <cstdint>
#include <span>

namespace graduasi {

/// Families with one value of one field of their fixed traits.
struct Subgroup {
  Bits field;
  std::uint32_t value;
  bool holds(std::uint32_t traits) const { return field.get(traits) == value; }
};

/// Lets the tile count the families of a subgroup only.
inline void look_at(Tile const& t, std::span<std::uint32_t const> fixed, Subgroup const& subgroup) {
  std::uint32_t const mask = subgroup.field.mask();
  std::uint32_t const wanted = subgroup.field.put(subgroup.value);
  std::int32_t const nobody = static_cast<std::int32_t>(flags::status.max());
  auto const slots = fixed.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const here = (fixed[i] & mask) == wanted ? 1 : 0;
    t.counts[i] = t.status[i] == nobody ? 0 : here;
  }
}

}  // namespace graduasi
