#include "analysis/frontier.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;

namespace {

using Standings = std::vector<Standing>;

/// By place, whatever the order along the frontier.
Standings standings(std::vector<CostAndEffect> const& points) {
  Standings result(points.size());
  for (auto const& placed : placed_on_frontier(points)) result[placed.index] = placed.standing;
  return result;
}

}  // namespace

TEST_CASE("frontier: a case worked by hand, with both kinds of dominance", "[unit]") {
  // Prices along the way: b 10 for each, c 40, d 20: c is useless beside b and d. e brings less
  // than d for more.
  std::vector<CostAndEffect> const points = {{100, 10}, {150, 15}, {230, 17}, {350, 25}, {400, 24}};
  CHECK(standings(points) == Standings{Standing::reference, Standing::frontier,
                                       Standing::extended_dominated, Standing::frontier,
                                       Standing::dominated});
  auto const placed = placed_on_frontier(points);
  CHECK_FALSE(placed[0].against.has_value());
  CHECK(placed[1].against == 0u);
  CHECK(placed[3].index == 3);
  CHECK(placed[3].against == 1u);  // not c: (350 - 150) / (25 - 15) = 20
  CHECK(placed[4].against == 3u);
}

TEST_CASE("frontier: points that fall out one after the other leave the straight way", "[unit]") {
  // Only the last point's low price shows that both middle ones are useless.
  std::vector<CostAndEffect> const points = {{0, 0}, {10, 1}, {22, 2}, {30, 10}};
  CHECK(standings(points) == Standings{Standing::reference, Standing::extended_dominated,
                                       Standing::extended_dominated, Standing::frontier});
  CHECK(placed_on_frontier(points)[3].against == 0u);
}

TEST_CASE("frontier: what brings more for less dominates the baseline", "[unit]") {
  CHECK(standings({{200, 10}, {150, 12}}) == Standings{Standing::dominated, Standing::reference});
}

TEST_CASE("frontier: of equals the first is placed, and the others are equal to it", "[unit]") {
  CHECK(standings({{200, 10}, {200, 10}}) == Standings{Standing::reference, Standing::equal});
  std::vector<CostAndEffect> const twins = {{100, 10}, {300, 9}, {300, 9}, {300, 10}};
  CHECK(standings(twins) ==
        Standings{Standing::reference, Standing::dominated, Standing::equal, Standing::dominated});
  for (auto const& placed : placed_on_frontier(twins))
    if (placed.index == 2) CHECK(placed.against == 1u);
  CHECK(standings({{200, 10}, {200, 12}}) == Standings{Standing::dominated, Standing::reference});
}

TEST_CASE("frontier: without any effect nothing is dominated by what is cheaper", "[unit]") {
  CHECK(standings({{100, 0}, {200, 0}}) == Standings{Standing::undecided, Standing::undecided});
  for (auto const& placed : placed_on_frontier(std::vector<CostAndEffect>{{100, 0}, {200, 0}}))
    CHECK_FALSE(placed.against.has_value());
  CHECK(standings({{100, 0}, {100, 0}, {200, 0}}) ==
        Standings{Standing::undecided, Standing::equal, Standing::undecided});
  // A single effect is enough to compare.
  CHECK(standings({{100, 0}, {200, 1}}) == Standings{Standing::reference, Standing::frontier});
}

TEST_CASE("frontier: points that come too late to be judged stay out of it", "[unit]") {
  CHECK(standings({{200, 10}, {300, 10, false}}) ==
        Standings{Standing::undecided, Standing::undecided});
  CHECK(standings({{200, 10}, {150, 9, false}, {300, 12}}) ==
        Standings{Standing::reference, Standing::undecided, Standing::frontier});
  CHECK(standings({{200, 10}}) == Standings{Standing::reference});
}
