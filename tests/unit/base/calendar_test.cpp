#include "base/calendar.h"

#include <catch2/catch.hpp>

using namespace graduasi;

TEST_CASE("calendar: months count on across the year's end", "[unit]") {
  auto const november = calendar_month(2026, 11);
  CHECK(november.year() == 2026);
  CHECK(november.month() == 11);
  CHECK(later(november, 1).month() == 12);
  CHECK(later(november, 1).year() == 2026);
  CHECK(later(november, 2) == calendar_month(2027, 1));
  CHECK(later(november, 2).is_january());
  CHECK_FALSE(november.is_january());
  CHECK(later(november, 26) == calendar_month(2029, 1));
  CHECK(november < calendar_month(2027, 1));
  CHECK(CalendarMonth{} == calendar_month(2026, 1));
}

TEST_CASE("calendar: quarters open in January, April, July and October; the school year in July",
          "[unit]") {
  int const quarter_of[12] = {2, 2, 2, 3, 3, 3, 0, 0, 0, 1, 1, 1};
  for (int month = 1; month <= 12; ++month) {
    INFO("month " << month);
    auto const here = calendar_month(2030, month);
    CHECK(here.opens_quarter() == (month == 1 || month == 4 || month == 7 || month == 10));
    CHECK(here.school_quarter() == quarter_of[month - 1]);
  }
}
