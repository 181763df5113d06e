// The families of the list, and what they are when it has aged to the day of entry.
#include "../unit/population/population_support.h"

#include "base/member_track.h"
#include "mechanisms/life_cycle.h"
#include "policy/levers.h"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace graduasi;
using testing::Sample;
using testing::standard_errors;

namespace {

constexpr std::uint32_t batches = 60;

/// A family on the day of entry.
struct Entering {
  std::uint32_t members;
  AtHome home;
};

/// Ages a family from the day of the list to the day of entry, five years later.
Entering at_entry(Entering family, int list_quarter, std::uint32_t id, FamilySettings const& p,
                  int quarters) {
  for (int q = 1; q <= quarters; ++q) {
    int const school = (list_quarter + q) % 4;
    auto const w = threefry4x32(id, static_cast<std::uint32_t>(q), 0, 98, 1, 0);
    auto const life = threefry4x32(id, static_cast<std::uint32_t>(q), 1, 98, 1, 0);
    auto const then = members_through_quarter(family.members, w.word[0], w.word[1], w.word[2],
                                              quarter_risks(school, MemberClocksParameters{}));
    family.members = then.members;
    family.home = at_home_after_quarter(family.home, then.happened,
                                        {life.word[0], life.word[1], life.word[2]},
                                        life_quarter(school, p.older_children_home, {}));
  }
  return family;
}

/// Calls `f(candidates, place, id)` for every candidate.
template <class F>
void for_each_candidate(PopulationSettings const& settings, F f) {
  auto const table =
      make_birth_table(settings.families, testing::shares_at_school(MemberClocksParameters{}));
  auto c = std::make_unique<Candidates>();
  for (std::uint32_t b = 0; b < batches; ++b) {
    draw_candidates(*c, b * Candidates::max, Candidates::max, Key{.seed = 17}, table, settings,
                    calendar_month(2026, 1), LifeCycleParameters{}.works);
    for (std::size_t i = 0; i < c->count; ++i) {
      f(*c, i, b * static_cast<std::uint32_t>(Candidates::max) + static_cast<std::uint32_t>(i));
    }
  }
}

}  // namespace

TEST_CASE("list: mothers past 50 have had as many children as completed fertility says",
          "[statistical]") {
  Sample births;
  for_each_candidate({}, [&](Candidates const& c, std::size_t i, std::uint32_t) {
    if (c.kind[i] != FamilyKind::elders && c.mother_quarters[i] >= 200) {
      births.add(c.children_born[i]);
    }
  });
  WARN("births per mother past 50: " << births.mean() << " (standard error " << births.error()
                                     << ")");
  CHECK(std::abs(standard_errors(births,
                                 static_cast<double>(FamilySettings{}.completed_fertility))) < 4);
}

TEST_CASE("list: kinds of families are as common as set", "[statistical]") {
  FamilySettings const f;
  Sample elders, female, grandparents, disabled, tenure;
  for_each_candidate({}, [&](Candidates const& c, std::size_t i, std::uint32_t) {
    elders.add(c.kind[i] == FamilyKind::elders);
    female.add(c.female_headed[i]);
    if (c.kind[i] != FamilyKind::elders) grandparents.add(c.kind[i] == FamilyKind::grandparent);
    bool found = false;
    for (int place = 0; place < 4; ++place) {
      found = found || track::member(c.members[i], place) == track::disabled;
    }
    if (c.kind[i] == FamilyKind::elders) disabled.add(found);
    tenure.add(c.tenure[i]);
  });
  CHECK(std::abs(standard_errors(elders, static_cast<double>(f.elder_only))) < 4);
  CHECK(std::abs(standard_errors(female, static_cast<double>(f.female_headed))) < 4);
  CHECK(std::abs(standard_errors(grandparents, static_cast<double>(f.grandparent))) < 4);
  CHECK(std::abs(standard_errors(disabled, static_cast<double>(f.disabled))) < 4);
  CHECK(std::abs(standard_errors(tenure, 42)) < 4);
}

TEST_CASE("list: aged to the day of entry it has the share, size and benefit that settings rest on",
          "[statistical]") {
  PopulationSettings settings;
  settings.spending.tenure_max = 0;  // the first day is the day of entry
  int const now = calendar_month(2026, 1).school_quarter();
  int const quarters = 4 * settings.families.registry_lag_years;
  Sample component, persons, benefit, at_home;
  for_each_candidate(settings, [&](Candidates const& c, std::size_t i, std::uint32_t id) {
    AtHome const home{c.persons[i], c.grown[i], c.working[i]};
    auto const then =
        at_entry({c.members[i], home}, (now + 400 - quarters) % 4, id, settings.families, quarters);
    auto const due = entitlement_of(then.members, BenefitLevers{});
    component.add(due > 0);
    if (due == 0) return;
    persons.add(then.home.persons);
    at_home.add(then.home.grown);
    benefit.add(0.1 * due);
  });
  WARN("at entry: component share " << component.mean() << ", persons " << persons.mean()
                                    << " (grown children " << at_home.mean() << ")"
                                    << ", benefit " << benefit.mean() << " million rupiah a year");
  // The setting is rounded to two digits.
  CHECK(std::abs(component.mean() - static_cast<double>(settings.families.component_share)) <
        0.005);
  CHECK(std::abs(persons.mean() - 4.5) < 0.1);  // S167d to S167f: 4.3 to 4.8
  CHECK(std::abs(benefit.mean() - 2.8) < 0.1);  // families document: 2.79 under the rules of 2025
}
