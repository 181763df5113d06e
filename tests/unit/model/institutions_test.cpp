#include "support/open_nation.h"
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

/// Families on the first day, under institutions that strong.
struct FirstDay {
  double record_age = 0, record_age_waiting = 0;  ///< months, means
  double without_component = 0;                   ///< share of those in the programme
};

FirstDay first_day(float institution) {
  testing::OpenSetting setting;
  setting.households = 12000;
  setting.provinces = 3;
  setting.baseline.registry.cycle_months = 6;
  testing::OpenNation const nation(setting);
  FirstDay found;
  double in = 0, waiting = 0;
  for (auto district : nation.programme.districts) {
    district.institution = institution;
    Households families = make_households(district.slots);
    auto const h = view(families);
    initialise_district(h, district, nation.programme.areas[district.area], nation.plan(), 0.1f);
    for (std::size_t i = 0; i < district.families + district.waiting; ++i) {
      auto const age = static_cast<double>(record::age.get(h.record[i]));
      bool const waits = i >= district.families;
      (waits ? found.record_age_waiting : found.record_age) += age;
      if (!waits && record::entitlement.get(h.record[i]) == 0) ++found.without_component;
    }
    in += static_cast<double>(district.families);
    waiting += static_cast<double>(district.waiting);
  }
  found.record_age /= in;
  found.without_component /= in;
  found.record_age_waiting /= waiting;
  return found;
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

TEST_CASE("institutions: records of the first day are as old as their checks leave them",
          "[unit]") {
  auto const weak = first_day(0.5f), usual = first_day(1), strong = first_day(2);
  // Checked with chances of a twelfth, a sixth and a third a month.
  CHECK(weak.record_age == Approx(11).epsilon(0.03));
  CHECK(usual.record_age == Approx(5).epsilon(0.03));
  CHECK(strong.record_age == Approx(2).epsilon(0.03));
  CHECK(weak.record_age_waiting == usual.record_age_waiting);
  CHECK(strong.record_age_waiting == usual.record_age_waiting);
  CHECK(weak.without_component > 1.4 * usual.without_component);
  CHECK(strong.without_component < 0.8 * usual.without_component);
}
