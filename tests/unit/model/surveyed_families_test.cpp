#include "model/surveyed_families.h"

#include "base/member_track.h"
#include "experiment/prepared.h"
#include "support/policies.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

SurveyedFamily family_of(std::vector<int> const& ages) {
  SurveyedFamily family;
  for (int const age : ages) family.ages[family.members++] = static_cast<std::uint8_t>(age);
  family.persons = family.members;
  family.spending = 600000;
  return family;
}

/// One area of two districts whose families are those of the file.
Areas area_with(std::vector<SurveyedFamily> families) {
  Areas areas;
  areas.rows.push_back({.name = "North",
                        .poverty_rate = 0.12,
                        .poverty_gap = 0.02,
                        .population = 400000,
                        .line_rupiah = 500000,
                        .districts = 2,
                        .kpm_households = 10000,
                        .surveyed = std::move(families)});
  return areas;
}

Scenario scenario_of(int households) {
  Scenario scenario;
  scenario.population.size.households = households;
  scenario.population.size.least_families_per_district = 10;
  scenario.policies = {testing::policy_with_caseload("today", 300)};
  return scenario;
}

/// Settles every district, and calls `look(view, slot, row)` for each family.
template <class Look>
void each_settled(Areas const& areas, int households, Look const& look) {
  Scenario const scenario = scenario_of(households);
  PreparedVariant const e = prepared(scenario, areas, {}, 0);
  Key const key = e.key(0, 0);
  for (std::size_t d = 0; d < e.programme.districts.size(); ++d) {
    auto const& district = e.programme.districts[d];
    auto store = make_households(district.slots);
    initialise(view(store), e, d, key, kernel_for(Isa::v2));
    auto const rows = surveyed_in(district, e.programme.areas[district.area], key);
    REQUIRE(rows.size() == district.families);
    for (std::size_t i = 0; i < rows.size(); ++i) look(view(store), i, *rows[i], district);
  }
}

std::uint32_t count_members(std::uint32_t members, std::uint32_t from, std::uint32_t to) {
  std::uint32_t count = 0;
  for (int place = 0; place < 4; ++place) {
    auto const byte = track::member(members, place);
    count += from <= byte && byte < to ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("surveyed families: with as many families as rows, each row is one family", "[unit]") {
  std::vector<SurveyedFamily> rows(100, family_of({40, 12}));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].spending = static_cast<float>(400000 + i);
  std::map<float, int> met;
  each_settled(area_with(rows), 100,
               [&](auto const&, std::size_t, SurveyedFamily const& row, auto const&) {
                 ++met[row.spending];
               });
  CHECK(met.size() == 100);
  CHECK(std::ranges::all_of(met, [](auto const& times) { return times.second == 1; }));
}

TEST_CASE("surveyed families: a row stands for as many as its weight says, give or take one",
          "[unit]") {
  std::vector<SurveyedFamily> rows(20, family_of({40, 12}));
  double all = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].spending = static_cast<float>(400000 + i);
    rows[i].weight = static_cast<float>(1 + i % 7);
    all += static_cast<double>(rows[i].weight);
  }
  std::map<float, int> met;
  each_settled(area_with(rows), 330,
               [&](auto const&, std::size_t, SurveyedFamily const& row, auto const&) {
                 ++met[row.spending];
               });
  for (auto const& row : rows) {
    double const expected = 330 * static_cast<double>(row.weight) / all;
    CHECK(std::abs(met[row.spending] - expected) <= 1);
  }
}

TEST_CASE("surveyed families: members become what their ages say", "[unit]") {
  SurveyedFamily family = family_of({45, 41, 16, 9, 3, 67});
  family.pupils = 1;  // the youngest of school age: the one of 16 has left
  auto pregnant = family_of({28, 24});
  pregnant.pregnant = 1;
  auto adults = family_of({44, 42, 20});
  adults.pupils = 0;
  auto late = family_of({44, 20});
  late.pupils = 1;
  auto full = family_of({52, 12, 10, 8, 3});
  full.pupils = 3;
  auto const areas = area_with({family, pregnant, adults, late, family_of({71}), full});
  each_settled(
      areas, 100, [&](auto const& h, std::size_t i, SurveyedFamily const& row, auto const&) {
        auto const members = h.members[i];
        auto const due = record::entitlement.get(h.record[i]);
        CHECK(record::paid.get(h.record[i]) == due);
        CHECK(record::size.get(h.record[i]) + 1 == row.persons);
        for (int place = 0; place < 4; ++place) {
          // The quarter before January is the second of the school year.
          auto const byte = track::member(members, place);
          if (8 <= byte && byte < track::school_over) CHECK(byte % 4 == 1);
        }
        // The oldest adult without a place: the one of 45 beside the elder, and the one of 52 whose
        // children have all four.
        CHECK(h.adult[i] / 4 == (row.ages[0] == 71 ? 0u : row.ages[0]));
        switch (row.ages[0]) {
          case 52:
            CHECK(count_members(members, track::early_childhood, track::school_over) == 4);
            break;
          case 45:
            CHECK(count_members(members, track::early_childhood, track::primary) == 1);
            CHECK(count_members(members, track::primary, track::school_over) == 1);
            CHECK(count_members(members, track::elderly_from(67), track::elderly_from(68)) == 1);
            break;
          case 28:
            CHECK(count_members(members, track::pregnancy, track::early_childhood) == 1);
            break;
          case 44:
            CHECK(count_members(members, track::senior_secondary, track::school_over) ==
                  (row.pupils > 0 ? 1 : 0));
            CHECK((due > 0) == (row.pupils > 0));
            break;
          default:
            CHECK(count_members(members, track::elderly_from(71), 256) == 1);
        }
      });
}

TEST_CASE("surveyed families: what the file knows replaces what would be drawn", "[unit]") {
  SurveyedFamily family = family_of({45, 41, 12, 9});
  family.female_headed = 1, family.months_in_programme = 31, family.benefit = 1520000;
  family.savings = 1000000, family.assets = 500000, family.enterprise = 1, family.card_away = 1;
  family.confidence = 0.8f, family.skill = 0.1f, family.habit = 0.6f, family.access = 0.7f;
  family.digital = 0.25f, family.clash = 0.4f, family.months_since_assessed = 17;
  each_settled(area_with(std::vector<SurveyedFamily>(5, family)), 60,
               [&](auto const& h, std::size_t i, SurveyedFamily const&, auto const& district) {
                 double const lines = 4 * static_cast<double>(district.line_rupiah);
                 CHECK(traits::female_headed.get(h.traits[i]) == 1);
                 CHECK(record::paid.get(h.record[i]) == 15);
                 CHECK(h.savings[i] == Approx(1000000 / lines));
                 CHECK(static_cast<float>(livelihood::assets.get(h.livelihood[i])) * assets_step ==
                       Approx(500000 / lines).margin(1.0 / 128));
                 CHECK(static_cast<float>(livelihood::assets_start.get(h.livelihood[i])) *
                           assets_start_step ==
                       Approx(500000 / lines).margin(1.0 / 128));
                 CHECK(livelihood::enterprise.get(h.livelihood[i]) == 1);
                 CHECK(livelihood::card_away.get(h.livelihood[i]) == 1);
                 CHECK(livelihood::half_years.get(h.livelihood[i]) == 5);
                 CHECK(h.confidence[i] == Approx(0.8).margin(0.008));
                 CHECK(h.confidence[i] ==
                       level_step * static_cast<float>(start::confidence.get(h.start[i])));
                 CHECK(h.skills[i] == Approx(0.1).margin(0.008));
                 CHECK(h.habit[i] == Approx(0.6).margin(0.008));
                 CHECK(static_cast<float>(abilities::access.get(h.abilities[i])) * ability_step ==
                       Approx(0.7).margin(0.008));
                 CHECK(static_cast<float>(abilities::digital.get(h.abilities[i])) * ability_step ==
                       Approx(0.25).margin(0.008));
                 CHECK(static_cast<float>(traits::clash.get(h.traits[i])) * share_step ==
                       Approx(0.4).margin(0.002));
                 CHECK(flags::since_assessed.get(h.flags[i]) == 17);
                 CHECK(flags::status.get(h.flags[i]) == 0);
               });
}

TEST_CASE("surveyed families: without a row, an area's families are those of no file", "[unit]") {
  auto const plain = area_with({});
  Scenario const scenario = scenario_of(100);
  PreparedVariant const e = prepared(scenario, plain, {}, 0);
  CHECK(surveyed_in(e.programme.districts[0], e.programme.areas[0], e.key(0, 0)).empty());
}
