#include "mechanisms/contact.h"

#include "base/math.h"
#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>
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

namespace {

double exact_dose(double contact, double steepness, double half) {
  return std::pow(contact, steepness) / (std::pow(contact, steepness) + std::pow(half, steepness));
}

float dose_at(float contact, float steepness, float half) {
  return dose_of(contact, steepness, math::log(half));
}

}  // namespace

TEST_CASE("contact: it is remembered, and half of the full dose is reached at dose_half",
          "[unit]") {
  ContactParameters const p{
      .session_weight = 0.2f, .memory = 4, .dose_steepness = 2, .dose_half = 0.8f};
  // clang-format off
  //                            both  nothing  session and a coach
  std::vector<float> contact =  {0.6f, 0.6f,   0.2f};
  std::vector<float> const attended = {1, 0, 1}, visits = {1, 0, 0};
  std::vector<float> const coached = {0, 0, 1};
  std::vector<float> dose(3), good(3);
  // clang-format on
  remember_contact(contact, dose, good,
                   {.attended = attended,
                    .visits = visits,
                    .coached = coached,
                    .session_hours = 2,
                    .visit_hours = 1,
                    .quality = 0.6f},
                   p);
  CHECK(contact[0] == Approx(0.8f));  // a quarter of the way from 0.6 to 0.2 x 2 + 1
  CHECK(dose[0] == Approx(0.5f));
  CHECK(good[0] == Approx(0.3f));
  CHECK(contact[1] == Approx(0.45f));
  CHECK(dose[1] == Approx(0.2025 / (0.2025 + 0.64)));
  CHECK(contact[2] == Approx(0.5f));
  CHECK(dose[2] == Approx(0.25 / (0.25 + 0.64)));
}

TEST_CASE("contact: the dose is x^h / (x^h + half^h), rises with contact, and saturates",
          "[unit]") {
  for (float const steepness : {1.0f, 1.8f, 5.0f, 20.0f}) {
    for (float const half : {0.05f, 1.4f, 20.0f}) {
      float before = -1;
      for (int step = 0; step <= 2000; ++step) {
        float const contact = 0.01f * static_cast<float>(step);
        float const dose = dose_at(contact, steepness, half);
        INFO(contact << " hours, steepness " << steepness << ", half " << half);
        REQUIRE(std::abs(dose - exact_dose(contact, steepness, half)) < 1e-5);
        // A rounding may go back by its size, and by no more.
        REQUIRE(dose >= before - 1e-6f);
        REQUIRE(dose <= 1.0f);
        before = dose;
      }
      CHECK(dose_at(0, steepness, half) < 1e-6f);
      CHECK(dose_at(half, steepness, half) == Approx(0.5f));
    }
  }
}

TEST_CASE("contact: steepness 1 is the straight line that saturates, much of it is a floor",
          "[unit]") {
  for (float const contact : {0.01f, 0.14f, 0.35f, 0.86f, 3.0f})
    CHECK(dose_at(contact, 1, 1.4f) == Approx(contact / (contact + 1.4f)));
  // At a thirtieth of dose_half the first hour counts in proportion.
  CHECK(dose_at(0.04f, 1, 1.4f) == Approx(2 * dose_at(0.02f, 1, 1.4f)).epsilon(0.02));
  // A hard floor at half: nothing below it, everything above.
  CHECK(dose_at(0.7f, 20, 1.4f) < 1e-5f);
  CHECK(dose_at(2.8f, 20, 1.4f) > 1 - 1e-5f);
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

TEST_CASE("contact: what is remembered is worth something before the month adds to it", "[unit]") {
  ContactParameters p{.dose_steepness = 2, .dose_half = 0.8f};
  std::vector<float> const contact = {0.8f, 0, 0.45f};
  std::vector<float> good(3);
  recall_contact(good, contact, 0.6f, p);
  CHECK(good[0] == Approx(0.3f));
  CHECK(good[1] < 1e-20f);
  CHECK(good[2] == Approx(0.6 * 0.2025 / (0.2025 + 0.64)));
  p.has_effect = false;
  recall_contact(good, contact, 0.6f, p);
  CHECK(good == std::vector<float>(3, 0.0f));
}
