#include "mechanisms/skills.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("skills: good contact closes a share of what is missing, and what was gained fades",
          "[unit]") {
  SkillsParameters const p{.learning_rate = 0.1f, .fading_rate = 0.2f};
  std::vector<float> const start = {0.4f, 0.4f, 0.0f, 0.3f};
  std::vector<float> const good = {0.5f, 0.0f, 1.0f, 0.0f};
  std::vector<float> skills = {0.5f, 0.6f, 0.0f, 0.3f};
  std::vector<float> const waits = {0, 0, 0, 0};
  learn(skills, {.start = start, .good = good, .waits = waits}, p);
  CHECK(skills[0] == Approx(0.505f));  // + 0.1 x 0.5 x 0.5 - 0.2 x 0.1
  CHECK(skills[1] == Approx(0.56f));   // a month without contact only fades what was gained
  CHECK(skills[2] == Approx(0.1f));    // nothing gained yet, nothing fades
  CHECK(skills[3] == 0.3f);            // no contact at the start level: nothing at all
}

TEST_CASE(
    "skills: what past mentoring keeps up is lost without it, but not to who was never mentored",
    "[unit]") {
  SkillsParameters const p{.learning_rate = 0.1f, .fading_rate = 0.2f};
  // clang-format off
  //                                mentored as before  no longer  nearly gone  waits
  std::vector<float> const start = {0.4f,               0.4f,      0.4f,        0.4f};
  std::vector<float> const good =  {0.5f,               0,         0,           0};
  std::vector<float> const waits = {0,                  0,         0,           1};
  std::vector<float> skills =      {0.4f,               0.4f,      0.01f,       0.4f};
  // clang-format on
  SkillInputs const in{.start = start, .good = good, .waits = waits, .upkeep = 0.05f};
  learn(skills, in, p);
  CHECK(skills[0] == Approx(0.4f));   // 0.1 x 0.5 x 0.6 gained, 0.05 x 0.6 lost
  CHECK(skills[1] == Approx(0.37f));  // - 0.05 x 0.6
  CHECK(skills[3] == 0.4f);
  for (int month = 0; month < 200; ++month) learn(skills, in, p);
  CHECK(skills[0] == Approx(0.4f));
  CHECK(skills[1] == Approx(0.25f));  // home: 0.4 - 0.05 / 0.2 x 0.6
  CHECK(skills[2] == Approx(0.25f));
  // A home below nothing is not reached.
  skills = {0.4f, 0.4f, 0.4f, 0.4f};
  for (int month = 0; month < 50; ++month)
    learn(skills, {.start = start, .good = waits, .waits = waits, .upkeep = 0.9f}, p);
  CHECK(skills[1] == 0.0f);
}

TEST_CASE("skills: switched off, nobody learns or forgets", "[unit]") {
  World world;
  world.skills.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const before = testing::bits_of(caseload.households.skills);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.skills) == before);

  auto with = testing::busy_caseload();
  testing::live_on(with, 24);
  CHECK(testing::bits_of(with.households.skills) != before);
}
