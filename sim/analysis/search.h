// The best point of a box, without derivatives.
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace graduasi {

/// What a search sees of a point: both are better when larger.
struct Merit {
  double score = 0;  ///< of what is optimised, in any unit
  double slack = 0;  ///< negative where the point is not allowed, as a share of the limit
};

using MeritOf = std::function<std::optional<Merit>(std::vector<double> const&)>;

/// Looks for the largest score with a slack that is not negative: NLopt's DIRECT over the whole box
/// with half of the evaluations, then COBYLA from the best point met. Nothing is drawn by chance.
/// @param merit   of a point of the unit box; called at most `evaluations` times, and with the
///                start first; nothing: stop
/// @param start   a point of the unit box
/// @param global  whether the whole box is looked over first
/// @returns whether it went to its end
bool search(MeritOf const& merit, std::vector<double> const& start, int evaluations, bool global);

}  // namespace graduasi
