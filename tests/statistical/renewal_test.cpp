// Clocks and coins of the month against their renewal and stationary laws.
#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;

namespace {

/// Visits and assessments, and nothing else.
testing::Caseload assessed_only(std::size_t families, int gap, float visits) {
  testing::Caseload caseload(families);
  World& world = caseload.world;
  world.shocks.on = world.member_clocks.on = world.skills.on = world.earnings.on = false;
  world.self_confidence.on = world.natural_exit.on = world.leaving.on = false;
  world.registry.on = world.turnover.on = false;
  caseload.levers.assessment.gap = gap;
  world.assessment.gap_spread = 0;
  caseload.levers.visits.targeting = VisitTargeting::equal;
  caseload.facilitator.visit_rate = visits;
  return caseload;
}

}  // namespace

// A clock that was set to 0 reads 1 at the end of the next month, and a visit assesses once it
// reads `gap`. So from one assessment to the next there are gap months in which a visit does not
// assess, and then a geometric wait of mean 1 / v: the exact rate is 1 / (gap + 1/v), that of the
// text. A rule that asks for more than the gap would give 1 / (gap + 1 + 1/v).
TEST_CASE("renewal: families are assessed once in gap + 1/v months", "[statistical]") {
  constexpr std::size_t families = 200000;
  constexpr int gap = 24;
  constexpr double v = 0.2, cycle = gap + 1 / v;
  auto caseload = assessed_only(families, gap, 0.2f);
  // The stationary clock: below the gap equally likely, beyond it as long as visits fail to come.
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < families; ++i) {
    testing::Chance chance(static_cast<std::uint32_t>(i), 14);
    double const at = chance.uniform() * cycle;
    std::uint32_t clock = static_cast<std::uint32_t>(at);
    if (at >= gap)
      for (clock = gap; chance.uniform() >= 0.2f && clock < 126;) ++clock;
    h.flags[i] |= flags::since_assessed.put(clock);
  }
  double total = 0;
  constexpr int months = 90;
  for (int month = 1; month <= months; ++month) {
    auto const assessed = static_cast<double>(caseload.live(month)[Count::assessed]);
    INFO("month " << month);
    CHECK(std::abs(testing::share_distance(assessed, families, 1 / cycle)) < 4);
    total += assessed;
  }
  // The other rule is seen to be another one: assessments of one family repel each other, so the
  // total varies less than independent months would.
  CHECK(std::abs(testing::share_distance(total, families * double(months), 1 / cycle)) < 4);
  CHECK(std::abs(testing::share_distance(total, families * double(months), 1 / (gap + 1 + 1 / v))) >
        20);
}

TEST_CASE("renewal: visits come at their rate, also above one a month", "[statistical]") {
  constexpr std::size_t families = 200000;
  for (float rate : {0.03f, 0.5f, 1.3f}) {
    auto caseload = assessed_only(families, 24, rate);
    auto const visits = static_cast<double>(caseload.live(1)[Count::visits]);
    double const whole = std::floor(rate);
    INFO("rate " << rate);
    CHECK(std::abs(testing::share_distance(visits - whole * families, families, rate - whole)) < 4);
  }
}

TEST_CASE("stationary law: the spread of shocks stays what it is, and forgets at its pace",
          "[statistical]") {
  constexpr std::size_t families = 200000;
  testing::Caseload caseload(families);
  caseload.district.shock_sd = 0.25f;
  caseload.world.money.passes = 1;  // the spread of spending is that of income
  caseload.world.shocks.setback_rate = 0;
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < families; ++i) {
    h.shock[i] = 0.25f * testing::Chance(static_cast<std::uint32_t>(i), 15).normal();
  }
  Column<float> const first = caseload.households.shock;
  for (int month = 1; month <= 36; ++month) {
    caseload.live(month);
    double sum = 0, squares = 0, product = 0;
    for (Eigen::Index i = 0; i < static_cast<Eigen::Index>(families); ++i) {
      double const s = h.shock[static_cast<std::size_t>(i)];
      sum += s;
      squares += s * s;
      product += s * first[i];
    }
    double const n = families;
    double const sd = std::sqrt(squares / n);
    // The standard error of a standard deviation is sd / sqrt(2n), of a correlation (1 - r^2) /
    // sqrt(n).
    double const kept = std::pow(double(0.975f), month);
    double const error = std::sqrt(1 + kept * kept) * 0.25 * 0.25 / std::sqrt(n);
    INFO("month " << month);
    CHECK(std::abs(testing::mean_distance(sum, n, 0, 0.25)) < 4);
    CHECK(std::abs(sd - 0.25) / (0.25 / std::sqrt(2 * n)) < 4);
    CHECK(std::abs(product / n - kept * 0.25 * 0.25) / error < 4);
  }
}

TEST_CASE("stationary law: a district's cycle keeps its spread", "[statistical]") {
  ShocksParameters const p{.cycle_sd = 0.03f, .cycle_keep = 0.95f};
  constexpr int districts = 20000;
  double squares = 0;
  for (std::uint32_t district = 0; district < districts; ++district) {
    testing::Chance chance(district, 16);
    float cycle = p.cycle_sd * chance.normal();
    for (int month = 0; month < 60; ++month) cycle = cycle_after_month(cycle, chance.normal(), p);
    squares += double(cycle) * cycle;
  }
  CHECK(std::abs(std::sqrt(squares / districts) - 0.03) / (0.03 / std::sqrt(2.0 * districts)) < 4);
}

TEST_CASE("stationary law: setbacks strike at their rate", "[statistical]") {
  constexpr std::size_t families = 200000;
  testing::Caseload caseload(families);
  caseload.world.shocks.setback_rate = 0.01f;
  caseload.world.shocks.setback_loss = 1;
  caseload.world.money.buffer_speed = 0;
  caseload.world.money.buffers = 0;
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < families; ++i) h.savings[i] = 1;
  for (int month = 1; month <= 12; ++month) caseload.live(month);
  double whole = 0;
  for (std::size_t i = 0; i < families; ++i) whole += h.savings[i] == 1.0f;
  CHECK(std::abs(testing::share_distance(whole, families, std::pow(0.99, 12))) < 4);
}

TEST_CASE("attendance: sessions are met with habit, schedule and health multiplied",
          "[statistical]") {
  constexpr std::size_t families = 200000;
  for (float held : {1.0f, 2.0f}) {
    testing::Caseload caseload(families);
    caseload.facilitator.round.held = held;
    auto const h = view(caseload.households);
    for (std::size_t i = 0; i < families; ++i) {
      h.habit[i] = 0.8f;
      h.traits[i] = traits::clash.put(51);  // a fifth of meeting hours
    }
    double const comes = 0.8 * 0.8 * 0.95;
    auto const tally = caseload.live(1);
    INFO(held << " sessions");
    CHECK(tally[Count::offered] ==
          static_cast<std::int64_t>(held) * static_cast<std::int64_t>(families));
    // Each session is met with the same chance. Of two, both fall to one draw: attended 0, 1 or 2
    // with (1 - c)^2, 2c(1 - c), c^2, as if they were independent.
    double const sd = std::sqrt(held * comes * (1 - comes));
    CHECK(std::abs(testing::mean_distance(static_cast<double>(tally[Count::attended]), families,
                                          held * comes, sd)) < 4);
  }
}

TEST_CASE("member clocks: pregnancies come at their yearly rate, a quarter at a time",
          "[statistical]") {
  auto const risks = quarter_risks(1, {});
  struct {
    std::uint32_t youngest;
    double yearly;
  } const cases[] = {{12, 0.05}, {40, 0.033}, {72, 0.007}};
  constexpr std::uint32_t families = 400000;
  for (auto const& c : cases) {
    double pregnant = 0;
    for (std::uint32_t i = 0; i < families; ++i) {
      auto const words = threefry4x32(i, c.youngest, 0, 97, 3, 0);
      auto const after = members_after_quarter(c.youngest, words[0], words[1], words[2], risks);
      pregnant += track::member(after, 1) == track::pregnancy ||
                  track::member(after, 0) == track::pregnancy;
    }
    // The child may leave home in the same quarter (0.005): then there is none to decide.
    double const child_stays = c.youngest < 32 ? 1 : 1 - 0.005;
    INFO("youngest child " << c.youngest);
    CHECK(std::abs(testing::share_distance(pregnant, families, child_stays * c.yearly / 4)) < 4);
  }
}
