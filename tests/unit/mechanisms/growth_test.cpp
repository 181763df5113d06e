#include "mechanisms/growth.h"

#include "model/year.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("growth: four quarters are a year of the nation and of the area, or nothing", "[unit]") {
  GrowthParameters p{.on = true, .per_year = 0.01f};
  CHECK(4 * growth_of_quarter(0, p) == Approx(0.01));
  CHECK(4 * growth_of_quarter(-0.004f, p) == Approx(0.006));
  p.on = false;
  CHECK(growth_of_quarter(0.5f, p) == 0);
}

TEST_CASE("growth: years may bring more or less than the even pace", "[unit]") {
  GrowthParameters const p{.on = true, .per_year = 0.02f};
  std::vector<float> const beyond = {0, -0.01f, -0.02f};
  CHECK(growth_until(2, 0.004f, {}, p) == Approx(0.012));
  CHECK(growth_until(2, 0.004f, beyond, p) == Approx(-0.008));
  CHECK(growth_in(1, 0, beyond, p) == Approx(-0.005));
  CHECK(growth_in(2, 0, beyond, p) == Approx(-0.005));
  CHECK(growth_until(2, 0, beyond, {.on = false}) == 0);
}

TEST_CASE("growth: quarters are counted from the start of the run", "[unit]") {
  CalendarMonth const january = calendar_month(2026, 1), february = calendar_month(2026, 2);
  CHECK(quarters_until(january, 1) == 1);
  CHECK(quarters_until(january, 3) == 1);
  CHECK(quarters_until(january, 4) == 2);
  CHECK(quarters_until(january, 120) == 40);
  CHECK(quarters_until(february, 2) == 0);
  CHECK(quarters_until(february, 3) == 1);
}
