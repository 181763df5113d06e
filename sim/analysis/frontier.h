// Policies from the cheapest to the dearest, and which of them a decision may forget.
#pragma once

#include "results/value_tables.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace graduasi {

struct CostAndEffect {
  double cost;
  double effect;  ///< more is better
};

struct Placed {
  std::size_t place;  ///< among the points
  Standing standing;
  std::optional<std::size_t>
      against;  ///< place of the next cheaper point of the frontier; for a
                ///< point off the frontier the dearest one that costs no more
};

/// All points by rising cost; of equal cost the one with more effect first, then by place.
std::vector<Placed> placed_on_frontier(std::span<CostAndEffect const> points);

}  // namespace graduasi
