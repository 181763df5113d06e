#include "mechanisms/competence.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("competence: what was trained decays, and 24 months leave little of it", "[unit]") {
  CompetenceParameters const p;
  TrainingLevers const none;
  float gain = gain_after_month(0, true, none, p);
  CHECK(gain == Approx(0.76f));
  for (int month = 0; month < 6; ++month) gain = gain_after_month(gain, false, none, p);
  CHECK(gain == Approx(0.46f).margin(0.005));
  for (int month = 6; month < 24; ++month) gain = gain_after_month(gain, false, none, p);
  CHECK(gain == Approx(0.10f).margin(0.005));
}

TEST_CASE("competence: seven refreshers a year hold what a course gave", "[unit]") {
  CompetenceParameters const p;
  float gain = 0.76f;
  for (int month = 0; month < 6; ++month)
    gain = gain_after_month(gain, false, {.refreshers_per_year = 7}, p);
  CHECK(gain == Approx(0.80f).margin(0.02));  // E120: 0.79 after six months
}

TEST_CASE("competence: a course never takes away what refreshers built", "[unit]") {
  CompetenceParameters const p;
  CHECK(gain_after_month(2, true, {}, p) == Approx(1.84f));
}

TEST_CASE("competence: beginners are green, and grow out of it", "[unit]") {
  CompetenceParameters const p{.mean = 0.6f, .sd = 0.1f, .novice = -0.6f, .novice_months = 18};
  CHECK(competence_of(0, 0, 0, p) == Approx(0.54f));
  CHECK(competence_of(0, 0, 9, p) == Approx(0.57f));
  CHECK(competence_of(0, 0, 18, p) == Approx(0.6f));
  CHECK(competence_of(1, 0.5f, 30, p) == Approx(0.75f));
  CHECK(competence_of(9, 0, 30, p) == 1.0f);
  CHECK(competence_of(-9, 0, 30, p) == 0.0f);
}

TEST_CASE("competence: switched off, talent is all there is", "[unit]") {
  CompetenceParameters const p{.on = false};
  CHECK(gain_after_month(1, true, {.refreshers_per_year = 12}, p) == 0.0f);
  CHECK(competence_of(0, 0, 0, p) == p.mean);
}

TEST_CASE("competence: what was trained decays to what supervision upholds, from either side",
          "[unit]") {
  CompetenceParameters const p{.kept = 0.9f};
  CHECK(gain_after_month(0.8f, false, {}, p, 0.3f) == Approx(0.75f));
  CHECK(gain_after_month(0, false, {}, p, 0.3f) == Approx(0.03f));
  CHECK(gain_after_month(0.3f, false, {}, p, 0.3f) == Approx(0.3f));
  CHECK(settled_gain({}, p, 0.3f) == Approx(0.3f).epsilon(1e-4));
  CHECK(settled_gain({.refreshers_per_year = 6}, p, 0.3f) >
        settled_gain({.refreshers_per_year = 6}, p));
  CHECK(gain_after_month(1, true, {}, {.on = false}, 0.3f) == 0.0f);
}
