// Assessors that look at more than a month.
#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using testing::SmallNation;

namespace {

SmallNation lived(SmallNation nation, int months) {
  nation.levers.criteria.months = months;
  testing::run(nation);
  return nation;
}

Tally sum_of(SmallNation const& nation) {
  Tally sum;
  for (auto const& tally : nation.tallies) sum += tally;
  return sum;
}

/// Nobody is met often, so assessors see what a month brings; they err in nothing else.
SmallNation of_strangers() {
  auto nation = testing::small_nation({12000});
  nation.months = 48;
  nation.world.contact.on = false;
  nation.world.assessment.sight_sd = 0;
  nation.world.assessment.reluctance = 0.2f;
  nation.world.natural_exit.on = false;
  nation.levers.assessment.gap = 12;
  nation.levers.caseload.households_per_facilitator = 60;
  nation.lowest_ratio = 60;
  return nation;
}

}  // namespace

TEST_CASE("criteria months: one month leaves nothing behind in families", "[unit]") {
  auto const nation = lived(testing::small_nation({600, 200}), 1);
  for (auto const word : nation.households.adult) CHECK(at_home::seen.get(word) == 0);
}

TEST_CASE("criteria months: a rule that has ended changes nothing but what is remembered",
          "[unit]") {
  auto const with_january = [](int months) {
    auto nation = testing::small_nation({600, 200});
    nation.levers.target = {.per_facilitator = 30, .enforced = 1};
    testing::run(nation, kernel_for(best_isa()), [&](int month) {
      auto levers = nation.levers;
      if (month == 1) levers.criteria.months = months;  // a mean begins with its first month
      return levers;
    });
    return nation;
  };
  auto const never = with_january(1);
  auto ended = with_january(12);
  CHECK(ended.tallies == never.tallies);
  int remembered = 0;
  for (auto& word : ended.households.adult) {
    remembered += at_home::seen.get(word) > 0;
    word &= ~at_home::seen.mask();
  }
  CHECK(remembered > 400);
  CHECK(testing::bits_of(ended.households) == testing::bits_of(never.households));
}

TEST_CASE("criteria months: families of the programme have a mean, others none", "[unit]") {
  auto const nation = lived(testing::small_nation({600, 200}), 12);
  auto const& h = nation.households;
  for (Eigen::Index i = 0; i < h.flags.size(); ++i)
    CHECK((at_home::seen.get(h.adult[i]) > 0) == is_active(h.flags[i]));
}

TEST_CASE("criteria months: a longer look lets fewer leave before they are able", "[unit]") {
  auto nation = of_strangers();
  nation.world.shocks.keep = 0.3f;  // luck that a year averages out
  auto const premature = [&](int months) {
    auto const sum = sum_of(lived(nation, months));
    REQUIRE(sum[Count::left_raised] > 300);
    return static_cast<double>(sum[Count::premature]) /
           static_cast<double>(sum[Count::left_raised]);
  };
  double const month = premature(1), year = premature(12);
  INFO(month << ", " << year);
  CHECK(year < month);
}

TEST_CASE("criteria months: without luck the mean of many months is the month", "[unit]") {
  auto nation = of_strangers();
  nation.world.earnings.on = false;
  nation.world.shocks.on = false;
  nation.world.enterprise.on = false;
  nation.world.work_pattern.on = false;  // no pay is lost to sessions
  auto const month = sum_of(lived(nation, 1)), years = sum_of(lived(nation, 24));
  double const exits = static_cast<double>(month[Count::left_raised]);
  INFO(exits << ", " << years[Count::left_raised]);
  CHECK(exits > 300);
  // Within a step of the line, 0.003 log points, rounding decides.
  CHECK(std::abs(static_cast<double>(years[Count::left_raised]) - exits) < 0.01 * exits + 3);
}

TEST_CASE("criteria months: v2, v3 and v4 leave the same bits", "[unit]") {
  auto const with = [](Isa isa) {
    auto nation = testing::small_nation({300, 517, 40, 1});
    nation.levers.criteria.months = 6;
    nation.levers.approval.months = 3;
    testing::run(nation, kernel_for(isa));
    return nation;
  };
  auto const reference = with(Isa::v2);
  for (Isa const isa : {Isa::v3, Isa::v4}) {
    if (!has(isa)) continue;
    auto const nation = with(isa);
    CHECK(testing::bits_of(nation.households) == testing::bits_of(reference.households));
    CHECK(nation.tallies == reference.tallies);
  }
}
