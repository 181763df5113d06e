// Areas for tests of whole experiments.
#pragma once

#include "population/areas.h"

namespace graduasi::testing {

/// One area with 100,000 families in the programme.
inline Areas one_area() {
  Areas areas;
  areas.rows.push_back({.name = "North",
                        .poverty_rate = 0.12,
                        .poverty_gap = 0.02,
                        .population = 4000000,
                        .line_rupiah = 500000,
                        .kpm_households = 100000});
  return areas;
}

}  // namespace graduasi::testing
