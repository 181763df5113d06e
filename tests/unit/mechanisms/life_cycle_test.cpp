#include "mechanisms/life_cycle.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

constexpr std::uint32_t lucky = 0, unlucky = 0xffffffffu;
constexpr std::uint32_t born = 1u << fates::born;
constexpr std::uint32_t out_of_school = 1u << fates::out_of_school | 1u << fates::pupils_gone;
constexpr std::uint32_t pupil_of_primary = 1u << fates::pupils_gone;
constexpr std::uint32_t other_gone = 1u << fates::others_gone;

LifeQuarter quarter(int school_quarter, LifeCycleParameters const& p = {}) {
  return life_quarter(school_quarter, 0.8f, p);
}

AtHome later(AtHome before, std::uint32_t happened, int school_quarter, std::uint32_t leavers,
             std::uint32_t moves = unlucky) {
  return at_home_after_quarter(before, happened, {leavers, leavers, moves},
                               quarter(school_quarter));
}

bool is(AtHome home, std::int32_t persons, std::int32_t grown, std::int32_t working) {
  return home.persons == persons && home.grown == grown && home.working == working;
}

/// The same draw of 16 bits for all four children.
std::uint32_t draws(float share) {
  auto const half = static_cast<std::uint32_t>(share * 65536.0f);
  return half << 16 | half;
}

float change(AtHome before, AtHome now, std::uint32_t members = 0) {
  return change_of_earnings(before, now, members, quarter(0));
}

}  // namespace

TEST_CASE("life cycle: births add persons, deaths and moves take them, down to one", "[unit]") {
  CHECK(is(later({4, 0, 0}, 0, 0, unlucky), 4, 0, 0));
  CHECK(is(later({4, 0, 0}, born, 1, unlucky), 5, 0, 0));
  CHECK(is(later({4, 0, 0}, 2 * born, 1, unlucky), 6, 0, 0));
  CHECK(is(later({4, 1, 1}, other_gone, 2, unlucky), 3, 1, 1));
  CHECK(is(later({4, 0, 0}, born + other_gone, 2, unlucky), 4, 0, 0));
  CHECK(is(later({1, 0, 0}, other_gone, 2, unlucky), 1, 0, 0));
  CHECK(is(later({16, 0, 0}, born, 2, unlucky), 16, 0, 0));
  // Outside July a pupil who is gone has moved or died, whatever his school.
  CHECK(is(later({4, 0, 0}, out_of_school, 1, lucky), 3, 0, 0));
  CHECK(is(later({4, 0, 0}, pupil_of_primary, 1, lucky), 3, 0, 0));
}

TEST_CASE("life cycle: in July children out of school stay, work or move out", "[unit]") {
  CHECK(is(later({4, 0, 0}, out_of_school, 0, draws(0.3f)), 4, 1, 1));  // 0.3 < 0.8 x 0.48
  CHECK(is(later({4, 0, 0}, out_of_school, 0, draws(0.5f)), 4, 1, 0));
  CHECK(is(later({4, 0, 0}, out_of_school, 0, draws(0.9f)), 3, 0, 0));
  CHECK(is(later({6, 1, 1}, 3 * out_of_school, 0, draws(0.3f)), 6, 4, 4));
  CHECK(is(later({6, 1, 1}, 3 * out_of_school, 0, draws(0.9f)), 3, 1, 1));
  // A drop-out of SD stays a person of the family, and nobody counts on him.
  CHECK(is(later({4, 0, 0}, pupil_of_primary, 0, draws(0.9f)), 4, 0, 0));
  // Each of four children has a draw of its own.
  std::uint32_t const one_stays = 0xffff0000u;
  for (int place = 0; place < 4; ++place) {
    std::uint32_t const word = place % 2 == 0 ? one_stays : 0x0000ffffu;
    LifeWords const words{place < 2 ? word : unlucky, place < 2 ? unlucky : word, unlucky};
    CHECK(is(at_home_after_quarter({7, 0, 0}, 4 * out_of_school, words, quarter(0)), 4, 1, 1));
  }
}

TEST_CASE("life cycle: at most one grown child moves out, at random one of them", "[unit]") {
  auto const after = [](AtHome before, float moves, float which) {
    auto const high = static_cast<std::uint32_t>(moves * 65536.0f) << 16;
    return later(before, 0, 1, unlucky, high | static_cast<std::uint32_t>(which * 65536.0f));
  };
  CHECK(is(after({6, 3, 1}, 0.074f, 0.3f), 5, 2, 0));  // 3 x 0.025; a third of them works
  CHECK(is(after({6, 3, 1}, 0.074f, 0.34f), 5, 2, 1));
  CHECK(is(after({6, 3, 1}, 0.076f, 0.3f), 6, 3, 1));
  CHECK(is(after({6, 0, 0}, 0, 0), 6, 0, 0));
  CHECK(is(after({1, 1, 1}, 0, 0), 1, 1, 1));  // somebody has to be left
}

TEST_CASE("life cycle: earnings for each person follow persons, workers and age", "[unit]") {
  LifeCycleParameters const p;
  auto const scale = static_cast<double>(p.scale);
  double const worker =
      std::log(1 + static_cast<double>(p.contributes) / static_cast<double>(p.earners));
  CHECK(change({4, 1, 1}, {4, 1, 1}) == 0);
  CHECK(change({4, 0, 0}, {5, 0, 0}) == Approx(scale * std::log(4.0 / 5)).margin(1e-6));
  CHECK(change({4, 0, 0}, {3, 0, 0}) == Approx(scale * std::log(4.0 / 3)).margin(1e-6));
  CHECK(change({4, 0, 0}, {4, 2, 2}) == Approx(2 * worker).margin(1e-6));
  CHECK(change({4, 1, 1}, {3, 0, 0}) == Approx(scale * std::log(4.0 / 3) - worker).margin(1e-6));
  // Over 50 and with a place; the disabled member is none of them.
  std::uint32_t const members = 128u | 200u << 8 | 127u << 16 | 60u << 24;
  CHECK(change({4, 1, 1}, {4, 1, 1}, members) ==
        Approx(-2 * static_cast<double>(p.wanes)).margin(1e-7));
}

TEST_CASE("life cycle: a caseload's quarter is that of each family", "[unit]") {
  std::vector<float> persons, expected, changes(64), due;
  std::vector<std::int32_t> grown, working, grown_then, working_then;
  std::vector<std::uint32_t> members, happened, a, b, moves;
  testing::Chance chance(0, 21);
  auto const q = quarter(0);
  for (int i = 0; i < 64; ++i) {
    AtHome const home{static_cast<std::int32_t>(3 + chance.below(6)),
                      static_cast<std::int32_t>(1 + chance.below(2)), 1};
    members.push_back(chance.word());
    happened.push_back(chance.below(2) * born + chance.below(3) * out_of_school +
                       chance.below(2) * other_gone);
    a.push_back(chance.word()), b.push_back(chance.word()), moves.push_back(chance.word());
    AtHome const now =
        at_home_after_quarter(home, happened.back(), {a.back(), b.back(), moves.back()}, q);
    persons.push_back(static_cast<float>(home.persons));
    grown.push_back(home.grown), working.push_back(home.working);
    expected.push_back(static_cast<float>(now.persons));
    grown_then.push_back(now.grown), working_then.push_back(now.working);
    due.push_back(change_of_earnings(home, now, members.back(), q));
  }
  live_a_quarter(
      persons, grown, working, changes,
      {.members = members, .happened = happened, .leavers_a = a, .leavers_b = b, .moves = moves},
      q);
  CHECK(persons == expected);
  CHECK(grown == grown_then);
  CHECK(working == working_then);
  CHECK(changes == due);
}

// Every year each family has a child that ends SMA, and nothing else happens: who becomes able is
// known from the shares alone.
TEST_CASE("life cycle: as many families become able as have a child that works, or one mouth less",
          "[statistical]") {
  constexpr std::size_t families = 40000;
  World world;
  world.shocks.on = world.contact.on = world.skills.on = world.self_confidence.on = false;
  world.peers.on = world.partners.on = world.enterprise.on = world.access.on = false;
  world.registry.on = world.natural_exit.on = world.leaving.on = false;
  world.member_clocks.births = false;
  world.member_clocks.child_leaves = world.member_clocks.dropout_senior_secondary = 0;
  world.life_cycle.leaves = 0;
  world.readiness.months = 1;
  auto const p = world.life_cycle;
  float const worker = std::log(1 + p.contributes / p.earners);
  float const fewer = p.scale * std::log(4.0f / 3);
  REQUIRE(fewer > worker);
  auto const able_share = [&](float below) {
    testing::Caseload caseload(families);
    caseload.world = world;
    caseload.district.lives.stays = 0.8f;
    auto const h = view(caseload.households);
    for (std::size_t i = 0; i < families; ++i) {
      h.base[i] = h.permanent[i] = h.reference[i] = std::log(world.readiness.multiple) - below;
      h.members[i] = 77;  // the July of its end is in seven months
      h.record[i] = record::paid.put(20) | record::entitlement.put(20) | record::size.put(3);
    }
    testing::live_on(caseload, 12);
    double able = 0;
    for (std::size_t i = 0; i < families; ++i) able += start::became_able.get(h.start[i]);
    return able / families;
  };
  auto const far = [](double share, double expected) {
    return std::abs(share - expected) / std::sqrt(expected * (1 - expected) / families);
  };
  CHECK(far(able_share(0.9f * worker), 0.2 + 0.8 * static_cast<double>(p.works)) < 4);
  CHECK(far(able_share(0.5f * (worker + fewer)), 0.2) < 4);
  CHECK(able_share(1.1f * fewer) == 0);
}
