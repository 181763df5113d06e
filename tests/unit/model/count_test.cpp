// What is counted of a month, of families whose figures are worked out by hand.
#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;

namespace {

/// Families with equal lasting earnings to whom nothing happens by chance.
testing::Caseload quiet_caseload(float earned) {
  testing::Caseload caseload(16);
  auto& world = caseload.world;
  world.shocks.on = world.disasters.on = world.earnings.on = world.enterprise.on = false;
  world.member_clocks.on = world.work_pattern.on = world.natural_exit.on = false;
  world.registry.on = world.assessment.on = world.leaving.on = world.afterwards.on = false;
  world.money.saving_on = false;
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < 16; ++i) {
    h.permanent[i] = h.base[i] = h.reference[i] = std::log(earned);
    h.record[i] = record::paid.put(24) | record::entitlement.put(24) | record::size.put(3);
  }
  return caseload;
}

}  // namespace

TEST_CASE("count: who is among the poorest is seen by spending, the benefit included", "[unit]") {
  // 2.4 million rupiah a year for four persons are a twelfth of a line of 600,000 a month.
  auto caseload = quiet_caseload(0.9f);
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < 6; ++i)
    h.flags[i] |= flags::status.put(static_cast<std::uint32_t>(Status::raised));
  auto const counts = [&](float border) {
    caseload.district.poorest_below = std::log(border);
    return caseload.live(2);
  };
  auto const between = counts(0.95f);  // 0.9833 with the benefit, 0.9 of those who have left
  CHECK(between[Count::outside_poorest] == 10);
  CHECK(between[Count::poorest_left_out] == 6);
  auto const above = counts(1.0f);
  CHECK(above[Count::outside_poorest] == 0);
  CHECK(above[Count::poorest_left_out] == 6);
  auto const below = counts(0.85f);
  CHECK(below[Count::outside_poorest] == 10);
  CHECK(below[Count::poorest_left_out] == 0);
}

TEST_CASE("count: self-reliant exits by what the family was, and those that leave poor", "[unit]") {
  auto caseload = quiet_caseload(0.8f);
  caseload.world.natural_exit.on = true;
  caseload.world.natural_exit.component_error = 0;
  caseload.levers.registry.cycle_months = 1;
  caseload.facilitator.pushed.books = 1;  // every natural exit is recorded as self-reliant
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < 16; ++i) h.record[i] = record::paid.put(24) | record::size.put(3);
  for (std::size_t i = 0; i < 5; ++i) h.start[i] |= start::able.put(1);
  for (std::size_t i = 5; i < 8; ++i) h.start[i] |= start::became_able.put(1);
  h.permanent[0] = h.permanent[15] = std::log(1.2f);
  auto const month = caseload.live(2);
  CHECK(month[Count::left_booked] == 16);
  CHECK(month[Count::left_able_at_start] == 5);
  CHECK(month[Count::left_became_able] == 3);
  CHECK(month[Count::left_not_able] == 8);
  CHECK(month[Count::left_poor] == 14);
  auto const next = caseload.live(3);
  CHECK(next[Count::left_booked] + next[Count::left_poor] == 0);
  CHECK(next[Count::able_at_start] == 5);  // of all ever enrolled
}

TEST_CASE("count: benefits of families let in, and of those that left and are back", "[unit]") {
  auto caseload = quiet_caseload(0.9f);
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < 3; ++i) h.flags[i] |= flags::admitted.put(1);
  for (std::size_t i = 2; i < 7; ++i) h.flags[i] |= flags::left_before.put(1);
  h.flags[6] |= flags::status.put(static_cast<std::uint32_t>(Status::raised));
  auto const month = caseload.live(2);
  CHECK(month[Count::paid] == 15 * 24);
  CHECK(month[Count::paid_entered] == 3 * 24);
  // Of the five that have left, one came in and counts there, and one is still out.
  CHECK(month[Count::paid_returned] == 3 * 24);
}

TEST_CASE("count: families that a time limit takes off though they are not able", "[unit]") {
  auto caseload = quiet_caseload(0.9f);
  caseload.levers.time_limit.years = 5;
  auto const h = view(caseload.households);
  int const ready = caseload.world.readiness.months;
  for (std::size_t i = 0; i < 16; ++i) h.livelihood[i] |= livelihood::half_years.put(20);
  for (std::size_t i = 0; i < 4; ++i) {
    h.permanent[i] = h.base[i] = h.reference[i] = std::log(4.0f);
    h.flags[i] |= flags::ready_for.put(static_cast<std::uint32_t>(ready));
  }
  auto const month = caseload.live(7);  // a half-year opens
  CHECK(month[Count::left_time_limit] == 16);
  CHECK(month[Count::rule_not_able] == 12);
  CHECK(month[Count::premature] == 0);
}

TEST_CASE("count: a family becomes able in its twelfth month above the line, once", "[unit]") {
  auto caseload = quiet_caseload(1.6f);
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < 4; ++i) h.start[i] |= start::able.put(1);
  h.permanent[4] = std::log(1.4f);
  std::int64_t became = 0;
  for (int number = 1; number <= 30; ++number) {
    auto const month = caseload.live(number);
    became += month[Count::became_able];
    INFO("month " << number);
    CHECK(became == (number < 12 ? 0 : 11));
    if (number == 15) h.permanent[5] = std::log(1.4f);  // no longer able, and able again
    if (number == 16) h.permanent[5] = std::log(1.6f);
  }
}
