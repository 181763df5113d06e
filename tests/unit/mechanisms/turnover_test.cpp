#include "mechanisms/turnover.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("turnover: fatigue drives people out by its square", "[unit]") {
  TurnoverParameters const p{.leaving = 0.024f, .leaving_fatigue = 0.12f};
  CHECK(chance_to_leave(0, p) == Approx(0.002f));
  CHECK(chance_to_leave(0.5f, p) == Approx(0.0045f));
  CHECK(chance_to_leave(1, p) == Approx(0.012f));
  CHECK(chance_to_leave(1, {.on = false}) == 0.0f);
}

TEST_CASE("turnover: a team lends no more than everybody's own caseload", "[unit]") {
  auto const few = cover(400, 100, VacancyCover::team);
  CHECK(few.lent == Approx(0.25f));
  CHECK(few.covered == Approx(1));
  auto const many = cover(100, 400, VacancyCover::team);
  CHECK(many.lent == Approx(1));
  CHECK(many.covered == Approx(0.25f));
  CHECK(cover(100, 0, VacancyCover::team).lent == 0.0f);
  CHECK(cover(0, 100, VacancyCover::team).covered == 0.0f);
  CHECK(cover(400, 100, VacancyCover::nobody).lent == 0.0f);
}
