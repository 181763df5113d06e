#include "model/kernel.h"

#include "support/month_of_one.h"
#include "support/small_nation.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

TEST_CASE("kernel: all instruction sets leave the same bits of state and the same counts", "[unit]") {
  SmallNation first = small_nation({430, 37, 1});
  run(first, kernel_for(Isa::v2));
  for (Isa const isa : {Isa::v3, Isa::v4}) {
    if (!has(isa)) continue;
    SmallNation other = small_nation({430, 37, 1});
    run(other, kernel_for(isa));
    CHECK(bits_of(first) == bits_of(other));
    CHECK(first.tallies == other.tallies);
  }
}

TEST_CASE("kernel: families are conserved in every month", "[property]") {
  SmallNation nation = small_nation({430, 37, 1});
  run(nation);
  for (auto const& t : nation.tallies) {
    CHECK(t[Count::families] == 468);
    CHECK(t[Count::active] + t[Count::raised] + t[Count::own_request] + t[Count::natural] == 468);
  }
}

TEST_CASE("kernel: a stock changes by what leaves and returns, and by nothing else", "[property]") {
  SmallNation nation = small_nation({2000});
  run(nation);
  for (std::size_t m = 1; m < nation.tallies.size(); ++m) {
    auto const& t = nation.tallies[m];
    CHECK(t[Count::active] - nation.tallies[m - 1][Count::active] ==
          t[Count::returned] - t[Count::left_raised] - t[Count::left_own_request] - t[Count::left_natural]);
  }
}

TEST_CASE("kernel: a lever moved to the value it has changes no household", "[property]") {
  SmallNation plain = small_nation({600}), moved = small_nation({600});
  run(plain);
  run(moved, kernel_for(best_isa()), [&](int) {
    Levers same = moved.levers;
    same.mentoring.strengths_share = 0.3f;
    return same;
  });
  CHECK(bits_of(plain) == bits_of(moved));
}

TEST_CASE("kernel: without contact nothing is learned", "[unit]") {
  World world;
  world.contact.on = false;
  SmallNation nation = small_nation({600}, world);
  auto const before = bits_of(nation.households.skills);
  run(nation);
  CHECK(bits_of(nation.households.skills) == before);
}

TEST_CASE("kernel: with every mechanism of exit off nobody leaves", "[unit]") {
  World world;
  world.natural_exit.on = false;
  world.leaving.on = false;
  SmallNation nation = small_nation({600}, world);
  run(nation);
  CHECK(nation.tallies.back()[Count::active] == 600);
}

TEST_CASE("kernel: a constant chance of exit gives the geometric curve", "[statistical]") {
  constexpr std::size_t families = 20000;
  Caseload caseload(families);
  caseload.world.member_clocks.on = false;
  caseload.world.leaving.on = false;
  caseload.world.natural_exit.component_error = 0;
  caseload.levers.registry.cycle_months = 18;
  double expected = 1;
  for (int month = 1; month <= 48; ++month) {
    Tally const tally = caseload.live(month);
    expected *= 1 - 1.0 / 18;
    CHECK(std::abs(share_distance(static_cast<double>(tally[Count::active]), families, expected)) < 4);
  }
}

TEST_CASE("kernel: the persistent shock keeps its spread", "[statistical]") {
  constexpr std::size_t families = 20000;
  Caseload caseload(families);
  for (int month = 1; month <= 240; ++month) caseload.live(month);
  double squares = 0;
  for (std::size_t i = 0; i < families; ++i) {
    double const s = caseload.households.shock[static_cast<Eigen::Index>(i)];
    squares += s * s;
  }
  // After 240 months from zero all but keep^480 of the variance is there; a variance has a relative
  // standard error of sqrt(2 / n).
  double const variance = 0.2 * 0.2 * (1 - std::pow(0.975, 480));
  CHECK(std::abs(squares / families / variance - 1) < 4 * std::sqrt(2.0 / families));
}
