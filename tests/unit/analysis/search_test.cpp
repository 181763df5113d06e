#include "analysis/search.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace graduasi;

namespace {

using Point = std::vector<double>;

/// What was asked for, and the best point that is allowed.
struct Met {
  int calls = 0;
  Point best;
  double score = 0;
};

/// Looks with every call noted.
template <class Of>
Met look(Of of, Point const& start, int evaluations, bool global) {
  Met met;
  auto const merit = [&](Point const& point) -> std::optional<Merit> {
    ++met.calls;
    Merit const m = of(point);
    if (m.slack >= 0 && (met.best.empty() || m.score > met.score)) {
      met.best = point;
      met.score = m.score;
    }
    return m;
  };
  CHECK(search(merit, start, evaluations, global));
  return met;
}

}  // namespace

TEST_CASE("search: the top of a hill is found, and no more is asked than allowed", "[unit]") {
  auto const hill = [](Point const& p) {
    return Merit{-(p[0] - 0.7) * (p[0] - 0.7) - (p[1] - 0.2) * (p[1] - 0.2), 1};
  };
  auto const met = look(hill, {0.5, 0.5}, 60, true);
  CHECK(met.calls <= 60);
  CHECK(std::abs(met.best[0] - 0.7) < 0.02);
  CHECK(std::abs(met.best[1] - 0.2) < 0.02);
}

TEST_CASE("search: where more is always better, the budget decides", "[unit]") {
  // Two levers, the second twice as dear: under 0.5 the first is worth it alone.
  auto const shop = [](Point const& p) { return Merit{p[0] + p[1], 0.5 - p[0] - 2 * p[1]}; };
  auto const met = look(shop, {0.1, 0.1}, 80, true);
  CHECK(met.score <= 0.5);
  CHECK(met.score > 0.49);
  CHECK(met.best[0] > 0.48);
}

TEST_CASE("search: the higher of two hills is found from the foot of the lower", "[unit]") {
  auto const hills = [](Point const& p) {
    double const low = 0.5 - std::abs(p[0] - 0.15), high = 1 - 3 * std::abs(p[0] - 0.85);
    return Merit{std::max(low, high), 1};
  };
  CHECK(std::abs(look(hills, {0.15}, 40, true).best[0] - 0.85) < 0.02);
  // From near the lower one alone it stays there.
  CHECK(std::abs(look(hills, {0.15}, 40, false).best[0] - 0.15) < 0.02);
}

TEST_CASE("search: it is the same each time, and ends when it is stopped", "[unit]") {
  auto const hill = [](Point const& p) { return Merit{-(p[0] - 0.3) * (p[0] - 0.3), 1}; };
  CHECK(look(hill, {0.9}, 20, true).best == look(hill, {0.9}, 20, true).best);
  int calls = 0;
  auto const stops = [&](Point const&) -> std::optional<Merit> {
    return ++calls < 5 ? std::optional(Merit{static_cast<double>(calls), 1}) : std::nullopt;
  };
  CHECK_FALSE(search(stops, {0.5}, 40, true));
  CHECK(calls == 5);
}
