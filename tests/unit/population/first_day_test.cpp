#include "population/first_day.h"

#include "base/contract.h"
#include "base/math.h"
#include "population_support.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

PopulationSettings const defaults;

Programme const& provinces() {
  static Programme const programme =
      plan_programme(read_areas(testing::provinces_file()), defaults);
  return programme;
}

std::uint32_t record_of(std::uint32_t paid, std::uint32_t persons) {
  return record::paid.put(paid) | record::size.put(persons - 1);
}

/// Families first.. of the first district, all with the same record and tenure.
Households draw(FirstDay const& day, std::size_t first, std::size_t count, std::uint32_t record,
                int tenure = 12) {
  auto households = make_households(padded(count));
  households.record.setConstant(record);
  households.traits.setConstant(traits::female_headed.put(1));
  std::vector<int> const tenures(count, tenure);
  draw_first_day(day, provinces().districts[0], Key{}, first, tenures, view(households));
  return households;
}

FirstDay day_of(AreaPlan const& plan) { return {.area = plan, .settings = defaults}; }

}  // namespace

TEST_CASE("first day: a family does not depend on the part it is drawn in", "[unit]") {
  auto const day = day_of(provinces().areas[0]);
  auto const whole = draw(day, 0, 400, record_of(28, 5));
  auto const part = draw(day, 150, 64, record_of(28, 5));
  for (Eigen::Index i = 0; i < 64; ++i) {
    CHECK(std::bit_cast<std::uint32_t>(part.base[i]) ==
          std::bit_cast<std::uint32_t>(whole.base[i + 150]));
    CHECK(part.shock[i] == whole.shock[i + 150]);
    CHECK(part.flags[i] == whole.flags[i + 150]);
    CHECK(part.traits[i] == whole.traits[i + 150]);
    CHECK(part.start[i] == whole.start[i + 150]);
    CHECK(part.savings[i] == whole.savings[i + 150]);
  }
}

TEST_CASE("first day: a family keeps its state when the sample grows", "[unit]") {
  auto const areas = read_areas(testing::provinces_file());
  std::vector<Households> drawn;
  for (int households : {12000, 200000}) {
    auto settings = defaults;
    settings.size.households = households;
    auto const programme = plan_programme(areas, settings);
    auto const central_java = std::find_if(
        programme.districts.begin(), programme.districts.end(),
        [&](District const& d) { return programme.areas[d.area].area.name == "Jawa Tengah"; });
    REQUIRE(central_java != programme.districts.end());
    auto const& district = *central_java;
    FirstDay const day{.area = programme.areas[district.area], .settings = settings};
    auto families = make_households(16);
    families.record.setConstant(record_of(28, 5));
    draw_first_day(day, district, Key{}, 0, std::vector<int>(16, 30), view(families));
    drawn.push_back(families);
  }
  for_each_column(drawn[0], drawn[1],
                  [](auto const& small, auto const& large) { CHECK((small == large).all()); });
}

TEST_CASE("first day: traits equal their start levels to the last bit", "[unit]") {
  auto const h = draw(day_of(provinces().areas[3]), 0, 500, record_of(28, 5));
  for (Eigen::Index i = 0; i < 500; ++i) {
    auto const level = [&](Bits bits) {
      return static_cast<float>(bits.get(h.start[i])) * level_step;
    };
    CHECK(h.confidence[i] == level(start::confidence));
    CHECK(h.skills[i] == level(start::skills));
    CHECK(h.habit[i] == level(start::habit));
    auto const word = h.abilities[i];
    CHECK(static_cast<float>(abilities::access.get(word)) * ability_step ==
          Catch::Detail::Approx(level(start::access)).margin(1e-5));
    CHECK(static_cast<float>(abilities::digital.get(word)) * ability_step ==
          Catch::Detail::Approx(level(start::digital)).margin(1e-5));
    auto const life = h.livelihood[i];
    CHECK(livelihood::assets.get(life) == 48 * livelihood::assets_start.get(life));
    CHECK(h.confidence[i] >= 0.0f);
    CHECK(h.confidence[i] <= 1.0f);
  }
}

TEST_CASE("first day: families are real and active, earn what they are used to, and save",
          "[unit]") {
  auto const h = draw(day_of(provinces().areas[3]), 0, 500, record_of(28, 5));
  for (Eigen::Index i = 0; i < 500; ++i) {
    CHECK(flags::real.get(h.flags[i]) == 1);
    CHECK(flags::status.get(h.flags[i]) == static_cast<std::uint32_t>(Status::active));
    CHECK(traits::female_headed.get(h.traits[i]) == 1);
    CHECK(h.permanent[i] == h.base[i]);
    CHECK(h.reference[i] == h.base[i] + h.shock[i]);
    CHECK(h.contact[i] == 0.0f);
    CHECK(h.savings[i] >= 0.5f * defaults.traits.savings_mean);  // where they follow nothing
    CHECK(h.savings[i] <= 1.5f * defaults.traits.savings_mean);
    CHECK(std::abs(h.base[i]) <= log_limit);
  }
}

TEST_CASE("first day: slots behind the families and their members stay untouched", "[unit]") {
  auto const h = draw(day_of(provinces().areas[0]), 0, 5, record_of(28, 5));
  CHECK(h.flags[5] == 0);
  CHECK(h.base[5] == 0.0f);
  CHECK(h.record[3] == record_of(28, 5));
  CHECK(h.members[3] == 0);
}

TEST_CASE("first day: the benefit is taken off published spending, at most 45 percent of it",
          "[unit]") {
  auto const day = day_of(provinces().areas[0]);
  auto const with = draw(day, 0, 500, record_of(28, 5));
  auto const without = draw(day, 0, 500, record_of(0, 5));
  double const benefit = 28 * 100000.0 / 12 / (5 * 676247.0);
  for (Eigen::Index i = 0; i < 500; ++i) {
    double const published =
        std::exp(static_cast<double>(without.base[i]) + static_cast<double>(without.shock[i]));
    double const earned =
        std::exp(static_cast<double>(with.base[i]) + static_cast<double>(with.shock[i]));
    CHECK(earned == Approx(std::max(published - benefit, 0.55 * published)).epsilon(2e-6));
  }
}

TEST_CASE("first day: nobody visited, everybody overdue; visited at once, nobody beyond the gap",
          "[unit]") {
  auto day = day_of(provinces().areas[0]);
  auto const never = draw(day, 0, 200, record_of(28, 5));
  day.assessments = {.gap = 24, .assessed_when_due = 1};
  auto const often = draw(day, 0, 200, record_of(28, 5));
  for (Eigen::Index i = 0; i < 200; ++i) {
    CHECK(flags::since_assessed.get(never.flags[i]) == 127);
    CHECK(flags::since_assessed.get(often.flags[i]) <= 24);
  }
}

TEST_CASE("first day: without shocks in the variance nobody has luck", "[unit]") {
  auto settings = defaults;
  settings.spending.shock_share = 0;
  auto const programme = plan_programme(read_areas(testing::provinces_file()), settings);
  FirstDay const day{.area = programme.areas[0], .settings = settings};
  auto const h = draw(day, 0, 100, record_of(28, 5));
  CHECK((h.shock == 0.0f).all());
}

TEST_CASE("first day: too few slots or a tenure out of range is a broken contract", "[unit]") {
  auto const day = day_of(provinces().areas[0]);
  auto h = make_households(16);
  CHECK_THROWS_AS(
      draw_first_day(day, provinces().districts[0], Key{}, 0, std::vector<int>(17, 0), view(h)),
      BrokenContract);
  CHECK_THROWS_AS(
      draw_first_day(day, provinces().districts[0], Key{}, 0, std::vector<int>{721}, view(h)),
      BrokenContract);
}

TEST_CASE("first day: assessed once a year, clocks stand at whole years and the months since",
          "[unit]") {
  auto day = day_of(provinces().areas[0]);
  // Half a year less than 24 months, see assessment_gap: two years.
  AssessmentGap const gap{.shortest = 18, .longer = 0, .once_a_year = true};
  day.assessments = {.gap = gap, .assessed_when_due = 1, .since_turn = 5};
  auto const often = draw(day, 0, 400, record_of(28, 5));
  day.assessments.assessed_when_due = 0.5f;
  auto const seldom = draw(day, 0, 400, record_of(28, 5));
  std::map<std::uint32_t, int> years, waits;
  for (Eigen::Index i = 0; i < 400; ++i) {
    auto const since = flags::since_assessed.get(often.flags[i]);
    CHECK((since == 5 || since == 17));
    ++years[since];
    auto const waited = flags::since_assessed.get(seldom.flags[i]);
    CHECK((waited == 127 || waited % 12 == 5));
    ++waits[waited];
  }
  CHECK(years.at(5) == Approx(200).margin(60));
  // Of three parts two lie before the second year is over, and half of the rest in the third.
  CHECK(waits.at(5) + waits.at(17) == Approx(400 * 2 / 3.0).margin(57));
  CHECK(waits.at(29) == Approx(400 / 6.0).margin(45));
}
