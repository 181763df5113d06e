#include "mechanisms/earnings.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("earnings: they go part of the way to what skill and effort allow", "[unit]") {
  EarningsParameters const p{.speed = 0.1f, .skill_effect = 0.5f, .effort_effect = 0.4f};
  // clang-format off
  //                                  gained  at start  lost   far too much
  std::vector<float> const base =      {0.2f, 0.2f,     0.2f,  3.0f};
  std::vector<float> const skills =    {0.6f, 0.4f,     0.4f,  1.0f};
  std::vector<float> const skills0 =   {0.4f, 0.4f,     0.4f,  0.0f};
  std::vector<float> const brave =     {0.7f, 0.7f,     0.3f,  1.0f};
  std::vector<float> const brave0 =    {0.5f, 0.7f,     0.5f,  0.0f};
  std::vector<float> permanent =       {0.3f, 0.2f,     0.2f,  2.99f};
  // clang-format on
  move_earnings(permanent,
                {.base = base,
                 .skills = skills,
                 .skills_start = skills0,
                 .confidence = brave,
                 .confidence_start = brave0},
                p);
  // goal 0.2 + 0.5 x 0.2 x (0.5 + 0.7) + 0.4 x 0.2 = 0.4
  CHECK(permanent[0] == Approx(0.31f));
  CHECK(permanent[1] == 0.2f);            // levels at the start have no effect
  CHECK(permanent[2] == Approx(0.192f));  // goal 0.2 - 0.4 x 0.2
  CHECK(permanent[3] == 3.0f);            // kept within 3
}

TEST_CASE("earnings: this month's are lasting part, luck and cycle together", "[unit]") {
  std::vector<float> log_earned(2);
  std::vector<float> const permanent = {0.5f, -0.25f}, shock = {-0.25f, 0.5f};
  earn(log_earned, permanent, shock, 0.125f);
  CHECK(log_earned == std::vector<float>{0.375f, 0.375f});
}

TEST_CASE("earnings: switched off, lasting earnings stay", "[unit]") {
  World world;
  world.earnings.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const before = testing::bits_of(caseload.households.permanent);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.permanent) == before);
}

TEST_CASE("earnings: without effects of skill and effort they stay too, to the last bit",
          "[unit]") {
  World world;
  world.earnings.skill_effect = 0;
  world.earnings.effort_effect = 0;
  auto caseload = testing::busy_caseload(world);
  auto const before = testing::bits_of(caseload.households.permanent);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.permanent) == before);
}
