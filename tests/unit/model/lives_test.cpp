#include "model/lives.h"

#include "support/lived_nation.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

testing::LivedNation nation(std::vector<std::string> settings = {}) {
  settings.emplace_back("population.households=5000");
  return testing::lived_cohort(settings);
}

double variance_in(testing::LivedNation const& n, Key key = {}, Isa isa = best_isa()) {
  return variance_of_life_cycle({.world = *n.e.setting.world,
                                 .settings = n.e.setting.population,
                                 .baseline = n.e.baseline(),
                                 .births = n.e.list->births,
                                 .key = key,
                                 .before = later(n.e.run.start, -1),
                                 .kernel = kernel_for(isa)});
}

}  // namespace

TEST_CASE("lives: reversion gives back what the life cycle and lasting shocks add", "[unit]") {
  auto const n = nation();
  double const added = variance_in(n);
  CHECK(added > 2e-4);
  CHECK(added < 2e-3);
  for (auto const& district : n.e.programme.districts) {
    auto const& area = n.e.programme.areas[district.area];
    double const shocks = 0.03 * 0.03 / 4;
    CHECK(district.lives.mean == Approx(area.fit.mu));
    CHECK(district.lives.stays == 0.8f);
    CHECK(district.lives.growth == Approx(area.area.growth_above));
    CHECK(2 * static_cast<double>(district.lives.reverts) * area.base_sd * area.base_sd ==
          Approx(added + shocks).epsilon(1e-4));
  }
}

TEST_CASE("lives: what the life cycle adds does not hang on a run's luck or instructions",
          "[unit]") {
  auto const n = nation();
  double const added = variance_in(n);
  CHECK(variance_in(n, {.seed = 99, .replicate = 3}) == added);
  CHECK(variance_in(n, {}, Isa::v2) == added);
  CHECK(variance_in(nation({"world.life_cycle.scale=0", "world.life_cycle.wanes=0",
                            "world.life_cycle.contributes=0"})) == 0);
}

TEST_CASE("lives: hours that care takes and frees add to it", "[unit]") {
  double const without = variance_in(nation());
  CHECK(variance_in(nation({"world.care.child_hours=8"})) > 1.1 * without);
  // What takes no hours of a child takes none of anybody.
  CHECK(variance_in(nation({"world.care.disabled=5", "world.care.most=0.9"})) == without);
}

TEST_CASE("lives: switched off, nothing reverts", "[unit]") {
  CHECK(variance_in(nation({"world.life_cycle.on=false"})) == 0);
  CHECK(variance_in(nation({"world.member_clocks.on=false"})) == 0);
  auto const n = nation({"world.life_cycle.on=false", "world.lasting_shocks.on=false"});
  CHECK(n.e.programme.districts.front().lives.reverts == 0);
}

TEST_CASE("lives: on the first day some have grown children at home, and some of these work",
          "[unit]") {
  auto n = nation();
  int grown = 0, working = 0, persons = 0, families = 0;
  n.for_each([&](HouseholdsView const& h, std::size_t i, District const&) {
    int const at_home = static_cast<int>(at_home::grown.get(h.adult[i]));
    int const who_work = static_cast<int>(at_home::working.get(h.adult[i]));
    int const all = static_cast<int>(record::size.get(h.record[i])) + 1;
    REQUIRE(who_work <= at_home);
    REQUIRE(at_home < all);
    grown += at_home, working += who_work, persons += all, ++families;
  });
  CHECK(families == 5000);
  CHECK(grown > families / 5);
  // Some of them were at work or not when the list was made, the others began since.
  CHECK(static_cast<double>(working) / grown == Approx(0.48).margin(0.03));
  CHECK(static_cast<double>(persons) / families == Approx(4.5).margin(0.15));
  auto off = nation({"world.life_cycle.on=false"});
  off.for_each([&](HouseholdsView const& h, std::size_t i, District const&) {
    REQUIRE(at_home::grown.get(h.adult[i]) == 0);
  });
}
