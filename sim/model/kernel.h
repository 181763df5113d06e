// The hot loop, compiled for three instruction sets in one unit; one of them is chosen at start.
#pragma once

#include "model/isa.h"
#include "model/tile.h"

#include <string_view>

namespace graduasi {

// Named only, so that a changed mechanism leaves whoever chooses a kernel as it is.
struct AgeingBatch;
struct DistrictYear;
struct TypicalLives;

struct Kernel {
  void (*year)(DistrictYear&, TileStorage&);
  void (*first_day)(DistrictYear&, TileStorage&);
  void (*age_list)(AgeingBatch const&);
  void (*live_typical)(TypicalLives const&);
  std::string_view name;
};

Kernel kernel_for(Isa isa);

}  // namespace graduasi
