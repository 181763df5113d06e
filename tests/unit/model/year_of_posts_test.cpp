#include "model/year_of_posts.h"

#include "support/small_nation.h"

#include <catch2/catch.hpp>

using namespace graduasi;

namespace {

constexpr std::int64_t one = 65536;

/// Lived for three years by 40 facilitators.
testing::SmallNation lived(CalendarMonth start) {
  auto nation = testing::small_nation({900, 700});
  nation.levers.caseload.households_per_facilitator = 40;
  nation.world.assessment.reluctance = 0.2f;
  nation.start = start;
  nation.months = 36;
  testing::run(nation);
  return nation;
}

std::int64_t exits_in(testing::SmallNation const& nation, std::size_t first, std::size_t last) {
  std::int64_t sum = 0;
  for (std::size_t month = first; month <= last; ++month)
    sum += self_reliant_in(nation.tallies[month]);
  return sum;
}

}  // namespace

TEST_CASE("year of posts: part of a post counts as what a full one would have", "[unit]") {
  DistrictState state;
  state.people = make_facilitators(3);
  state.caseloads = 3;
  auto const staff = staff_of(state);
  for (std::size_t i = 0; i < 3; ++i) staff.people.full[i] = i == 0 ? 0.5f : 1.0f;
  staff.people.exits[0] = 3;
  staff.people.exits[1] = 4;
  Tally tally;
  count_year_of_posts(staff, tally);
  CHECK(tally[Count::year_posts] == 5 * one / 2);
  CHECK(tally[Count::year_exits] == 7);
  CHECK(tally[Count::year_pairs] == (3 * 2 * 2 + 4 * 3) * one);
  begin_year_of_posts(staff.people);
  CHECK(staff.people.exits[1] == 0);
}

TEST_CASE("year of posts: December tells all exits since January, and no other month does",
          "[unit]") {
  auto const nation = lived(calendar_month(2026, 1));
  for (std::size_t month = 0; month <= 36; ++month) {
    INFO("month " << month);
    Tally const& now = nation.tallies[month];
    if (month == 0 || month % 12 != 0) {
      CHECK(now[Count::year_posts] == 0);
      CHECK(now[Count::year_exits] == 0);
      continue;
    }
    CHECK(now[Count::year_posts] == now[Count::posts]);
    CHECK(now[Count::year_exits] == exits_in(nation, month - 11, month));
    CHECK(now[Count::year_exits] > 0);
    CHECK(now[Count::year_pairs] > 0);
  }
}

TEST_CASE("year of posts: a year that began before the run is not told", "[unit]") {
  auto const nation = lived(calendar_month(2026, 4));
  CHECK(exits_in(nation, 1, 9) > 0);
  CHECK(nation.tallies[9][Count::year_posts] == 0);
  CHECK(nation.tallies[21][Count::year_exits] == exits_in(nation, 10, 21));
}
