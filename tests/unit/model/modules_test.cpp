// Modules of mentoring in the month as a whole, and what children of families lose that are not
// paid.
#include "model/month.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

testing::SmallNation nation(World const& world, MentoringLevers const& mentoring = {}) {
  Levers levers;
  levers.mentoring = mentoring;
  auto made = testing::small_nation({300, 140}, world, levers);
  made.months = 24;
  testing::run(made);
  return made;
}

/// Every module, a seventh of contact each.
MentoringLevers every_module() {
  MentoringLevers mentoring;
  mentoring.finance_share = mentoring.enterprise_share = mentoring.parenting_share =
      mentoring.health_share = 0.15f;
  return mentoring;
}

/// Modules that work as well as they can.
World strong() {
  World world;
  world.money.finance_effect = 2;
  world.enterprise.taught_effect = 1;
  world.member_clocks.parenting_effect = 1;
  world.shocks.health_effect = 1;
  return world;
}

void check_equal(testing::SmallNation const& a, testing::SmallNation const& b) {
  CHECK(testing::bits_of(a) == testing::bits_of(b));
  CHECK(a.tallies == b.tallies);
}

}  // namespace

TEST_CASE("modules: without a share, contact or an effect no bit moves", "[unit][property]") {
  auto const usual = nation({});
  check_equal(nation(strong()), usual);  // nobody is taught
  World useless;
  useless.money.finance_effect = useless.enterprise.taught_effect =
      useless.member_clocks.parenting_effect = useless.shocks.health_effect = 0;
  check_equal(nation(useless, every_module()), usual);
  World deaf = strong();
  deaf.contact.has_effect = false;
  check_equal(nation(deaf, every_module()), nation(deaf));
}

TEST_CASE("modules: each moves families by itself", "[unit]") {
  World world = strong();
  world.contact.dose_half = 0.1f;
  auto const usual = testing::bits_of(nation(world));
  for (auto const share : {&MentoringLevers::finance_share, &MentoringLevers::enterprise_share,
                           &MentoringLevers::parenting_share, &MentoringLevers::health_share}) {
    MentoringLevers mentoring;
    mentoring.*share = 0.7f;
    CHECK(testing::bits_of(nation(world, mentoring)) != usual);
  }
}

TEST_CASE("modules: who is taught to manage money aims at so much more", "[unit]") {
  World world;
  world.shocks.on = world.partners.on = world.enterprise.on = false;
  world.money.finance_effect = 0.8f;
  auto const savings_with = [&](float share) {
    auto caseload = testing::busy_caseload(world);
    caseload.facilitator.round.held = 0;
    caseload.facilitator.visit_rate = 0;
    caseload.levers.mentoring.finance_share = share;
    // So much that it only runs down, at the speed of the buffer.
    caseload.households.savings.setConstant(5);
    caseload.households.contact.setConstant(1.4f * 6.0f / 5.0f);  // 1.4, half of the dose, when
                                                                  // a sixth is forgotten
    caseload.live(1);
    return caseload.households.savings;
  };
  auto const with = savings_with(0.5f), without = savings_with(0);
  // A tenth of 0.8 line-months x half of the time x half of the dose x quality 0.6.
  for (Eigen::Index i = 0; i < with.size(); ++i)
    CHECK(with[i] - without[i] == Approx(0.1 * 0.8 * 0.5 * 0.5 * 0.6).epsilon(1e-3));
}

TEST_CASE("modules: perfect contact keeps every child at school", "[unit]") {
  World world;
  world.member_clocks = {.births = false,
                         .to_junior_secondary = 0.5f,
                         .to_senior_secondary = 0.5f,
                         .dropout_primary = 0.5f,
                         .dropout_junior_secondary = 0.5f,
                         .dropout_senior_secondary = 0.5f,
                         .parenting_effect = 1};
  auto const pupils_after_july = [&](float share, bool has_effect) {
    world.contact.has_effect = has_effect;
    auto caseload = testing::busy_caseload(world);
    caseload.levers.mentoring.parenting_share = share;
    caseload.facilitator.quality = 1;
    caseload.households.contact.setConstant(1e6f);
    caseload.households.members.setConstant(43 | 59u << 8 | 67u << 16);
    caseload.live(7);
    int pupils = 0;
    for (auto const members : caseload.households.members) {
      for (int place = 0; place < 3; ++place) pupils += track::member(members, place) > 0 ? 1 : 0;
    }
    return pupils;
  };
  int const all = 96 * 3;
  CHECK(pupils_after_july(1, true) == all);
  CHECK(std::abs(pupils_after_july(0, true) - all / 2) < 5 * std::sqrt(all / 4));
  CHECK(pupils_after_july(0, true) == pupils_after_july(1, false));
  int const half = pupils_after_july(0.5f, true);
  CHECK(half > pupils_after_july(0, true));
  CHECK(half < all);
}

namespace {

/// A third of the families has left, a third waits, a third is paid; two children each.
testing::Caseload three_thirds(float unpaid_dropout) {
  World world;
  world.member_clocks.births = false;
  world.member_clocks.dropout_junior_secondary = 0.2f;
  world.member_clocks.unpaid_dropout = unpaid_dropout;
  auto caseload = testing::busy_caseload(world);
  caseload.households.members.setConstant(58 | 62u << 8);
  for (Eigen::Index i = 0; i < caseload.households.flags.size(); ++i) {
    auto const status = i % 3 == 0 ? Status::raised : i % 3 == 1 ? Status::waiting : Status::active;
    caseload.households.flags[i] =
        flags::real.put(1) | flags::status.put(static_cast<std::uint32_t>(status));
  }
  return caseload;
}

int pupils_of(testing::Caseload const& caseload, int third) {
  int pupils = 0;
  for (Eigen::Index i = third; i < caseload.households.members.size(); i += 3) {
    for (int place = 0; place < 4; ++place)
      pupils += track::member(caseload.households.members[i], place) > 0 ? 1 : 0;
  }
  return pupils;
}

}  // namespace

TEST_CASE("schooling: children lost are those who would be at school had the benefit gone on",
          "[unit]") {
  auto usual = three_thirds(1), raised = three_thirds(3);
  CHECK(usual.live(7)[Count::lost_to_school] == 0);
  Tally const tally = raised.live(7);
  int const lost = pupils_of(usual, 0) - pupils_of(raised, 0);
  CHECK(lost > 10);
  CHECK(tally[Count::lost_to_school] == lost);
  // Families that wait lose as many, who are not counted; those that are paid lose nobody.
  CHECK(pupils_of(usual, 1) - pupils_of(raised, 1) > 10);
  for (Eigen::Index i = 2; i < usual.households.members.size(); i += 3)
    CHECK(usual.households.members[i] == raised.households.members[i]);
}

TEST_CASE("schooling: only July asks", "[unit]") {
  auto usual = three_thirds(1), raised = three_thirds(3);
  for (int const month : {1, 2, 4, 10, 12}) {
    usual.live(month);
    CHECK(raised.live(month)[Count::lost_to_school] == 0);
  }
  CHECK(testing::bits_of(usual.households) == testing::bits_of(raised.households));
}

TEST_CASE("schooling: a family whose benefit goes on after its exit is paid", "[unit]") {
  auto const lost_with = [](std::int32_t months) {
    auto caseload = three_thirds(3);
    caseload.levers.partners.benefit_continues = months;
    for (auto& word : caseload.households.livelihood) word |= livelihood::granted.put(1);
    return caseload.live(7)[Count::lost_to_school];
  };
  CHECK(lost_with(0) > 10);
  CHECK(lost_with(12) == 0);
}

TEST_CASE("schooling: where nobody leaves and nobody waits the ratio moves no bit", "[property]") {
  World world;
  world.natural_exit.on = world.leaving.on = world.registry.on = false;
  auto const usual = nation(world);
  world.member_clocks.unpaid_dropout = 10;
  check_equal(nation(world), usual);
}

TEST_CASE("schooling: at a ratio of 1 members are the same whatever the policy", "[property]") {
  World world, stay;
  world.member_clocks.unpaid_dropout = stay.member_clocks.unpaid_dropout = 1;
  stay.natural_exit.on = stay.leaving.on = stay.registry.on = false;
  auto const leaves = nation(world), stays = nation(stay);
  CHECK(leaves.tallies.back()[Count::active] < stays.tallies.back()[Count::active]);
  CHECK(testing::bits_of(leaves.households.members) == testing::bits_of(stays.households.members));
  for (auto const& tally : leaves.tallies) CHECK(tally[Count::lost_to_school] == 0);
  // By default children of families that have left do leave school more often.
  auto const today = nation({});
  std::int64_t lost = 0;
  for (auto const& tally : today.tallies) lost += tally[Count::lost_to_school];
  CHECK(lost > 0);
}
