#include "mechanisms/access.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("access: labour demand follows unemployment and the cycle, within limits", "[unit]") {
  AccessParameters const p{.demand_of_cycle = 3};
  CHECK(labour_demand(1, 0, p) == 1.0f);
  CHECK(labour_demand(1.2f, 0.1f, p) == Approx(1.56f));    // 1.2 x (1 + 0.3)
  CHECK(labour_demand(0.8f, -0.05f, p) == Approx(0.68f));  // 0.8 x (1 - 0.15)
  CHECK(labour_demand(2, 0.5f, p) == 3.0f);                // 5 is more than three usual months
  CHECK(labour_demand(1, -0.3f, p) == 0.25f);              // 0.1 is less than a quarter
}

TEST_CASE("access: what was gained fades toward the family's own start", "[unit]") {
  AccessParameters p{.fading_rate = 0.1f};
  std::vector<float> access = {0.6f, 0.3f, 0.4f};
  std::vector<float> const start = {0.4f, 0.3f, 0.5f};
  std::vector<float> const waits = {0, 0, 0};
  fade_access(access, start, waits, 0, p);
  CHECK(access[0] == Approx(0.58f));  // a tenth of the 0.2 that were gained
  CHECK(access[1] == 0.3f);
  CHECK(access[2] == Approx(0.41f));
  p.fading_rate = 0.5f;
  access = {0.8f, 0.3f, 0.5f};
  for (int month = 0; month < 3; ++month) fade_access(access, start, waits, 0, p);
  CHECK(access[0] == Approx(0.45f));  // 0.4 + 0.4 / 8
  // What past referrals keep up is lost without them, to whom they reached.
  access = {0.4f, 0.3f, 0.001f};
  fade_access(access, start, std::vector<float>{0, 1, 0}, 0.02f, p);
  CHECK(access[0] == Approx(0.388f));  // - 0.02 x 0.6
  CHECK(access[1] == 0.3f);
  fade_access(access, start, waits, 0.9f, p);
  CHECK(access[2] == 0.0f);
}

TEST_CASE("access: it stays between the start and where it stood", "[property]") {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    testing::Chance chance(i, 20);
    std::vector<float> access = {chance.uniform()};
    std::vector<float> const start = {chance.uniform()};
    float const before = access[0];
    fade_access(access, start, std::vector<float>{0}, 0, {.fading_rate = chance.uniform()});
    INFO("case " << i);
    CHECK(access[0] >= std::min(before, start[0]) - 1e-7f);
    CHECK(access[0] <= std::max(before, start[0]) + 1e-7f);
  }
}

TEST_CASE("access: switched off, it does not move, whatever partners bring", "[unit]") {
  World world;
  world.partners.referral_rate = 0.5f;
  world.digital_literacy.on = false;  // which shares a word with it
  world.access.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const before = testing::bits_of(caseload.households.abilities);
  auto const tally = testing::live_on(caseload, 24);
  CHECK(tally[Count::linked] > 0);
  CHECK(testing::bits_of(caseload.households.abilities) == before);
  world.access.on = true;
  auto with = testing::busy_caseload(world);
  testing::live_on(with, 24);
  CHECK(testing::bits_of(with.households.abilities) != before);
}

TEST_CASE("access: where jobs bring none and none fades it is as if switched off", "[unit]") {
  World world;
  world.partners.referral_rate = 0.5f;
  world.partners.job_gain = 0;
  world.access.fading_rate = 0;
  auto still = testing::busy_caseload(world);
  world.access.on = false;
  auto off = testing::busy_caseload(world);
  CHECK(testing::live_on(still, 24) == testing::live_on(off, 24));
  CHECK(testing::bits_of(still.households) == testing::bits_of(off.households));
}
