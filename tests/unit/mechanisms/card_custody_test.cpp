#include "mechanisms/card_custody.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

CardCustodyParameters const chosen{.levy = 0.1f,
                                   .handing_over = 0.1f,
                                   .taking_back = 0.2f,
                                   .enforced_back = 0.3f,
                                   .audit_finds = 0.6f,
                                   .printed_cut = 0.4f,
                                   .confidence_drop = 0.1f,
                                   .distrust = 0.2f};

/// Any world and any policy.
CardCustodyParameters any_world(testing::Chance& chance) {
  return {.levy = chance.uniform(),
          .handing_over = chance.uniform(),
          .taking_back = chance.uniform(),
          .enforced_back = chance.uniform(),
          .audit_finds = chance.uniform(),
          .printed_cut = chance.uniform(),
          .confidence_drop = chance.uniform(),
          .distrust = chance.uniform()};
}
CardLevers any_policy(testing::Chance& chance) {
  return {.own_card = chance.uniform(),
          .audits_per_year = chance.between(0, 12),
          .printed_entitlement = chance.uniform()};
}

std::vector<std::uint32_t> cards(Households const& h) {
  std::vector<std::uint32_t> values;
  for (auto const word : h.livelihood) values.push_back(livelihood::card_away.get(word));
  return values;
}

}  // namespace

TEST_CASE("card custody: the unskilled give cards away, skill, rules and audits bring them back",
          "[unit]") {
  // Gives 0.1 x 0.6 = 0.06, takes back 0.2 x 0.4 = 0.08.
  // clang-format off
  //                       gives   keeps   takes   leaves  not in the programme
  Values away =           {0,      0,      1,      1,      1};
  Values const active =   {1,      1,      1,      1,      0};
  Values const digital =  {0.4f,   0.4f,   0.4f,   0.4f,   0.4f};
  Values draw =           {0.059f, 0.061f, 0.079f, 0.081f, 0};
  // clang-format on
  pass_cards(away, active, digital, draw, {}, chosen);
  CHECK(away == Values{1, 0, 0, 1, 1});
  // Half enforced: gives 0.05 x 0.6 = 0.03; comes back 0.5 x 0.3 + 2 / 12 x 0.6 + 0.08 = 0.33.
  away = {0, 0, 1, 1, 1};
  draw = {0.029f, 0.031f, 0.329f, 0.331f, 0};
  pass_cards(away, active, digital, draw, {.own_card = 0.5f, .audits_per_year = 2}, chosen);
  CHECK(away == Values{1, 0, 0, 1, 1});
}

TEST_CASE("card custody: a facilitator who keeps cards takes those of the skilled too", "[unit]") {
  // Gives 0.1 x 0.6 + 0.2 = 0.26; half enforced 0.13.
  Values const active = {1, 1, 0}, digital = {0.4f, 0.4f, 0.4f};
  Values away = {0, 0, 0};
  pass_cards(away, active, digital, Values{0.259f, 0.261f, 0}, {}, chosen, 1, 0.2f);
  CHECK(away == Values{1, 0, 0});
  away = {0, 0, 0};
  pass_cards(away, active, digital, Values{0.129f, 0.131f, 0}, {.own_card = 0.5f}, chosen, 1, 0.2f);
  CHECK(away == Values{1, 0, 0});
}

TEST_CASE("card custody: audits find facilitators who keep cards, and nobody else", "[unit]") {
  CardLevers const twice{.audits_per_year = 2};  // 2 / 12 x 0.6 = 0.1 a month
  CHECK(found_by_audit(1, 0.099f, twice, chosen));
  CHECK_FALSE(found_by_audit(1, 0.101f, twice, chosen));
  CHECK_FALSE(found_by_audit(0, 0, twice, chosen));
  CHECK_FALSE(found_by_audit(1, 0, {}, chosen));
  auto off = chosen;
  off.on = false;
  CHECK_FALSE(found_by_audit(1, 0, twice, off));
}

TEST_CASE("card custody: digital literacy and a printed entitlement spare part of the levy",
          "[unit]") {
  Values const away = {1, 1, 0}, digital = {0.25f, 1, 0};
  Values taken(3);
  take_levies(taken, away, digital, {}, chosen);
  CHECK(taken[0] == Approx(0.075f));  // 0.1 x 0.75
  CHECK(taken[1] == 0.0f);
  CHECK(taken[2] == 0.0f);
  take_levies(taken, away, digital, {.printed_entitlement = 0.5f}, chosen);
  CHECK(taken[0] == Approx(0.06f));  // 0.1 (1 - 0.5 x 0.4) x 0.75
}

TEST_CASE("card custody: a levy hurts who is in the programme, and costs trust", "[unit]") {
  // clang-format off
  //                      levied  own card  not in the programme
  Values const away =    {1,      0,        1};
  Values const active =  {1,      1,        0};
  Values hurt =          {0.05f,  0.05f,    0};
  Values habit =         {0.5f,   0.5f,     0.5f};
  // clang-format on
  resent_levies(hurt, habit, away, active, chosen);
  CHECK(hurt[0] == Approx(0.15f));
  CHECK(habit[0] == Approx(0.4f));  // a fifth of it
  CHECK(hurt[1] == 0.05f);
  CHECK(habit[1] == 0.5f);
  CHECK(hurt[2] == 0.0f);
  CHECK(habit[2] == 0.5f);
}

TEST_CASE("card custody: nothing is taken from who holds the own card, in any world",
          "[property]") {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    testing::Chance chance(i, 26);
    auto const p = any_world(chance);
    auto const levers = any_policy(chance);
    Values const away = {0, 1}, digital = {chance.uniform(), chance.uniform()};
    Values taken(2);
    take_levies(taken, away, digital, levers, p);
    INFO("case " << i);
    CHECK(taken[0] == 0.0f);
    CHECK(taken[1] >= 0.0f);
    CHECK(taken[1] <= p.levy);
  }
}

TEST_CASE("card custody: where the own card is enforced for all nobody gives it away",
          "[property]") {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    testing::Chance chance(i, 27);
    auto const p = any_world(chance);
    auto levers = any_policy(chance);
    levers.own_card = 1;
    Values away = {0, 1};
    Values const active = {1, 1}, digital = {chance.uniform(), chance.uniform()},
                 draw = {chance.happens(0.2f) ? 0.0f : chance.uniform(), 0};
    pass_cards(away, active, digital, draw, levers, p);
    INFO("case " << i);
    CHECK(away[0] == 0.0f);
    CHECK(away[1] == (p.enforced_back > 0.0f ? 0.0f : 1.0f));
  }
}

TEST_CASE("card custody: switched off, or where nobody gives, takes or minds, cards stay",
          "[unit]") {
  World world;
  world.card_custody.on = false;
  auto off = testing::busy_caseload(world);
  auto const before = cards(off.households);
  auto const tally = testing::live_on(off, 24);
  CHECK(tally[Count::cards_away] > 0);
  CHECK(tally[Count::levied] == 0);
  CHECK(cards(off.households) == before);
  world.card_custody.on = true;
  world.card_custody.handing_over = 0.05f;
  auto with = testing::busy_caseload(world);
  CHECK(testing::live_on(with, 24)[Count::levied] > 0);
  CHECK(cards(with.households) != before);
  world.card_custody.levy = 0;
  world.card_custody.handing_over = 0;
  world.card_custody.taking_back = 0;
  world.card_custody.confidence_drop = 0;
  world.card_custody.distrust = 0;
  auto still = testing::busy_caseload(world);
  CHECK(testing::live_on(still, 24) == tally);
  CHECK(testing::bits_of(still.households) == testing::bits_of(off.households));
}
