#include "population/tenure.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

PopulationSettings with(std::vector<YearFigures> rows) {
  PopulationSettings settings;
  settings.years.rows = std::move(rows);
  return settings;
}

YearFigures total(int year, double families) {
  YearFigures figures;
  figures.year = year, figures.families = families;
  return figures;
}

YearFigures list(int year, int month) {
  YearFigures figures;
  figures.year = year, figures.list_month = month;
  return figures;
}

/// Share of families that entered so many months before or later.
double share_until(TenureLaw const& law, int months) {
  constexpr int steps = 1 << 16;
  int count = 0;
  for (int k = 0; k < steps; ++k)
    count += law.months_of((static_cast<std::uint32_t>(k) << 16) + 0x8000u) <= months ? 1 : 0;
  return static_cast<double>(count) / steps;
}

}  // namespace

TEST_CASE("tenure: without totals by year families have entered evenly", "[unit]") {
  TenureLaw const law(PopulationSettings{}, calendar_month(2025, 12));
  CHECK(law.months_of(0) == 0);
  CHECK(law.months_of(0xffffffffu) == 84);
  CHECK(share_until(law, 41) == Approx(42.0 / 85).margin(1e-4));
}

TEST_CASE("tenure: as many entered in a year as the programme had more than was left", "[unit]") {
  // 2013: 1,000; 2014: 1,500 less 950; 2015: 4,000 less 1,425.
  auto const settings =
      with({total(2013, 1000), total(2014, 1500), total(2015, 4000), total(2018, 9000)});
  TenureLaw const law(settings, calendar_month(2015, 12));
  double const all = 2575 + 550 + 1000;
  CHECK(share_until(law, 5) == Approx(0.5 * 2575 / all).margin(1e-4));
  CHECK(share_until(law, 11) == Approx(2575 / all).margin(1e-4));
  CHECK(share_until(law, 23) == Approx((2575 + 550) / all).margin(1e-4));
  CHECK(law.months_of(0xffffffffu) == 35);
  CHECK(share_until(TenureLaw(settings_of_waiting(settings), calendar_month(2015, 12)), 0) == 1);
}

TEST_CASE("tenure: a list is as old as the entry from it is later, once it is ready", "[unit]") {
  auto settings = with({list(2008, 9), list(2011, 7)});
  settings.families.list_ready_months = 6;
  CHECK(quarters_on_list(settings, calendar_month(2009, 2)) == 20);  // before the first list
  CHECK(quarters_on_list(settings, calendar_month(2009, 3)) == 2);
  CHECK(quarters_on_list(settings, calendar_month(2011, 12)) == 13);
  CHECK(quarters_on_list(settings, calendar_month(2012, 1)) == 2);
  CHECK(quarters_on_list(settings, calendar_month(2014, 7)) == 12);
  // Who waits stands on the newest list from its first day on.
  CHECK(quarters_on_list(settings_of_waiting(settings), calendar_month(2011, 12)) == 1);
}
