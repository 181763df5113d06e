#include "experiment/known_lists.h"

#include "parameters/lookup.h"
#include "support/lived_nation.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace graduasi;

namespace {

testing::LivedNation nation(std::vector<std::string> settings = {}) {
  settings.emplace_back("population.households=3000");
  return testing::lived_nation("today.yaml", settings);
}

/// Sets every row of a root that is in none of these groups to the end of its range that is farther
/// from its value.
template <class Root>
void move_all_but(Root& holder, std::vector<std::string_view> const& groups) {
  for (auto const& row : rows_of<Root>()) {
    bool const stays = std::ranges::any_of(
        groups, [&](std::string_view group) { return row.path.starts_with(group); });
    if (stays) continue;
    double const value = row.get(holder);
    row.set(holder, row.range.max - value > value - row.range.min ? row.range.max : row.range.min);
  }
}

bool are_equal(KnownList const& one, KnownList const& other) {
  return one.leaving == other.leaving && one.variance == other.variance &&
         one.births.hazard_before == other.births.hazard_before &&
         one.births.forming_quarters == other.births.forming_quarters &&
         one.births.at_school == other.births.at_school;
}

/// The families of a nation as a run draws them.
Households drawn(PreparedVariant const& e, Key key) {
  auto families = make_households(slots_of(e.programme));
  for (std::size_t d = 0; d < e.programme.districts.size(); ++d)
    initialise(district_part(families, e.programme.districts[d]), e, d, key,
               kernel_for(best_isa()));
  return families;
}

bool are_equal(Households const& one, Households const& other) {
  bool equal = true;
  for_each_column(one, other, [&](auto const& a, auto const& b) {
    equal = equal && a.size() == b.size() && (a == b).all();
  });
  return equal;
}

}  // namespace

TEST_CASE("known lists: a list is worked out once, whatever does not age its families", "[unit]") {
  auto const n = nation();
  auto const& settings = n.e.setting.population;
  KnownLists lists;
  World world = *n.e.setting.world;
  Levers levers = n.e.baseline();
  auto const list = lists.of(world, settings, levers, n.e.run);
  world.contact.dose_half *= 2;
  levers.sessions.per_month = 3;
  CHECK(lists.of(world, settings, levers, n.e.run) == list);
  CHECK(list->leaving > 0);
  CHECK(list->kept == nullptr);

  auto const differs = [&](auto change) {
    World other = world;
    PopulationSettings population = settings;
    Levers baseline = levers;
    RunSettings run = n.e.run;
    change(other, population, baseline, run);
    return lists.of(other, population, baseline, run) != list;
  };
  CHECK(differs([](auto& w, auto&, auto&, auto&) { w.member_clocks.child_leaves = 0; }));
  CHECK(differs([](auto& w, auto&, auto&, auto&) { w.life_cycle.leaves = 0; }));
  CHECK(differs([](auto& w, auto&, auto&, auto&) { w.care.child_hours = 8; }));
  CHECK(differs([](auto& w, auto&, auto&, auto&) { w.natural_exit.on = false; }));
  CHECK(differs([](auto&, auto& p, auto&, auto&) { p.intake.new_families = 0; }));
  CHECK(differs([](auto&, auto& p, auto&, auto&) { p.years.rows.emplace_back().year = 2020; }));
  CHECK(differs([](auto&, auto&, auto& l, auto&) { l.registry.cycle_months = 24; }));
  CHECK(differs([](auto&, auto&, auto& l, auto&) { l.benefit.elderly_from = 70; }));
  CHECK(differs([](auto&, auto&, auto&, auto& r) { r.start = later(r.start, 3); }));
}

TEST_CASE("known lists: nothing but what tells lists apart moves them", "[unit]") {
  auto const n = nation();
  auto const& settings = n.e.setting.population;
  World world = *n.e.setting.world;
  Levers levers = n.e.baseline();
  auto const before = KnownLists().of(world, settings, levers, n.e.run);
  move_all_but(world,
               {"world.member_clocks.", "world.life_cycle.", "world.care.", "world.natural_exit."});
  move_all_but(levers, {"policy.benefit.", "policy.registry."});
  REQUIRE(world.skills.learning_rate != n.e.setting.world->skills.learning_rate);
  REQUIRE(levers.sessions.per_month != n.e.baseline().sessions.per_month);
  CHECK(are_equal(*KnownLists().of(world, settings, levers, n.e.run), *before));
  world.member_clocks.child_leaves = 0;
  CHECK_FALSE(are_equal(*KnownLists().of(world, settings, levers, n.e.run), *before));
}

TEST_CASE("known lists: where no new families join nobody is asked how long they stay", "[unit]") {
  auto const n = nation({"population.intake.new_families=0"});
  CHECK(n.e.list->leaving == 0);
  CHECK(n.e.list->variance > 0);
}

TEST_CASE("known lists: candidates that are kept are those that would be drawn", "[unit]") {
  for (std::string const joining : {"1", "0"}) {
    INFO(joining << " times as many join");
    auto const n = nation({"population.intake.new_families=" + joining});
    KnownLists lists(KnownLists::Keeps::families_of_first);
    auto const e = prepared(n.scenario, n.areas, {}, 0, lists);
    REQUIRE(e.list->kept != nullptr);
    Key const other = e.key(0, 1);
    auto const anew = drawn(n.e, n.key), by_other_luck = drawn(n.e, other);
    CHECK(are_equal(drawn(e, n.key), anew));
    CHECK(are_equal(drawn(e, n.key), anew));
    CHECK(are_equal(drawn(e, other), by_other_luck));
    CHECK_FALSE(are_equal(anew, by_other_luck));
  }
}

TEST_CASE("known lists: only candidates of the first list are kept", "[unit]") {
  auto const n = nation();
  KnownLists lists(KnownLists::Keeps::families_of_first);
  World world = *n.e.setting.world;
  auto const first = lists.of(world, n.e.setting.population, n.e.baseline(), n.e.run);
  world.member_clocks.births = false;
  auto const second = lists.of(world, n.e.setting.population, n.e.baseline(), n.e.run);
  CHECK(first->kept != nullptr);
  CHECK(second->kept == nullptr);
}
