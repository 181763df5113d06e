#include "mechanisms/growth.h"

#include "model/year.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("growth: four quarters are a year of the nation and of the area, or nothing", "[unit]") {
  GrowthParameters p{.on = true, .per_year = 0.01f};
  CHECK(4 * growth_of_quarter(0, p) == Approx(0.01));
  CHECK(4 * growth_of_quarter(-0.004f, p) == Approx(0.006));
  p.on = false;
  CHECK(growth_of_quarter(0.5f, p) == 0);
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
