// Constant hazards must give the geometric curve: the whole year, staffing and hours included,
// reduced until one chance is left.
#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;

namespace {

/// Nothing moves and nobody decides; families without a component wait for their check.
World only_natural_exit() {
  World world;
  world.shocks.on = world.member_clocks.on = world.skills.on = world.earnings.on = false;
  world.self_confidence.on = world.assessment.on = world.leaving.on = false;
  world.registry.on = world.turnover.on = false;
  world.natural_exit.component_error = 0;
  return world;
}

testing::SmallNation without_components(World const& world) {
  auto nation = testing::small_nation({30000, 20000, 10000}, world);
  for (auto& word : nation.households.record) {
    word = record::paid.put(20) | record::entitlement.put(0) | record::size.put(3);
  }
  nation.levers.caseload.households_per_facilitator = 80;  // hours for every check, hard places too
  nation.months = 120;
  return nation;
}

constexpr double families = 60000;

}  // namespace

TEST_CASE("geometric curve: with one constant chance the active families follow (1 - c)^t",
          "[statistical]") {
  for (float cycle : {6.0f, 18.0f}) {
    auto nation = without_components(only_natural_exit());
    nation.levers.registry.cycle_months = cycle;
    testing::run(nation);
    double left_before = 0;
    for (int month = 0; month <= nation.months; ++month) {
      auto const& tally = nation.tallies[static_cast<std::size_t>(month)];
      double const expected = std::pow(1 - 1.0 / cycle, month);
      INFO("cycle " << cycle << ", month " << month);
      auto const active = static_cast<double>(tally[Count::active]);
      left_before += static_cast<double>(tally[Count::left_natural]);
      if (families * expected < 25) break;
      if (month == 0)
        CHECK(active == families);
      else
        CHECK(std::abs(testing::share_distance(active, families, expected)) < 4);
      CHECK(tally[Count::natural] == static_cast<std::int64_t>(left_before));
      CHECK(tally[Count::without_component] == tally[Count::active]);
    }
  }
}

TEST_CASE("geometric curve: checks that err slow it by their share", "[statistical]") {
  auto world = only_natural_exit();
  world.natural_exit.component_error = 0.25f;
  auto nation = without_components(world);
  nation.levers.registry.cycle_months = 18;
  testing::run(nation);
  for (int month : {1, 12, 60, 120}) {
    double const expected = std::pow(1 - 0.75 / 18, month);
    INFO("month " << month);
    CHECK(std::abs(testing::share_distance(
              static_cast<double>(nation.tallies[static_cast<std::size_t>(month)][Count::active]),
              families, expected)) < 4);
  }
}

TEST_CASE("geometric curve: where hours do not suffice, checks come as much more rarely",
          "[statistical]") {
  auto world = only_natural_exit();
  world.workload.resilience_sd = 0;
  world.workload.fatigue_loss = 0;
  world.workload.overtime_share = 0;
  world.workload.rush = 0;
  world.workload.admin_per_family_easy = 0.6f;
  world.workload.check_hours_easy = 0;
  auto nation = without_components(world);
  for (auto& district : nation.districts) district.hard_share = 0;
  nation.levers.registry.cycle_months = 18;
  nation.levers.caseload.households_per_facilitator = 500;
  testing::run(nation);
  // January: administration 20 + 0.6 x 500 = 320 hours in a contract of 160: every second check.
  // As families leave in the year hours suffice a little better, so only the first month is exact.
  double const expected = 0.5 / 18;
  CHECK(std::abs(testing::share_distance(
            static_cast<double>(nation.tallies[1][Count::left_natural]), families, expected)) < 4);
}
