#include "analysis/frontier.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace graduasi {

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::reference:
      return "reference";
    case Standing::frontier:
      return "frontier";
    case Standing::dominated:
      return "dominated";
    case Standing::extended_dominated:
      return "extended_dominated";
    case Standing::equal:
      return "equal";
    case Standing::undecided:
      break;
  }
  return "undecided";
}

namespace {

using Points = std::span<CostAndEffect const>;

std::vector<std::size_t> by_rising_cost(Points points) {
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(
      order, {}, [&](std::size_t i) { return std::tuple(points[i].cost, -points[i].effect, i); });
  return order;
}

/// The first point with the same cost and effect: itself, as a rule.
std::size_t first_equal(Points points, std::size_t i) {
  for (std::size_t j = 0; j < i; ++j)
    if (points[j].cost == points[i].cost && points[j].effect == points[i].effect) return j;
  return i;
}

bool can_be_placed(Points points) {
  auto const judged = std::ranges::count_if(points, &CostAndEffect::is_judged);
  bool const any_effect =
      std::ranges::any_of(points, [](auto const& p) { return p.is_judged && p.effect != 0; });
  return any_effect && (judged > 1 || points.size() == 1);
}

/// The points that no other and no mixture of two others beats, by rising cost.
/// @param standing  of every point, changed where a mixture beats it
std::vector<std::size_t> frontier_of(Points points, std::vector<std::size_t> const& candidates,
                                     std::vector<Standing>& standing) {
  std::vector<std::size_t> frontier;
  // Whether the price of what `next` adds to the last point is below what that one's own addition
  // cost; multiplied out, as both effects rise.
  auto const makes_last_useless = [&](std::size_t next) {
    auto const& a = points[frontier[frontier.size() - 2]];
    auto const& b = points[frontier.back()];
    auto const& c = points[next];
    return (c.cost - b.cost) * (b.effect - a.effect) <= (b.cost - a.cost) * (c.effect - b.effect);
  };
  for (std::size_t const i : candidates) {
    if (!frontier.empty() && points[i].effect <= points[frontier.back()].effect) continue;
    while (frontier.size() > 1 && makes_last_useless(i)) {
      standing[frontier.back()] = Standing::extended_dominated;
      frontier.pop_back();
    }
    frontier.push_back(i);
  }
  return frontier;
}

}  // namespace

std::vector<Placed> placed_on_frontier(Points points) {
  auto const order = by_rising_cost(points);
  std::vector<Standing> standing(points.size(), Standing::undecided);
  std::vector<std::size_t> candidates;
  bool const any = can_be_placed(points);
  for (std::size_t const i : order) {
    if (first_equal(points, i) != i) {
      standing[i] = Standing::equal;
    } else if (any && points[i].is_judged) {
      standing[i] = Standing::dominated;
      candidates.push_back(i);
    }
  }
  auto const frontier = frontier_of(points, candidates, standing);
  for (std::size_t const i : frontier)
    standing[i] = i == frontier.front() ? Standing::reference : Standing::frontier;

  std::vector<Placed> placed;
  std::optional<std::size_t> cheaper;
  for (std::size_t const i : order) {
    auto against = cheaper;
    if (standing[i] == Standing::equal) against = first_equal(points, i);
    if (standing[i] == Standing::undecided) against.reset();
    placed.push_back({i, standing[i], against});
    if (standing[i] == Standing::reference || standing[i] == Standing::frontier) cheaper = i;
  }
  return placed;
}

}  // namespace graduasi
