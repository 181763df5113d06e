#include "support/month_of_one.h"
#include "support/small_nation.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Tally sum_of(SmallNation const& nation) {
  Tally sum;
  for (auto const& tally : nation.tallies) sum += tally;
  return sum;
}

SmallNation lived(World const& world) {
  SmallNation nation = small_nation({1200}, world);
  run(nation);
  return nation;
}

}  // namespace

TEST_CASE("switches: with attendance off every session is attended and habits stand still",
          "[unit]") {
  World world;
  world.attendance.on = false;
  world.card_custody.on = false;  // levies cost habits too
  SmallNation nation = small_nation({1200}, world);
  auto const habits = bits_of(nation.households.habit);
  run(nation);
  Tally const sum = sum_of(nation);
  CHECK(sum[Count::offered] > 0);
  CHECK(sum[Count::attended] == sum[Count::offered]);
  CHECK(bits_of(nation.households.habit) == habits);
}

TEST_CASE("switches: with workload off no session is cancelled and nobody tires", "[unit]") {
  World world;
  Tally const scarce = sum_of(lived(world));
  CHECK(scarce[Count::sessions_held] < scarce[Count::sessions_planned]);
  world.workload.on = false;
  SmallNation nation = small_nation({1200}, world);
  run(nation);
  Tally const sum = sum_of(nation);
  CHECK(sum[Count::sessions_held] == sum[Count::sessions_planned]);
  auto const& first = nation.tallies[1];
  auto const& last = nation.tallies.back();
  // Fatigue stands still, so its mean over posts moves only with who is employed: nobody is hired
  // here.
  CHECK(first[Count::fatigue] * last[Count::posts] / first[Count::posts] ==
        Catch::Detail::Approx(last[Count::fatigue]).epsilon(0.05));
}

TEST_CASE("switches: with afterwards off nobody falls back or returns", "[unit]") {
  World world;
  world.readiness.months = 1;
  Tally const usual = sum_of(lived(world));
  CHECK(usual[Count::fell_back] > 0);
  world.afterwards.on = false;
  Tally const sum = sum_of(lived(world));
  CHECK(sum[Count::fell_back] == 0);
  CHECK(sum[Count::returned] == 0);
}

TEST_CASE("switches: with saving off and no setbacks savings stand still", "[unit]") {
  World world;
  world.money.saving_on = false;
  world.shocks.setback_rate = 0;
  world.disasters.on = false;
  world.partners.on = false;
  SmallNation nation = small_nation({600}, world);
  auto const savings = bits_of(nation.households.savings);
  run(nation);
  CHECK(bits_of(nation.households.savings) == savings);
}
