// Policies from the cheapest to the dearest, and which of them a decision may forget.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace graduasi {

/// Where a policy stands among the others, by mean cost and mean effect.
enum class Standing {
  reference,           ///< the cheapest of those on the frontier
  frontier,            ///< buys more exits than all cheaper ones, each at a rising price
  dominated,           ///< another costs less and brings no less, or no more and brings more
  extended_dominated,  ///< a mixture of two others would bring more for the same cost
  equal,               ///< another has the same cost and effect
  undecided            ///< no exit that it may bring can count yet
};

/// "reference", "frontier", "dominated", "extended_dominated", "equal" or "undecided".
std::string_view name_of(Standing standing);

struct CostAndEffect {
  double cost;
  double effect;          ///< more is better
  bool is_judged = true;  ///< whether what it brings can count already
};

struct Placed {
  std::size_t index;  ///< among the points
  Standing standing;
  /// Index of the next cheaper point of the frontier; for a point off the frontier the dearest one
  /// that costs no more; for one that is equal to an earlier point, that point.
  std::optional<std::size_t> against;
};

/// All points by rising cost; of equal cost the one with more effect first, then by index.
///
/// Of equal points the first by index is placed among the others, and the others are `equal` to it.
/// Points that are not judged are `undecided`, and so are all where fewer than two of several are
/// judged or none has an effect: a frontier of zeros would only say which is cheapest.
std::vector<Placed> placed_on_frontier(std::span<CostAndEffect const> points);

}  // namespace graduasi
