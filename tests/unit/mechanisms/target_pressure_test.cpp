#include "mechanisms/target_pressure.h"

#include "model/year_of_posts.h"
#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

TargetLevers self_reliant(float families, float enforced) {
  return {.families = families, .counts = ExitKinds::self_reliant, .enforced = enforced, .aim = 1};
}

}  // namespace

TEST_CASE("target: what is missing each month, against the usual pace, presses", "[unit]") {
  TargetPressureParameters const p{.usual_pace_self_reliant = 0.001f, .limit = 3};
  auto const lever = self_reliant(120, 0.5f);
  // Usual: 1 a month. Missing: 12 in 6 months is 2 a month, once the usual pace too much.
  TargetState s{.target = 120, .counted = 108, .months_left = 6, .active = 1000};
  CHECK(pressure(s, lever, p) == Approx(0.5f));
  s.counted = 119;  // nearly there
  CHECK(pressure(s, lever, p) == 0.0f);
  s.counted = 0;  // hopeless: no more than the limit
  CHECK(pressure(s, lever, p) == Approx(1.5f));
}

TEST_CASE("target: none, or switched off, is not felt", "[unit]") {
  TargetState const s{.target = 0, .counted = 0, .months_left = 1, .active = 1000};
  CHECK(pressure(s, self_reliant(0, 1), {}) == 0.0f);
  TargetState const far{.target = 900, .counted = 0, .months_left = 1, .active = 1000};
  CHECK(pressure(far, self_reliant(900, 1), {.on = false}) == 0.0f);
  auto const calm = pushed_by(0, 0, 0.25f, self_reliant(900, 1), {});
  CHECK(calm.raised == 1.0f);
  CHECK(calm.margin == 0.0f);
  CHECK(calm.books == 0.0f);
  auto const diverted = diverted_by(0, self_reliant(900, 1), true, {});
  CHECK(diverted.part == 0.0f);
  CHECK(buy(0, diverted, 300, 0.15f, 2).assessments == 0.0f);
}

TEST_CASE("target: hours go where exits count", "[unit]") {
  TargetPressureParameters const p{.push_hours = 0.1f};
  auto const self = diverted_by(2, self_reliant(1, 1), true, p);
  CHECK(self.part == Approx(0.2f));
  CHECK_FALSE(self.checks);
  CHECK(self.assessments);
  CHECK_FALSE(diverted_by(2, self_reliant(1, 1), false, p).assessments);  // not in this month
  TargetLevers const natural{.families = 1, .counts = ExitKinds::natural_exit};
  CHECK(diverted_by(2, natural, true, p).checks);
  CHECK_FALSE(diverted_by(2, natural, true, p).assessments);
  CHECK(diverted_by(20, natural, true, p).part == 1.0f);
}

TEST_CASE("target: hours buy checks first, and assessments with what is left", "[unit]") {
  Diverted const both{.part = 0.1f, .checks = true, .assessments = true};
  // 300 families, a check in every quarter: 100 a month, 15 hours.
  auto const few = buy(6, both, 300, 0.15f, 2);
  CHECK(few.checks == Approx(40));
  CHECK(few.assessments == 0.0f);
  auto const many = buy(21, both, 300, 0.15f, 2);
  CHECK(many.checks == Approx(100));
  CHECK(many.assessments == Approx(3));
  auto const free = buy(21, both, 300, 0, 2);
  CHECK(free.checks == Approx(100));
  CHECK(free.assessments == Approx(10.5f));
  Diverted const only_checks{.part = 0.1f, .checks = true};
  CHECK(hours_to_divert(only_checks, 300, 0.15f, 2) == Approx(15));
  CHECK(hours_to_divert(both, 300, 0.15f, 2) == Approx(615));
  CHECK(hours_to_divert({.part = 0.1f}, 300, 0.15f, 2) == 0.0f);
}

TEST_CASE("target: most of those seen able are nominated before the line comes down", "[unit]") {
  TargetPressureParameters const p{.nominates_most = 0.8f, .seen_able = 0.2f, .seen_sd = 0.35f};
  auto const lever = self_reliant(1, 1);
  auto const mild = pushed_by(1, 0, 0.25f, lever, p);
  CHECK(mild.raised == Approx(2));
  CHECK(mild.margin == 0.0f);
  // Five times as many exits: 3.2 times by nominating, the rest by seeing 0.3125 able, not 0.2:
  // 0.35 (0.8416 - 0.4888).
  auto const hard = pushed_by(4, 0, 0.25f, lever, p);
  CHECK(hard.raised == Approx(3.2f));
  CHECK(hard.margin == Approx(0.1235f).epsilon(0.002));
  // Never more than nine of ten are seen able.
  CHECK(pushed_by(100, 0, 0.25f, lever, p).margin ==
        Approx(0.35 * (0.8416 + 1.2816)).epsilon(0.002));
  // Who nominates more than most already goes down at once; who nominates nobody never will.
  CHECK(pushed_by(1, 0, 0.9f, lever, p).raised == Approx(1));
  CHECK(pushed_by(1, 0, 0.9f, lever, p).margin > 0.0f);
  CHECK(pushed_by(1, 0, 0, lever, p).raised == 1.0f);
  TargetLevers const natural{.families = 1, .counts = ExitKinds::natural_exit};
  CHECK(pushed_by(4, 0, 0.25f, natural, p).raised == 1.0f);
  CHECK(pushed_by(4, 0, 0.25f, natural, p).margin == 0.0f);
}

TEST_CASE("target: the harder it presses the lower the line, in any world", "[property]") {
  testing::Chance chance(1, 1);
  for (int world = 0; world < 200; ++world) {
    TargetPressureParameters const p{.nominates_most = chance.between(0.6f, 0.95f),
                                     .seen_able = chance.between(0.1f, 0.3f),
                                     .seen_sd = chance.between(0.2f, 0.5f)};
    float const open = chance.between(0.05f, 0.5f);
    Pushed before;
    for (float pressure : {0.5f, 1.0f, 2.0f, 4.0f, 8.0f, 16.0f, 32.0f}) {
      auto const now = pushed_by(pressure, 0, open, self_reliant(1, 1), p);
      CHECK(now.raised >= before.raised);
      CHECK(now.margin >= before.margin);
      CHECK((now.raised > before.raised || now.margin > before.margin || pressure > 4));
      before = now;
    }
  }
}

TEST_CASE("target: integrity keeps kinds of exit apart", "[unit]") {
  TargetPressureParameters const p{
      .label_push = 0.2f, .integrity_mean = 0.8f, .integrity_sd = 0.1f};
  CHECK(pushed_by(1, 0, 0.25f, self_reliant(1, 1), p).books == Approx(0.04f));
  CHECK(pushed_by(1, 2, 0.25f, self_reliant(1, 1), p).books == Approx(0).margin(1e-6));
  TargetLevers const both{.families = 1, .counts = static_cast<ExitKinds>(3)};
  CHECK(pushed_by(1, 0, 0.25f, both, p).books == 0.0f);
  std::vector<float> natural = {1, 1, 0}, labelled(3);
  book_as_self_reliant(natural, labelled, std::vector<float>{0.1f, 0.3f, 0.1f}, 0.2f);
  CHECK(natural == std::vector<float>{0, 1, 0});
  CHECK(labelled == std::vector<float>{1, 0, 0});
}

TEST_CASE("target: a year under pressure has more exits of the kind that counts, by reason",
          "[unit]") {
  auto const exits = [](float families) {
    auto nation = testing::small_nation({3000});
    for (auto& district : nation.districts) district.for_each_of_nation = 1;
    nation.levers.target = self_reliant(families, 1);
    testing::run(nation);
    Tally sum;
    for (auto const& tally : nation.tallies) sum += tally;
    return sum;
  };
  auto const calm = exits(0), pressed = exits(2000);
  CHECK(calm[Count::left_target] == 0);
  CHECK(calm[Count::left_booked] == 0);
  CHECK(pressed[Count::left_target] > calm[Count::left_raised]);
  CHECK(pressed[Count::left_booked] > 0);
  CHECK(pressed[Count::premature] > calm[Count::premature]);
  // What is assessed for the target is taken from sessions and visits.
  CHECK(pressed[Count::assessed] > calm[Count::assessed]);
  CHECK(pressed[Count::visits] < calm[Count::visits]);
}

TEST_CASE("target: hours that it takes from sessions and visits are spent on it", "[unit]") {
  auto const lived = [](float push_hours) {
    auto nation = testing::small_nation({3000});
    for (auto& district : nation.districts) district.for_each_of_nation = 1;
    nation.levers.caseload.households_per_facilitator = 400;  // no hour to spare
    nation.world.leaving.on = nation.world.natural_exit.on = false;
    nation.world.registry.mismatch_a_year = 0;
    nation.world.turnover.on = false;
    nation.world.target_pressure.push_hours = push_hours;
    nation.levers.target = self_reliant(2000, 1);
    testing::run(nation);
    Tally sum;
    for (auto const& tally : nation.tallies) sum += tally;
    return sum;
  };
  auto const free = lived(0), paid = lived(0.1f);
  CHECK(paid[Count::sessions_held] < free[Count::sessions_held]);
  CHECK(paid[Count::visits] < free[Count::visits]);
  CHECK(10 * paid[Count::assessed] > 11 * free[Count::assessed]);
  auto const used = [](Tally const& tally) {
    return static_cast<double>(tally[Count::hours_used]);
  };
  CHECK(used(paid) == Approx(used(free)).epsilon(0.02));
}

TEST_CASE(
    "target: that of a facilitator is as many times his posts, and what counted before counts",
    "[unit]") {
  auto const exits = [](TargetLevers const& target, int first_month = 1) {
    auto nation = testing::small_nation({3000});
    for (auto& district : nation.districts) district.for_each_of_nation = 1;
    nation.start = calendar_month(2026, first_month);
    nation.levers.target = target;
    nation.months = 6;
    testing::run(nation);
    Tally sum;
    for (auto const& tally : nation.tallies) sum += tally;
    return sum;
  };
  auto target = self_reliant(2000, 1);
  auto const nation = exits(target);
  // Ten posts of 300 families each.
  auto const facilitator = exits({.per_facilitator = 200, .enforced = 1, .aim = 1});
  CHECK(facilitator[Count::left_target] > 0);
  CHECK(
      std::abs(static_cast<double>(facilitator[Count::left_target] - nation[Count::left_target])) <
      0.1 * static_cast<double>(nation[Count::left_target]));
  // Reached before the run began: nothing presses for the rest of the year.
  target.reached_so_far = 2000;
  CHECK(exits(target)[Count::left_target] == 0);
  // From July on, the new year begins in the seventh month, which is beyond the run.
  CHECK(exits(target, 7)[Count::left_target] == 0);
  // From October on, the fourth month begins a year in which it no longer counts.
  CHECK(exits(target, 10)[Count::left_target] > 0);
}

TEST_CASE("target: money for exits presses by the rupiah, and with a target up to the limit",
          "[unit]") {
  TargetPressureParameters const p{.limit = 3, .incentive_felt = 0.2f};
  CHECK(pressure_of_incentive({}, p) == 0.0f);
  CHECK(pressure_of_incentive({.incentive = 1e6f}, p) == Approx(0.2f));
  CHECK(pressure_of_incentive({.incentive = 5e6f}, p) == Approx(1));
  CHECK(pressure_of_incentive({.incentive = 5e6f}, {.on = false}) == 0.0f);
  CHECK(pressure_of_both(0, 0.5f, p) == 0.5f);
  CHECK(pressure_of_both(1, 0.5f, p) == 1.5f);
  CHECK(pressure_of_both(2.8f, 0.5f, p) == 3.0f);
  CHECK(pressure_of_both(0, 9, p) == 3.0f);
  // A target enforced beyond measure is as hard as without money, and none is calm.
  CHECK(pressure_of_both(4.5f, 0.5f, p) == 4.5f);
  CHECK(pressure_of_both(1.1f, 0, p) == 1.1f);
  CHECK(pressure_of_both(0, 0, p) == 0.0f);
}

TEST_CASE("target: money for exits is for self-reliant ones, whatever a target counts", "[unit]") {
  Levers levers;
  levers.target.counts = ExitKinds::natural_exit;
  CHECK(pursued(levers, {}).counts == ExitKinds::natural_exit);
  levers.staff.incentive = 1e6f;
  // No target: what it would count does not matter.
  CHECK(pursued(levers, {}).counts == ExitKinds::self_reliant);
  CHECK(pursued(levers, {.incentive_felt = 0}).counts == ExitKinds::natural_exit);
  levers.target.families = 1000;
  CHECK(pursued(levers, {}).counts == static_cast<ExitKinds>(3));
  levers.target.counts = ExitKinds::self_reliant;
  CHECK(pursued(levers, {}).counts == ExitKinds::self_reliant);
}

TEST_CASE("target: money for exits brings more of them, more of which are premature, and is paid",
          "[unit]") {
  auto const exits = [](float rupiah, float felt = 0.6f, float families = 0) {
    auto nation = testing::small_nation({6000});
    for (auto& district : nation.districts) district.for_each_of_nation = 1;
    nation.levers.target = self_reliant(families, 0.3f);
    nation.levers.staff.incentive = rupiah;
    nation.world.target_pressure.incentive_felt = felt;
    testing::run(nation);
    Tally sum;
    for (auto const& tally : nation.tallies) sum += tally;
    return sum;
  };
  auto const premature = [](Tally const& all) {
    return static_cast<double>(all[Count::premature]) /
           static_cast<double>(self_reliant_in(all) + all[Count::left_assessed_out]);
  };
  auto const calm = exits(0), paid = exits(2e6f), well_paid = exits(5e6f);
  CHECK(calm[Count::left_target] == 0);
  CHECK(calm[Count::incentives] == 0);
  CHECK(self_reliant_in(paid) > self_reliant_in(calm));
  CHECK(self_reliant_in(well_paid) > self_reliant_in(paid));
  CHECK(premature(well_paid) > premature(calm) + 0.02);
  CHECK(well_paid[Count::left_booked] > 0);
  CHECK(well_paid[Count::visits] < calm[Count::visits]);
  CHECK(well_paid[Count::sessions_held] <= calm[Count::sessions_held]);
  CHECK(well_paid[Count::assessed] > calm[Count::assessed]);
  CHECK(paid[Count::incentives] == 2000000 * self_reliant_in(paid));
  // Who does not feel it lives as without it, and is paid.
  Tally unmoved = exits(5e6f, 0);
  CHECK(unmoved[Count::incentives] == 5000000 * self_reliant_in(calm));
  unmoved[Count::incentives] = 0;
  CHECK(unmoved == calm);
  // Beside a target it presses more.
  CHECK(exits(2e6f, 0.6f, 1000)[Count::left_target] > exits(0, 0.6f, 1000)[Count::left_target]);
}
