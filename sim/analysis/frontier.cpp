#include "analysis/frontier.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace graduasi {

namespace {

std::vector<std::size_t> by_rising_cost(std::span<CostAndEffect const> points) {
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(
      order, {}, [&](std::size_t i) { return std::tuple(points[i].cost, -points[i].effect, i); });
  return order;
}

}  // namespace

std::vector<Placed> placed_on_frontier(std::span<CostAndEffect const> points) {
  auto const order = by_rising_cost(points);
  std::vector<Standing> standing(points.size(), Standing::dominated);
  std::vector<std::size_t> frontier;
  // Whether the price of what `next` adds to the last point is below what that one's own addition
  // cost; multiplied out, as both effects rise.
  auto const makes_last_useless = [&](std::size_t next) {
    auto const& a = points[frontier[frontier.size() - 2]];
    auto const& b = points[frontier.back()];
    auto const& c = points[next];
    return (c.cost - b.cost) * (b.effect - a.effect) <= (b.cost - a.cost) * (c.effect - b.effect);
  };
  for (std::size_t const i : order) {
    if (!frontier.empty() && points[i].effect <= points[frontier.back()].effect) continue;
    while (frontier.size() > 1 && makes_last_useless(i)) {
      standing[frontier.back()] = Standing::extended_dominated;
      frontier.pop_back();
    }
    frontier.push_back(i);
  }
  for (std::size_t const i : frontier) {
    standing[i] = i == frontier.front() ? Standing::reference : Standing::frontier;
  }

  std::vector<Placed> placed;
  std::optional<std::size_t> cheaper;
  for (std::size_t const i : order) {
    placed.push_back({i, standing[i], cheaper});
    if (standing[i] == Standing::reference || standing[i] == Standing::frontier) cheaper = i;
  }
  return placed;
}

}  // namespace graduasi
