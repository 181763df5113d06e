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
  double effect;          ///< more is better
  bool is_judged = true;  ///< whether what it brings can count already
};

struct Placed {
  std::size_t place;  ///< among the points
  Standing standing;
  /// Place of the next cheaper point of the frontier; for a point off the frontier the dearest one
  /// that costs no more; for one that is equal to an earlier point, that point.
  std::optional<std::size_t> against;
};

/// All points by rising cost; of equal cost the one with more effect first, then by place.
///
/// Of equal points the first by place is placed among the others, and the others are `equal` to it.
/// Points that are not judged are `undecided`, and so are all where fewer than two of several are
/// judged or none has an effect: a frontier of zeros would only say which is cheapest.
std::vector<Placed> placed_on_frontier(std::span<CostAndEffect const> points);

}  // namespace graduasi
