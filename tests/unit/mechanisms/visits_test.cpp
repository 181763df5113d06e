#include "mechanisms/visits.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <numeric>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

std::vector<float> rates(std::vector<std::int32_t> const& recorded,
                         std::vector<float> const& active, VisitTargeting rule, float equal,
                         float focus) {
  std::vector<std::int32_t> rank(recorded.size()), lot(recorded.size());
  std::iota(lot.rbegin(), lot.rend(), 0);
  std::vector<float> rate(recorded.size());
  rank_for_visits(rank, active, recorded, lot, rule);
  focus_visits(rate, rank, equal, focus);
  return rate;
}

}  // namespace

TEST_CASE("visits: all visits go to the part of the caseload that the rule names", "[unit]") {
  std::vector<std::int32_t> const recorded = {10, 90, 50, 70};
  std::vector<float> const active(4, 1);
  using V = std::vector<float>;
  CHECK(rates(recorded, active, VisitTargeting::neediest, 0.1f, 0.5f) == V{0.2f, 0, 0.2f, 0});
  CHECK(rates(recorded, active, VisitTargeting::nearest, 0.1f, 0.5f) == V{0, 0.2f, 0, 0.2f});
  CHECK(rates(recorded, active, VisitTargeting::random, 0.1f, 0.5f) == V{0, 0, 0.2f, 0.2f});
}

TEST_CASE("visits: who has left takes no place, and a tie is shared", "[unit]") {
  auto const rate =
      rates({40, 40, 40, 40, 3}, {1, 1, 1, 1, 0}, VisitTargeting::neediest, 0.1f, 0.5f);
  for (std::size_t i = 0; i < 4; ++i) CHECK(rate[i] == Approx(0.1f));
}

TEST_CASE("visits: every rule gives the same number of visits", "[property]") {
  for (std::uint32_t i = 0; i < 200; ++i) {
    testing::Chance chance(i, 31);
    std::size_t const n = 16 * (1 + chance.below(30));
    std::vector<std::int32_t> recorded(n);
    std::vector<float> active(n);
    float families = 0;
    for (std::size_t k = 0; k < n; ++k) {
      recorded[k] = static_cast<std::int32_t>(chance.below(i % 2 == 0 ? 128 : 5));
      active[k] = chance.happens(0.8f) ? 1.0f : 0.0f;
      families += active[k];
    }
    float const equal = chance.between(0, 3), focus = chance.between(0.05f, 1);
    for (auto const rule :
         {VisitTargeting::neediest, VisitTargeting::nearest, VisitTargeting::random}) {
      std::vector<std::int32_t> rank(n), lot(n);
      for (auto& value : lot) value = static_cast<std::int32_t>(chance.below(128));
      std::vector<float> rate(n);
      rank_for_visits(rank, active, recorded, lot, rule);
      focus_visits(rate, rank, equal, focus);
      double sum = 0;
      for (std::size_t k = 0; k < n; ++k) sum += static_cast<double>(rate[k] * active[k]);
      INFO("case " << i);
      CHECK(sum == Approx(static_cast<double>(equal * families)).epsilon(1e-4));
    }
  }
}

TEST_CASE("visits: those due come first, and no hour is lost or made up", "[unit]") {
  // 20 hours at 2 a visit, 4 of 100 families due: one each, and 6 visits for the other 96.
  auto const rates = due_first(20, 2, 0, 4, 100);
  CHECK(rates.due == 1);
  CHECK(rates.others == Approx(6.0 / 96));
  // Each of the 4 takes half an hour more.
  CHECK(due_first(20, 2, 0.5f, 4, 100).others == Approx(5.0 / 96));
  auto const scarce = due_first(20, 2, 0, 40, 100);
  CHECK(scarce.due == Approx(0.25));
  CHECK(scarce.others == 0);
  // More visits than families: all alike, after the assessments.
  CHECK(due_first(302, 2, 0.5f, 4, 100).due == 1.5f);
  CHECK(due_first(302, 2, 0.5f, 4, 100).others == 1.5f);
  CHECK(due_first(10, 2, 1, 0, 100).others == Approx(0.05));
  CHECK(due_first(10, 2, 0, 8, 8).others == 0);
  CHECK(due_first(0, 2, 1, 0, 0).due == 0);
}
