#include "mechanisms/registry.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("registry: a check renews the record with error, all others age and stop at 63 months",
          "[unit]") {
  std::vector<std::int32_t> recorded(5, 64), age = {5, 5, 63, 5, 5};
  std::vector<float> const log_earned(5, 0.4f), error(5, 1);
  renew_records(recorded, age,
                {.checked = std::vector<float>{1, 0, 0, 0, 0},
                 .waits = std::vector<float>{0, 0, 0, 1, 1},
                 .log_earned = log_earned,
                 .error = error,
                 .draw = std::vector<float>{0, 0, 0, 0.09f, 0.11f},
                 .cycle_months = 10},
                {.noise_sd = 0.1f});
  // (0.5 + 1.6) x 40; of those that wait, the one whose turn has come
  CHECK(recorded == std::vector<std::int32_t>{84, 64, 64, 84, 64});
  CHECK(age == std::vector<std::int32_t>{0, 6, 63, 0, 6});
  CHECK(recorded_welfare(84) == Approx(0.5f));
  CHECK(as_recorded(-9) == 0);
  CHECK(as_recorded(9) == 127);
}

TEST_CASE("registry: a mismatch takes families off, and some appeals succeed", "[unit]") {
  std::vector<float> removed(4), appeals(4);
  RegistryParameters const p{.mismatch_a_year = 0.12f, .restored = 0.25f};  // 1 % a month
  lose_by_mismatch(removed, appeals, std::vector<float>{1, 1, 1, 0},
                   std::vector<float>{0.98f, 0.991f, 0.999f, 0.999f}, p);
  CHECK(removed == std::vector<float>{0, 1, 0, 0});
  CHECK(appeals == std::vector<float>{0, 0, 1, 0});
  std::vector<float> restored(3);
  restore(restored, std::vector<float>{1, 1, 0}, std::vector<std::int32_t>{5, 6, 6}, p);
  CHECK(restored == std::vector<float>{0, 1, 0});
}

TEST_CASE("registry: a re-ranking strikes off the share it is asked for, from the top", "[unit]") {
  std::vector<std::int32_t> families(128);
  families[100] = 5;
  families[60] = 10;
  families[20] = 85;
  auto const border = strike_border(families, 0.10f);
  CHECK(border.recorded == 60);
  CHECK(border.lot == 64);  // half of those at the border
  std::vector<float> struck(4);
  strike_off(struck, std::vector<float>{1, 1, 1, 0}, std::vector<std::int32_t>{100, 60, 60, 100},
             std::vector<std::int32_t>{0, 64, 63, 0}, border);
  CHECK(struck == std::vector<float>{1, 1, 0, 0});
  CHECK(strike_border(families, 0).recorded == 128);
}

TEST_CASE("registry: without delay and error it is the truth, to its step", "[unit]") {
  auto nation = testing::small_nation({600});
  nation.world.registry.noise_sd = 0;
  nation.world.natural_exit.component_error = 0;
  nation.levers.registry.cycle_months = 1;
  nation.levers.caseload.households_per_facilitator = 60;  // hours for every check
  testing::run(nation);
  auto const& last = nation.tallies.back();
  CHECK(last[Count::record_age] == 0);
  double const gap = static_cast<double>(last[Count::record_gap]) / share_unit /
                     static_cast<double>(last[Count::active]);
  CHECK(gap <= 0.5 / 40);
  CHECK(last[Count::without_component] == 0);
}

TEST_CASE("registry: a mismatch empties places at its rate, and appeals bring families back",
          "[unit]") {
  auto nation = testing::small_nation({4000});
  nation.world.registry.mismatch_a_year = 0.12f;
  nation.world.registry.restored = 0.5f;
  nation.months = 36;
  testing::run(nation);
  double at_risk = 0, removed = 0, restored = 0;
  for (std::size_t month = 1; month < nation.tallies.size(); ++month) {
    at_risk += static_cast<double>(nation.tallies[month - 1][Count::active]);
    removed += static_cast<double>(nation.tallies[month][Count::left_removal]);
    restored += static_cast<double>(nation.tallies[month][Count::restored]);
  }
  CHECK(std::abs(testing::share_distance(removed, at_risk, 0.01)) < 4);
  CHECK(restored > 0.3 * removed);
  CHECK(restored < 0.5 * removed);  // the last six months' appeals are still open
}

TEST_CASE("registry: an appeal brings a family back after the months that it takes", "[unit]") {
  for (int const months : {1, 6, 12}) {
    auto caseload = testing::busy_caseload();
    caseload.world.registry.mismatch_a_year = 0.5f;
    caseload.world.registry.restored = 1;
    caseload.world.afterwards.return_rate = 0;  // the poor would come back earlier
    caseload.world.registry.restore_months = months;
    auto const appeals = [&](Eigen::Index family) {
      return flags::status.get(caseload.households.flags[family]) ==
             static_cast<std::uint32_t>(Status::appeal);
    };
    std::vector<int> left(96);
    int back = 0;
    for (int month = 1; month <= 36; ++month) {
      caseload.live(month);
      for (Eigen::Index family = 0; family < 96; ++family) {
        int& since = left[static_cast<std::size_t>(family)];
        if (appeals(family)) {
          if (since == 0) since = month;
          continue;
        }
        if (since == 0) continue;
        INFO("family " << family << " left in month " << since);
        CHECK(month - since == months);
        since = 0;
        ++back;
      }
    }
    CHECK(back > 20);
  }
}

TEST_CASE("registry: switched off, nobody is removed or struck off", "[unit]") {
  auto nation = testing::small_nation({900});
  nation.world.registry.on = false;
  nation.levers.registry.strike_share = 0.5f;
  testing::run(nation);
  for (auto const& tally : nation.tallies) {
    CHECK(tally[Count::removal] == 0);
    CHECK(tally[Count::struck_off] == 0);
  }
}
