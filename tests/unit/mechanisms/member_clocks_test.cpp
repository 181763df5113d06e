#include "mechanisms/member_clocks.h"

#include <catch2/catch.hpp>

using namespace graduasi;

TEST_CASE("member clocks: a child born in October starts school in a July", "[unit]") {
  QuarterRisks const october = quarter_risks(1, {});
  std::uint32_t member = member_after_quarter(3, 65535, october);
  CHECK(member == track::newborn(1));
  int quarter = 1;
  while (member < track::primary) {
    quarter = (quarter + 1) % 4;
    member = member_after_quarter(member, 65535, quarter_risks(quarter, {}));
  }
  CHECK(member == track::primary);
  CHECK(quarter == 0);
}

TEST_CASE("member clocks: the end of senior secondary school empties the place", "[unit]") {
  CHECK(member_after_quarter(79, 65535, quarter_risks(0, {})) == track::nobody);
}

TEST_CASE("member clocks: a severely disabled member stands still", "[unit]") {
  CHECK(member_after_quarter(127, 65535, quarter_risks(2, {})) == 127);
}

TEST_CASE("member clocks: the schedule of 2025 pays by stage", "[unit]") {
  BenefitLevers const pays;
  CHECK(entitlement_of(0, pays) == 0);
  CHECK(entitlement_of(2, pays) == 30);
  CHECK(entitlement_of(32 | 56 << 8, pays) == 9 + 15);
  CHECK(entitlement_of(68 | 127 << 8, pays) == 20 + 24);
  CHECK(entitlement_of(167, pays) == 0);  // 59 years and three quarters
  CHECK(entitlement_of(168, pays) == 24);
}

TEST_CASE("member clocks: a full family has no place for another child", "[unit]") {
  std::uint32_t const full = 9 | 9 << 8 | 9 << 16 | 9u << 24;
  std::uint32_t const later = members_after_quarter(full, ~0u, ~0u, 0, quarter_risks(1, {}));
  CHECK(later == (10 | 10 << 8 | 10 << 16 | 10u << 24));
}
