#include "support/small_nation.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// Lives some years with the same people in post, ten posts or so.
testing::SmallNation lived(StaffLevers const& staff, SupervisionParameters const& supervision) {
  auto nation = testing::small_nation({3000});
  nation.world.turnover.on = false;
  nation.world.supervision = supervision;
  nation.levers.staff = staff;
  nation.months = 48;
  testing::run(nation);
  return nation;
}

double per_post(testing::SmallNation const& nation, Count what) {
  Tally const& last = nation.tallies.back();
  return static_cast<double>(last[what]) / static_cast<double>(last[Count::posts]);
}

std::int64_t sum(testing::SmallNation const& nation, Count what) {
  std::int64_t all = 0;
  for (auto const& tally : nation.tallies) all += tally[what];
  return all;
}

/// Nobody moves but facilitators, whose chance to leave is the same whatever they do.
testing::SmallNation still_nation() {
  auto nation = testing::small_nation({3000});
  nation.world.leaving.on = nation.world.natural_exit.on = false;
  nation.world.registry.mismatch_a_year = 0;
  nation.world.turnover.leaving = 0.6f;
  nation.world.turnover.leaving_fatigue = 0;
  return nation;
}

}  // namespace

TEST_CASE("staff levers: without hours of supervision nothing hangs on what it can do", "[unit]") {
  auto const usual = lived({}, {});
  auto const strong = lived({}, {.half_hours = 0.1f, .upholds = 3, .relief = 1});
  CHECK(testing::bits_of(usual) == testing::bits_of(strong));
  CHECK(usual.tallies == strong.tallies);
  CHECK(sum(usual, Count::supervised) == 0);
}

TEST_CASE("staff levers: supervision keeps up what facilitators are able to do", "[unit]") {
  auto const none = lived({}, {});
  auto const four = lived({.supervision = 4}, {.half_hours = 2, .upholds = 0.6f, .relief = 0});
  // 0.4 of the spread of 0.12, but for what 48 months have not brought yet, 0.92^48 of it.
  double const gain = per_post(four, Count::competence) - per_post(none, Count::competence);
  CHECK(gain == Approx(0.4 * 0.12 * (1 - 0.018)).margin(0.002));
  auto const nothing = lived({.supervision = 4}, {.upholds = 0, .relief = 0});
  CHECK(per_post(nothing, Count::competence) ==
        Approx(per_post(none, Count::competence)).margin(0.002));
}

TEST_CASE("staff levers: hours of supervision are hours, and take off strain", "[unit]") {
  auto const none = lived({}, {});
  auto const idle = lived({.supervision = 8}, {.upholds = 0, .relief = 0});
  auto const eased = lived({.supervision = 8}, {.half_hours = 2, .upholds = 0, .relief = 0.5f});
  CHECK(per_post(idle, Count::supervised) == Approx(8).epsilon(1e-4));
  CHECK(sum(none, Count::supervised) == 0);
  CHECK(sum(idle, Count::visits) < sum(none, Count::visits));
  CHECK(per_post(idle, Count::fatigue) > per_post(none, Count::fatigue));
  // Fatigue that has settled goes with the strain: four tenths of it are taken off. Less of it
  // leaves more hours, which lowers the load besides.
  double const left = per_post(eased, Count::fatigue) / per_post(idle, Count::fatigue);
  CHECK(left < 0.61);
  CHECK(left > 0.5);
}

TEST_CASE("staff levers: supervised facilitators begin with its hours and its ease", "[unit]") {
  District const district{.families = 300, .line_rupiah = 600000};
  World world;
  Levers levers;
  levers.staff.supervision = 8;
  world.supervision.relief = 0;
  CHECK(steady_visit_rate(district, world, levers) < steady_visit_rate(district, world, {}));
  float const tired = steady_fatigue(0, district, world, levers);
  CHECK(tired > steady_fatigue(0, district, world, {}));
  world.supervision.relief = 0.5f;
  CHECK(steady_fatigue(0, district, world, levers) < 0.62f * tired);
}

TEST_CASE("staff levers: selection reaches those hired while it holds, and nobody else", "[unit]") {
  auto usual = still_nation(), chosen = still_nation();
  chosen.levers.staff.selection = 1;
  testing::run(usual);
  testing::run(chosen);
  auto const& before = usual.staff[0].people;
  auto const& now = chosen.staff[0].people;
  int hired = 0, stayed = 0;
  for (Eigen::Index i = 0; i < static_cast<Eigen::Index>(chosen.staff[0].caseloads); ++i) {
    REQUIRE(now.tenure[i] == before.tenure[i]);
    if (now.vacant[i] > 0) continue;
    // Those of the first day have been there for longer than the run.
    bool const is_new = now.tenure[i] < static_cast<float>(chosen.months);
    CHECK(now.talent[i] - before.talent[i] == Approx(is_new ? 1 : 0).margin(1e-6));
    ++(is_new ? hired : stayed);
  }
  CHECK(hired > 0);
  CHECK(stayed > 0);
  CHECK(sum(usual, Count::selected) == 0);
  // Ten posts, five in a hundred of which are left and filled a month: about twelve in all.
  CHECK(sum(chosen, Count::selected) > 5 * 65536);
  CHECK(sum(chosen, Count::selected) < 20 * 65536);
}

TEST_CASE("staff levers: selection reaches new posts, once", "[unit]") {
  auto const with = [](float selection) {
    auto nation = still_nation();
    nation.world.turnover.on = false;
    testing::run(nation, kernel_for(best_isa()), [&](int month) {
      Levers levers;
      // Posts are added in the fifth month, taken away in the ninth and added again.
      bool const more = (month >= 5 && month < 9) || month >= 13;
      levers.caseload.households_per_facilitator = more ? 100 : 300;
      levers.staff.selection = month == 0 ? 0 : selection;
      return levers;
    });
    return nation;
  };
  auto const usual = with(0), chosen = with(1);
  auto const& before = usual.staff[0].people;
  auto const& now = chosen.staff[0].people;
  REQUIRE(chosen.staff[0].caseloads == 30);
  // The baseline knows eleven people, for parts of a post.
  for (Eigen::Index i = 0; i < 30; ++i) {
    INFO(i);
    CHECK(now.talent[i] - before.talent[i] == Approx(i < 11 ? 0 : 1).margin(1e-6));
  }
  CHECK(sum(chosen, Count::selected) == Approx(19 * 65536).epsilon(0.01));
  CHECK(chosen.tallies[5][Count::selected] == sum(chosen, Count::selected));
}

TEST_CASE("staff levers: nobody is selected where nobody is hired", "[unit]") {
  auto const usual = lived({}, {}), chosen = lived({.selection = 1.5f}, {});
  CHECK(testing::bits_of(usual) == testing::bits_of(chosen));
  CHECK(usual.tallies == chosen.tallies);
}
