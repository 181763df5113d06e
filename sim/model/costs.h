// What the programme pays: counted, never fed back.
#pragma once

#include "parameters/parameter.h"

namespace graduasi {

struct CostsParameters {
  float wage_rupiah = 3.0e6f;
};

template <>
struct Table<CostsParameters> {
  static constexpr std::string_view group = "costs";
  static constexpr auto rows = std::to_array<Parameter<CostsParameters>>({
      {"wage_rupiah",
       &CostsParameters::wage_rupiah,
       "rupiah per post and month",
       {0, 1e8},
       "wage of a facilitator",
       "S55, D00: 2.5 to 3.9 million"},
  });
  static_assert(describes(rows));
};

}  // namespace graduasi
