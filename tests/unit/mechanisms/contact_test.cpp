#include "mechanisms/contact.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("contact: the whole part of the visit rate is sure, the rest is chance", "[unit]") {
  std::vector<float> visits(4);
  std::vector<float> const active = {1, 1, 1, 0}, draw = {0.2f, 0.25f, 0.9f, 0.2f};
  visit(visits, active, draw, std::vector<float>(4, 1.25f));
  CHECK(visits == std::vector<float>{2, 1, 1, 0});
  visit(visits, active, draw, std::vector<float>(4, 0.25f));
  CHECK(visits == std::vector<float>{1, 0, 0, 0});
  visit(visits, active, {draw.data(), 4}, std::vector<float>(4, 0.0f));
  CHECK(visits == std::vector<float>{0, 0, 0, 0});
}

TEST_CASE("contact: it is remembered, does nothing below a floor, and saturates", "[unit]") {
  ContactParameters const p{
      .session_weight = 0.2f, .memory = 4, .dose_floor = 0.3f, .dose_half = 1.5f};
  // clang-format off
  //                            both  nothing  session only
  std::vector<float> contact =  {0.6f, 0.6f,   0.2f};
  std::vector<float> const attended = {1, 0, 1}, visits = {1, 0, 0};
  std::vector<float> const none = {0, 0, 0};
  std::vector<float> dose(3), good(3);
  // clang-format on
  remember_contact(contact, dose, good,
                   {.attended = attended,
                    .visits = visits,
                    .coached = none,
                    .session_hours = 2,
                    .visit_hours = 1,
                    .quality = 0.6f},
                   p);
  CHECK(contact[0] == Approx(0.8f));  // a quarter of the way from 0.6 to 0.2 x 2 + 1
  CHECK(dose[0] == Approx(0.25f));    // 0.5 above the floor: 0.5 / (0.5 + 1.5)
  CHECK(good[0] == Approx(0.15f));
  CHECK(contact[1] == Approx(0.45f));
  CHECK(dose[1] == Approx(0.0909091f));
  CHECK(contact[2] == Approx(0.25f));  // the session is worth 0.4, and stays below the floor
  CHECK(dose[2] == 0.0f);
  CHECK(good[2] == 0.0f);
}

TEST_CASE("contact: half of the full dose is reached half-dose above the floor", "[unit]") {
  ContactParameters const p{
      .session_weight = 0, .memory = 1, .dose_floor = 0.4f, .dose_half = 1.25f};
  std::vector<float> contact = {0}, dose(1), good(1);
  std::vector<float> const attended = {0}, visits = {0.65f}, coached = {1};
  remember_contact(contact, dose, good,
                   {.attended = attended,
                    .visits = visits,
                    .coached = coached,
                    .session_hours = 2,
                    .visit_hours = 1,
                    .quality = 1},
                   p);
  CHECK(dose[0] == Approx(0.5f));
  CHECK(good[0] == Approx(0.5f));
}

TEST_CASE("contact: switched off, all doses are exactly zero", "[unit]") {
  ContactParameters const p{.on = false};
  std::vector<float> contact = {5, 0}, dose = {9, 9}, good = {9, 9};
  std::vector<float> const attended = {2, 1}, visits = {3, 0}, coached = {1, 1};
  remember_contact(contact, dose, good,
                   {.attended = attended,
                    .visits = visits,
                    .coached = coached,
                    .session_hours = 2,
                    .visit_hours = 1,
                    .quality = 1},
                   p);
  CHECK(dose == std::vector<float>{0, 0});
  CHECK(good == std::vector<float>{0, 0});

  // And so nobody learns, however often they are met.
  World world;
  world.contact.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const skills = testing::bits_of(caseload.households.skills);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.skills) == skills);
}
