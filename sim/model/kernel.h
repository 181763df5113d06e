// The hot loop, compiled for three instruction sets in one unit; one of them is chosen at start.
#pragma once

#include "model/tile.h"

#include <optional>
#include <string_view>

namespace graduasi {

// Named only, so that a changed mechanism leaves whoever chooses a kernel as it is.
struct AgeingBatch;
struct DistrictYear;
struct TypicalLives;

/// x86-64 levels: 128, 256 and 512 bit vectors. All give the same bits.
enum class Isa { v2, v3, v4 };

struct Kernel {
  void (*year)(DistrictYear&, TileStorage&);
  void (*first_day)(DistrictYear&, TileStorage&);
  void (*age_list)(AgeingBatch const&);
  void (*live_typical)(TypicalLives const&);
  std::string_view name;
};

/// The widest level this processor has.
Isa best_isa();

/// Whether this processor has a level.
bool has(Isa isa);

Kernel kernel_for(Isa isa);

/// "v2", "v3", "v4".
std::optional<Isa> isa_named(std::string_view name);

}  // namespace graduasi
