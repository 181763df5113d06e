#include "mechanisms/earnings.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("earnings: they go part of the way to what skill and effort allow", "[unit]") {
  EarningsParameters const p{
      .speed = 0.1f, .skill_effect = 0.5f, .access_effect = 0.3f, .effort_effect = 0.4f};
  // clang-format off
  //                                  gained  at start  lost   far too much
  std::vector<float> const base =      {0.2f, 0.2f,     0.2f,  3.0f};
  std::vector<float> const skills =    {0.6f, 0.4f,     0.4f,  1.0f};
  std::vector<float> const skills0 =   {0.4f, 0.4f,     0.4f,  0.0f};
  std::vector<float> const brave =     {0.7f, 0.7f,     0.3f,  1.0f};
  std::vector<float> const brave0 =    {0.5f, 0.7f,     0.5f,  0.0f};
  std::vector<float> const access =    {0.7f, 0.5f,     0.5f,  1.0f};
  std::vector<float> const access0 =   {0.5f, 0.5f,     0.5f,  0.0f};
  std::vector<float> permanent =       {0.3f, 0.2f,     0.2f,  2.99f};
  // clang-format on
  move_earnings(permanent,
                {.base = base,
                 .skills = skills,
                 .skills_start = skills0,
                 .access = access,
                 .access_start = access0,
                 .confidence = brave,
                 .confidence_start = brave0},
                p);
  // goal 0.2 + 0.5 x 0.2 x (0.5 + 0.7) + 0.3 x 0.2 + 0.4 x 0.2 = 0.46
  CHECK(permanent[0] == Approx(0.316f));
  CHECK(permanent[1] == 0.2f);            // levels at the start have no effect
  CHECK(permanent[2] == Approx(0.192f));  // goal 0.2 - 0.4 x 0.2
  CHECK(permanent[3] == 3.0f);            // kept within 3
}

TEST_CASE("earnings: this month's are lasting part, luck and cycle together", "[unit]") {
  std::vector<float> log_earned(2), earned(2);
  std::vector<float> const permanent = {0.5f, -0.25f}, shock = {-0.25f, 0.5f};
  std::vector<float> const pay = {1, 1}, income = {0, 0};
  earn(log_earned, earned, permanent, shock, pay, income, 0.125f);
  CHECK(log_earned == std::vector<float>{0.375f, 0.375f});
  CHECK(earned[0] == Approx(1.4549914f));  // e^0.375
}

TEST_CASE("earnings: a business adds its income, a session in working hours takes its pay",
          "[unit]") {
  std::vector<float> log_earned(2), earned(2), lasting(2);
  std::vector<float> const permanent = {0, 0}, shock = {0, 0}, pay = {1, 0.99f}, income = {0.5f, 0};
  earn(log_earned, earned, permanent, shock, pay, income, 0);
  CHECK(earned[0] == 1.5f);
  CHECK(log_earned[0] == Approx(0.4055f).epsilon(1e-3));  // log 1.5 is 0.40547
  CHECK(earned[1] == Approx(0.99f));
  CHECK(log_earned[1] == Approx(-0.01f));
  lasting_earnings(lasting, permanent, income);
  CHECK(lasting == std::vector<float>{1.5f, 1.0f});  // luck and pay lost do not last
}

TEST_CASE("earnings: the short logarithm is exact at zero and near enough to 2.5", "[unit]") {
  CHECK(log_of_one_and(0) == 0.0f);
  for (int i = 1; i <= 250; ++i) {
    float const x = static_cast<float>(i) / 100;
    INFO(x);
    CHECK(log_of_one_and(x) == Approx(std::log1p(x)).margin(0.02));
  }
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
  world.earnings.access_effect = 0;
  world.earnings.effort_effect = 0;
  world.life_cycle.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const before = testing::bits_of(caseload.households.permanent);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.permanent) == before);
}
