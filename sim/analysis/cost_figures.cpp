#include "analysis/cost_figures.h"

#include <algorithm>

namespace graduasi {

std::string_view name_of(Perspective perspective) {
  switch (perspective) {
    case Perspective::programme:
      return "programme";
    case Perspective::families:
      return "families";
    case Perspective::society:
      break;
  }
  return "society";
}

CostFigure const* find_cost(std::vector<CostFigure> const& figures, std::size_t policy,
                            std::size_t variant, std::optional<Perspective> perspective,
                            std::string_view item) {
  auto const found = std::ranges::find_if(figures, [&](CostFigure const& f) {
    return f.policy == policy && f.variant == variant && f.perspective == perspective &&
           f.item == item;
  });
  return found == figures.end() ? nullptr : &*found;
}

}  // namespace graduasi
