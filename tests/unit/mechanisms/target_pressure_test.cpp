#include "mechanisms/target_pressure.h"

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
  auto const calm = pushed_by(0, 0, self_reliant(900, 1), {});
  CHECK(calm.checks == 1.0f);
  CHECK(calm.raised == 1.0f);
  CHECK(calm.margin == 0.0f);
  CHECK(calm.books == 0.0f);
}

TEST_CASE("target: effort goes where exits count", "[unit]") {
  TargetPressureParameters const p{.verify_push = 4, .approach_push = 6};
  auto const self = pushed_by(0.5f, 0, self_reliant(1, 1), p);
  CHECK(self.checks == 1.0f);
  CHECK(self.raised == Approx(4));
  CHECK(self.books > 0.0f);
  auto const natural = pushed_by(0.5f, 0, {.families = 1, .counts = ExitKinds::natural_exit}, p);
  CHECK(natural.checks == Approx(3));
  CHECK(natural.raised == 1.0f);
  CHECK(natural.books == 0.0f);
}

TEST_CASE("target: integrity keeps kinds of exit apart", "[unit]") {
  TargetPressureParameters const p{
      .label_push = 0.2f, .integrity_mean = 0.8f, .integrity_sd = 0.1f};
  CHECK(pushed_by(1, 0, self_reliant(1, 1), p).books == Approx(0.04f));
  CHECK(pushed_by(1, 2, self_reliant(1, 1), p).books == Approx(0).margin(1e-6));
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
