// Who lives in a family, month by month: persons change by births, moves and deaths and by nothing
// else, and what is switched off is not there.
#include "support/lived_nation.h"
#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// Members of a family whom a quarter takes or brings, read off its four places. Nobody takes a
/// place that becomes empty in the same quarter but a pregnancy.
struct Seen {
  int born = 0, out_of_school = 0, pupils = 0, others = 0;
};

Seen seen_between(std::uint32_t before, std::uint32_t after) {
  Seen seen;
  for (int place = 0; place < 4; ++place) {
    std::uint32_t const was = track::member(before, place), is = track::member(after, place);
    bool const gone = was > track::pregnancy && is <= track::pregnancy;
    seen.born += was == 3 && is >= track::early_childhood;
    seen.out_of_school += gone && was >= track::junior_secondary && was < track::school_over;
    seen.pupils += gone && was >= track::primary && was < track::school_over;
    seen.others += gone && was >= track::disabled;
  }
  return seen;
}

struct Counts {
  int persons, grown, working;
};

Counts counts_of(HouseholdsView const& h, std::size_t i) {
  return {static_cast<int>(record::size.get(h.record[i])) + 1,
          static_cast<int>(at_home::grown.get(h.adult[i])),
          static_cast<int>(at_home::working.get(h.adult[i]))};
}

Caseload many_families(World const& world) {
  Caseload caseload = busy_caseload(world, 1600);
  caseload.district.lives.stays = 0.8f;
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < 1600; ++i) {  // room for whoever may leave
    std::uint32_t const persons = 6 + static_cast<std::uint32_t>(i % 5);
    h.record[i] = (h.record[i] & ~record::size.mask()) | record::size.put(persons - 1);
  }
  return caseload;
}

/// Everything that three years leave behind.
std::vector<std::uint32_t> three_years(World const& world) {
  SmallNation nation = small_nation({300}, world);
  nation.months = 36;
  nation.districts.front().lives.stays = 0.8f;
  run(nation);
  return bits_of(nation);
}

}  // namespace

TEST_CASE("lives: persons change exactly by births, moves and deaths, and families stay",
          "[property]") {
  Caseload caseload = many_families({});
  auto const h = view(caseload.households);
  int births = 0, moves = 0, deaths = 0, begun = 0;
  for (int month = 1; month <= 120; ++month) {
    std::vector<std::uint32_t> const members(h.members.begin(), h.members.end());
    std::vector<Counts> before;
    for (std::size_t i = 0; i < 1600; ++i) before.push_back(counts_of(h, i));
    caseload.live(month);
    bool const quarter = month % 3 == 1, july = month % 12 == 7;
    for (std::size_t i = 0; i < 1600; ++i) {
      Counts const was = before[i], is = counts_of(h, i);
      Seen const seen = seen_between(members[i], h.members[i]);
      INFO("family " << i << ", month " << month);
      REQUIRE(flags::real.get(h.flags[i]) == 1);
      REQUIRE((0 <= is.working && is.working <= is.grown && is.grown < is.persons));
      if (!quarter) {
        REQUIRE((is.persons == was.persons && is.grown == was.grown && is.working == was.working));
        continue;
      }
      // All but grown children: nobody joins them but by birth, nobody goes but out of school or
      // for good.
      int const gone = seen.others + (july ? seen.out_of_school : seen.pupils);
      REQUIRE(is.persons - is.grown == was.persons - was.grown + seen.born - gone);
      int const joins = july ? seen.out_of_school : 0;
      REQUIRE(is.grown <= was.grown + joins);
      REQUIRE(is.grown >= was.grown - 1);
      births += seen.born, deaths += seen.others;
      moves += was.grown + joins - is.grown;
      begun += is.working > was.working;
    }
  }
  CHECK(births > 50);
  CHECK(deaths > 50);
  CHECK(moves > 50);
  CHECK(begun > 50);
}

TEST_CASE("lives: earnings move by the hours that care takes or frees, and by nothing else",
          "[property]") {
  World world;
  world.life_cycle = {.scale = 0, .contributes = 0, .wanes = 0};
  world.growth.on = world.lasting_shocks.on = false;
  world.care.child_hours = 8;
  auto const needs = care_needs(world.care);
  Caseload caseload = many_families(world);
  auto const h = view(caseload.households);
  auto const left = [&](std::size_t i) {
    return log_hours_left(h.members[i], counts_of(h, i).grown,
                          traits::female_headed.get(h.traits[i]), needs);
  };
  double freed_alone = 0, freed_couple = 0;
  for (int month = 1; month <= 48; ++month) {
    std::vector<float> before, base(h.base.begin(), h.base.end());
    for (std::size_t i = 0; i < 1600; ++i) before.push_back(left(i));
    caseload.live(month);
    for (std::size_t i = 0; i < 1600; ++i) {
      INFO("family " << i << ", month " << month);
      float const freed = left(i) - before[i];
      REQUIRE(std::abs(h.base[i] - base[i] - freed) < 1e-6f);
      if (month % 3 != 1) REQUIRE(freed == 0);
      bool const alone = traits::female_headed.get(h.traits[i]) == 1;
      (alone ? freed_alone : freed_couple) += static_cast<double>(freed);
    }
  }
  // Half of these families are headed by a woman. Children grow: more is freed than taken.
  CHECK(freed_couple > 10);
  CHECK(freed_alone > 1.5 * freed_couple);
}

TEST_CASE("lives: care has no say without hours, or without lives", "[property]") {
  World world;
  auto const usual = three_years(world);
  world.care = {.child_hours = 0, .disabled = 4, .frail = 4, .frail_years = 61, .most = 0.9f};
  CHECK(three_years(world) == usual);
  world.care.child_hours = 8;
  CHECK(three_years(world) != usual);
  world.life_cycle.on = false;
  auto const without_lives = three_years(world);
  world.care.child_hours = 0;
  CHECK(three_years(world) == without_lives);
}

TEST_CASE("lives: switched off, persons and what earnings tend to stand still", "[property]") {
  World world;
  world.life_cycle.on = world.growth.on = world.lasting_shocks.on = false;
  Caseload caseload = many_families(world);
  auto const h = view(caseload.households);
  std::vector<Counts> before;
  for (std::size_t i = 0; i < 1600; ++i) before.push_back(counts_of(h, i));
  auto const base = bits_of(caseload.households.base);
  live_on(caseload, 120);
  CHECK(bits_of(caseload.households.base) == base);
  for (std::size_t i = 0; i < 1600; ++i) {
    Counts const is = counts_of(h, i);
    REQUIRE((is.persons == before[i].persons && is.grown == 0 && is.working == 0));
  }
}

TEST_CASE("lives: what is switched off has no say, whatever its numbers are", "[property]") {
  World world;
  world.life_cycle.on = world.growth.on = world.lasting_shocks.on = false;
  auto const usual = three_years(world);
  world.life_cycle = {.on = false, .scale = 1, .works = 1, .contributes = 2, .leaves = 0.05f};
  world.growth.per_year = 0.05f;
  world.lasting_shocks.sd = 0.4f;
  CHECK(three_years(world) == usual);
  for (auto* const on : {&world.life_cycle.on, &world.growth.on, &world.lasting_shocks.on}) {
    *on = true;
    CHECK(three_years(world) != usual);
    *on = false;
  }
  // Where earnings stand still, only persons move.
  world.growth.on = world.lasting_shocks.on = true;
  world.earnings.on = false;
  auto const still = three_years(world);
  world.growth.on = world.lasting_shocks.on = false;
  CHECK(three_years(world) == still);
}
