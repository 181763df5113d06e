#include "mechanisms/attendance.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

AttendanceParameters const chosen{
    .ill_rate = 0.1f, .habit_gain = 0.2f, .habit_home = 0.1f, .evening_clash = 0.5f};

struct Came {
  Values attended, habit;
};

/// Habit 0.8, own level 0.7, half of the day's meeting hours in working hours, two sessions in five
/// in the evening: a session is met with 0.8 x (1 - 0.8 x 0.5) x 0.9 = 0.432.
Came after(Values const& offered, Values const& draw, Values const& active) {
  auto const n = draw.size();
  Came came{Values(n), Values(n, 0.8f)};
  Values const home(n, 0.7f), clash(n, 0.5f);
  attend(came.attended, came.habit,
         {.active = active,
          .habit_start = home,
          .clash = clash,
          .offered = offered,
          .draw = draw,
          .evening_share = 0.4f,
          .quality = 0.5f},
         chosen);
  return came;
}

}  // namespace

TEST_CASE("attendance: habit, clash with working hours and illness decide who comes", "[unit]") {
  auto const came = after({1, 1, 0, 1}, {0.43f, 0.44f, 0.1f, 0.1f}, {1, 1, 1, 0});
  CHECK(came.attended == Values{1, 0, 0, 0});
  CHECK(came.habit[0] == Approx(0.81f));  // + 0.2 x 0.5 x 0.2 - 0.1 x 0.1
  CHECK(came.habit[1] == Approx(0.75f));  // - 0.2 x 0.8 / 4 - 0.1 x 0.1
  CHECK(came.habit[2] == Approx(0.79f));  // no session: only home pulls
  CHECK(came.habit[3] == Approx(0.79f));  // none for who has left
}

TEST_CASE("attendance: of two sessions each is met with the same chance", "[unit]") {
  // Both with 0.432^2 = 0.187, at least one with 2 x 0.432 - 0.187 = 0.677.
  auto const came = after({2, 2, 2, 2}, {0.18f, 0.19f, 0.67f, 0.68f}, {1, 1, 1, 1});
  CHECK(came.attended == Values{2, 1, 1, 0});
}

TEST_CASE("attendance: an evening session meets fewer clashes", "[unit]") {
  auto comes = [](float evening_share, float draw) {
    Values attended(1), habit = {1};
    Values const home = {1}, clash = {1}, offered = {1}, active = {1}, draws = {draw};
    attend(attended, habit,
           {.active = active,
            .habit_start = home,
            .clash = clash,
            .offered = offered,
            .draw = draws,
            .evening_share = evening_share,
            .quality = 1},
           {.ill_rate = 0, .evening_clash = 0.3f});
    return attended[0];
  };
  CHECK(comes(0, 0.0f) == 0.0f);   // every hour clashes
  CHECK(comes(1, 0.69f) == 1.0f);  // in the evening three in ten still do
  CHECK(comes(1, 0.71f) == 0.0f);
}

TEST_CASE("attendance: groups take turns, from where the last month ended", "[unit]") {
  Values offered(8);
  auto const month = [&](float turn, float held) {
    offer_sessions(offered, {.first = 0, .step = 0.125f, .groups = 4, .turn = turn, .held = held});
    return offered;
  };
  CHECK(month(0, 0.5f) == Values{1, 1, 1, 1, 0, 0, 0, 0});
  CHECK(month(0.5f, 0.5f) == Values{0, 0, 0, 0, 1, 1, 1, 1});
  CHECK(month(0.75f, 0.5f) == Values{1, 1, 0, 0, 0, 0, 1, 1});  // round the end
  CHECK(month(0.25f, 1.25f) == Values{1, 1, 2, 2, 1, 1, 1, 1});
  CHECK(month(0.3f, 0) == Values(8, 0));
  CHECK(month(0.3f, 1) == Values(8, 1));
  CHECK(month(0.3f, 2) == Values(8, 2));
}

TEST_CASE("attendance: over time every group meets as often as hours allow", "[unit]") {
  // Three of eight groups a month: each meets three times in eight months, exactly.
  Values met(16, 0);
  float turn = 0.25f;
  for (int month = 0; month < 8; ++month) {
    Values offered(16);
    offer_sessions(offered,
                   {.first = 0, .step = 1.0f / 16, .groups = 8, .turn = turn, .held = 0.375f});
    for (std::size_t i = 0; i < met.size(); ++i) met[i] += offered[i];
    turn += 0.375f;
    turn -= static_cast<float>(static_cast<int>(turn));
  }
  CHECK(met == Values(16, 3));
}

TEST_CASE("attendance: without sessions and without pull nobody comes and habits stay", "[unit]") {
  World world;
  world.attendance.habit_home = 0;
  world.card_custody.on = false;
  auto caseload = testing::busy_caseload(world);
  caseload.facilitator.round.held = 0;
  auto const before = testing::bits_of(caseload.households.habit);
  auto const tally = testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.habit) == before);
  CHECK(tally[Count::offered] == 0);
  CHECK(tally[Count::attended] == 0);
}
