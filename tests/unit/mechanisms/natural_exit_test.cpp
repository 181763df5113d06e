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

TEST_CASE("natural exit: a family is remembered whose last member was at school", "[unit]") {
  std::uint32_t const pupil = 60, small = 20, elder = 200;
  CHECK(has_pupil(pupil) == 1);
  CHECK(has_pupil(small | elder << 8) == 0);
  CHECK(has_pupil(elder | pupil << 24) == 1);
  CHECK(pupil_was_last(0, 15, 0, pupil) == 1);
  CHECK(pupil_was_last(0, 15, 9, pupil) == 0);  // a sibling is still eligible
  CHECK(pupil_was_last(0, 24, 0, elder) == 0);
  CHECK(pupil_was_last(1, 0, 0, 0) == 1);   // and stays so
  CHECK(pupil_was_last(1, 0, 30, 0) == 0);  // until a child is on its way
}

TEST_CASE("natural exit: schools notice families beside the cycle of checks", "[unit]") {
  // A check comes with 0.2; schools notice 0.25 of the other 0.8: draws from 0.2 to 0.4.
  Values const active = {1, 1, 1, 1, 0}, draw = {0.1f, 0.3f, 0.3f, 0.5f, 0.3f};
  std::vector<std::int32_t> const pupil_last = {1, 1, 0, 1, 1};
  Values leaves(5, 0);
  CommitmentInputs const in{
      .active = active, .pupil_last = pupil_last, .draw = draw, .cycle_months = 5, .capacity = 1};
  check_commitment(leaves, in, {.commitment = 0.25f});
  CHECK(leaves == Values{0, 1, 0, 0, 0});
  leaves = {1, 0, 0, 0, 0};
  check_commitment(leaves, in, {.commitment = 0});
  CHECK(leaves == Values{1, 0, 0, 0, 0});
}

TEST_CASE("natural exit: with schools asked fewer families stay without a component", "[unit]") {
  auto const without_component = [](float commitment) {
    World world;
    world.natural_exit.commitment = commitment;
    auto caseload = testing::busy_caseload(world);
    caseload.facilitator.checks = 0;
    return testing::live_on(caseload, 36)[Count::without_component];
  };
  CHECK(without_component(1) < without_component(0));
}
