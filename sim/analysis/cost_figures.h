// What policies cost, to whom, and for each exit.
#pragma once

#include "outcome/estimate.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace graduasi {

/// Who bears a cost. Positive is borne, negative received.
enum class Perspective {
  programme,  ///< what the budget pays
  families,   ///< levies less benefits and grants: the negative of what families gain
  society     ///< resources used; what only passes from one to another cancels
};

/// "programme", "families" or "society".
std::string_view name_of(Perspective perspective);

/// A figure of one policy over the whole run, discounted to its first day.
struct CostFigure {
  std::size_t policy = 0;
  std::size_t variant = 0;
  std::optional<Perspective> perspective;  ///< none for counts of exits
  std::string_view item;                   ///< "wages", "total", "cost_per_sustained", ...
  std::string_view unit;
  Estimate value;
  std::optional<Estimate> difference;  ///< to the baseline, paired; none where it has no meaning
};

/// The figure of that name, or none.
CostFigure const* find_cost(std::vector<CostFigure> const& figures, std::size_t policy,
                            std::size_t variant, std::optional<Perspective> perspective,
                            std::string_view item);

}  // namespace graduasi
