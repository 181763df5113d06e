#include "base/month_text.h"

#include <catch2/catch.hpp>

using namespace graduasi;

TEST_CASE("months as texts: a month is named as scenarios write it, and found by that name",
          "[unit]") {
  auto const march = calendar_month(2026, 3);
  CHECK(month_text(march) == "2026-03");
  CHECK(first_day_text(march) == "2026-03-01");
  CHECK(first_day_text(calendar_month(1900, 12)) == "1900-12-01");
  CHECK(month_named("2026-03") == march);
  CHECK(month_named("1900-01") == calendar_month(1900, 1));
  CHECK(month_named("2200-12") == calendar_month(2200, 12));
  for (auto const* const none : {"", "2026", "2026-3", "2026-13", "2026-00", "1899-12", "2201-01",
                                 "2026/03", "2026-03-01", "+026-03", "20 6-03"}) {
    INFO(none);
    CHECK_FALSE(month_named(none).has_value());
  }
}
