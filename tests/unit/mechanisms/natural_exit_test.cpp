#include "mechanisms/natural_exit.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

struct Checked {
  Values paid, leaves, checked;
};

/// Checks come with half of 1/5 = 0.1 a month, and a fifth of them errs: draws below 0.02.
Checked check(bool on) {
  // clang-format off
  //                        none   none,errs none,no check changed changed,errs  has left
  Values const entitlement = {0,    0,        0,            24,     24,           0};
  Values const active =      {1,    1,        1,            1,      1,            0};
  Values const draw =        {0.05f, 0.01f,   0.1f,         0.05f,  0.01f,        0.05f};
  // clang-format on
  Checked c{.paid = Values(6, 30), .leaves = Values(6, 9), .checked = Values(6, 9)};
  check_components(c.paid, c.leaves, c.checked,
                   {.active = active,
                    .entitlement = entitlement,
                    .draw = draw,
                    .cycle_months = 5,
                    .capacity = 0.5f},
                   {.on = on, .component_error = 0.2f});
  return c;
}

}  // namespace

TEST_CASE("natural exit: a check notices that no member is eligible, or what has changed",
          "[unit]") {
  auto const c = check(true);
  CHECK(c.leaves == Values{1, 0, 0, 0, 0, 0});
  CHECK(c.paid == Values{0, 30, 30, 24, 30, 30});
  CHECK(c.checked == Values{1, 0, 0, 1, 0, 0});
}

TEST_CASE("natural exit: until a check comes the family is paid by its record", "[unit]") {
  World world;
  world.natural_exit.on = true;
  auto caseload = testing::busy_caseload(world);
  caseload.facilitator.checks = 0;
  auto const tally = testing::live_on(caseload, 24);
  CHECK(tally[Count::left_natural] == 0);
  CHECK(tally[Count::without_component] > 24);  // families without a component stay month by month
}

TEST_CASE("natural exit: switched off, nobody leaves and nobody's record is renewed", "[unit]") {
  auto const c = check(false);
  CHECK(c.leaves == Values(6, 0));
  CHECK(c.paid == Values(6, 30));
  World world;
  world.natural_exit.on = false;
  auto caseload = testing::busy_caseload(world);
  CHECK(testing::live_on(caseload, 24)[Count::left_natural] == 0);
  auto with = testing::busy_caseload();
  CHECK(testing::live_on(with, 24)[Count::left_natural] > 0);
}
