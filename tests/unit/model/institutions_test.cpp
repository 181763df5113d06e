#include "support/small_nation.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// Two years of a district whose institutions are so strong.
Tally lived(float institution, void (*change)(testing::SmallNation&)) {
  auto nation = testing::small_nation({6000});
  nation.levers.caseload.households_per_facilitator = 100;  // hours for all checks
  nation.lowest_ratio = 100;
  change(nation);
  for (auto& district : nation.districts) district.institution = institution;
  testing::run(nation);
  Tally sum;
  for (auto const& tally : nation.tallies) sum += tally;
  return sum;
}

double number(Tally const& tally, Count what) { return static_cast<double>(tally[what]); }

}  // namespace

TEST_CASE("institutions: where they are stronger more of those seen able are nominated", "[unit]") {
  auto const only = [](testing::SmallNation& n) { n.world.natural_exit.on = false; };
  auto const weak = lived(0.5f, only), usual = lived(1, only), strong = lived(2, only);
  CHECK(number(weak, Count::left_raised) < 0.75 * number(usual, Count::left_raised));
  CHECK(number(strong, Count::left_raised) > 1.3 * number(usual, Count::left_raised));
}

TEST_CASE("institutions: where they are weaker fewer of the assessments due are done", "[unit]") {
  auto const half = [](testing::SmallNation& n) { n.levers.assessment.coverage = 0.5f; };
  auto const all = [](testing::SmallNation&) {};
  // Odds of 1 to 2: a third of them.
  CHECK(number(lived(0.5f, half), Count::assessed) ==
        Approx(2.0 / 3 * number(lived(1, half), Count::assessed)).epsilon(0.06));
  CHECK(number(lived(0.5f, all), Count::assessed) ==
        Approx(number(lived(1, all), Count::assessed)).epsilon(0.06));
}

TEST_CASE("institutions: where they are stronger checks come sooner, and take hours", "[unit]") {
  auto const seldom = [](testing::SmallNation& n) {
    n.levers.registry.cycle_months = 24;
    n.levers.caseload.households_per_facilitator = 300;
    n.world.assessment.on = false;
  };
  auto const weak = lived(0.5f, seldom), strong = lived(2, seldom);
  CHECK(number(strong, Count::left_natural) > 1.2 * number(weak, Count::left_natural));
  CHECK(number(strong, Count::contact_minutes) < number(weak, Count::contact_minutes));
}
