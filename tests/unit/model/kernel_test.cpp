#include "model/kernel.h"

#include "model/ageing.h"
#include "model/typical_lives.h"
#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <array>
#include <numeric>
#include <vector>

using namespace graduasi;

namespace {

testing::SmallNation nation_of_three() {
  auto nation = testing::small_nation({300, 517, 40, 1});
  nation.months = 36;
  return nation;
}

/// Families of a list that age to the first day.
struct List {
  std::vector<std::uint32_t> members, adult, happened, number;
  std::vector<std::int32_t> persons, grown, working, since_entry, since_list, paid, entitlement,
      enrolled, pupil_last;
  std::array<std::vector<float>, quarters_of_year> lately;

  bool operator==(List const&) const = default;
};

List aged(Kernel const& kernel) {
  constexpr std::size_t n = 256;
  List list;
  testing::Chance chance(0, 10);
  for (std::size_t i = 0; i < n; ++i) {
    std::uint32_t members = 9 + 4 * chance.below(17);
    if (chance.happens(0.3f)) members = track::with_member(members, 128 + chance.below(128));
    list.members.push_back(members);
    list.since_entry.push_back(static_cast<std::int32_t>(chance.below(29)));
    list.since_list.push_back(list.since_entry.back() + 20 - static_cast<std::int32_t>(i % 3));
    list.adult.push_back(140 + chance.below(60));
    list.persons.push_back(static_cast<std::int32_t>(1 + chance.below(9)));
    list.grown.push_back(static_cast<std::int32_t>(chance.below(4)));
    list.working.push_back(list.grown.back() / 2);
  }
  list.happened.resize(n);
  list.paid.resize(n);
  list.entitlement.resize(n);
  list.enrolled.resize(n);
  list.pupil_last.resize(n);
  list.number.resize(n);
  std::iota(list.number.rbegin(), list.number.rend(), 0u);
  for (auto& quarter : list.lately) quarter.resize(n);
  std::vector<float> earned(n);
  std::vector<std::uint32_t> first_two(n), second_two(n), moves(n);
  std::vector<std::uint8_t> women(n);
  for (std::size_t i = 0; i < n; i += 3) women[i] = 1;
  MemberClocksParameters const clocks;
  LifeCycleParameters const life;
  BenefitLevers const pays;
  kernel.age_list({.members = list.members,
                   .adult = list.adult,
                   .persons = list.persons,
                   .grown = list.grown,
                   .working = list.working,
                   .happened = list.happened,
                   .number = list.number,
                   .female_headed = women,
                   .since_entry = list.since_entry,
                   .since_list = list.since_list,
                   .paid = list.paid,
                   .entitlement = list.entitlement,
                   .enrolled = list.enrolled,
                   .pupil_last = list.pupil_last,
                   .lately = {list.lately[0], list.lately[1], list.lately[2], list.lately[3]},
                   .earned = earned,
                   .leavers_a = first_two,
                   .leavers_b = second_two,
                   .moves = moves,
                   .first_id = 77,
                   .key = {},
                   .from = 47,
                   .until = 0,
                   .look = 0,
                   .school_quarter_now = 1,
                   .check_chance = 0.5f,
                   .commitment = 0.3f,
                   .unpaid = 1,
                   .clocks = clocks,
                   .life = life,
                   .care = care_needs({.child_hours = 8}),
                   .stays = 0.8f,
                   .pays = pays});
  return list;
}

}  // namespace

TEST_CASE("kernel: v2, v3 and v4 leave the same bits of state and the same tallies", "[unit]") {
  auto reference = nation_of_three();
  testing::run(reference, kernel_for(Isa::v2));
  CHECK(reference.tallies.back()[Count::active] < 858);  // something happened
  for (Isa const isa : {Isa::v3, Isa::v4}) {
    if (!has(isa)) {
      WARN("this processor has no " << kernel_for(isa).name);
      continue;
    }
    auto nation = nation_of_three();
    testing::run(nation, kernel_for(isa));
    INFO(kernel_for(isa).name);
    CHECK(testing::bits_of(nation) == testing::bits_of(reference));
    CHECK(nation.tallies == reference.tallies);
    CHECK(aged(kernel_for(isa)) == aged(kernel_for(Isa::v2)));
  }
}

TEST_CASE("kernel: its own flags move no bit: the same month compiled here agrees", "[unit]") {
  auto by_kernel = nation_of_three(), here = nation_of_three();
  testing::run(by_kernel);
  testing::run(here, Kernel{.year = year,
                            .first_day = first_day,
                            .age_list = age_list,
                            .live_typical = live_typical_quarter,
                            .name = "here"});
  CHECK(testing::bits_of(here) == testing::bits_of(by_kernel));
  CHECK(here.tallies == by_kernel.tallies);
}

TEST_CASE("kernel: it is called after its instruction set", "[unit]") {
  CHECK(kernel_for(Isa::v2).name == "v2");
  CHECK(isa_named(kernel_for(best_isa()).name) == best_isa());
}

TEST_CASE("kernel: two identical policies end in identical nations", "[unit]") {
  auto a = nation_of_three(), b = nation_of_three();
  testing::run(a);
  testing::run(b);
  CHECK(testing::bits_of(a) == testing::bits_of(b));
  CHECK(a.tallies == b.tallies);
}

TEST_CASE("kernel: another replicate is another nation", "[unit]") {
  auto a = nation_of_three(), b = nation_of_three();
  b.key.replicate = 1;
  testing::run(a);
  testing::run(b);
  CHECK(testing::bits_of(a.households.shock) != testing::bits_of(b.households.shock));
}

TEST_CASE("kernel: a lever that changes nothing changes no household, to the last bit",
          "[property]") {
  World indifferent;
  indifferent.self_confidence.strengths_effect = 0;
  indifferent.attendance.evening_clash = 1;
  indifferent.workload.evening_hours = 1;
  auto make = [&] {
    auto nation = testing::small_nation({300, 517, 40}, indifferent);
    nation.months = 36;
    return nation;
  };
  auto reference = make();
  testing::run(reference);
  auto strengths = make(), evening = make(), restated = make();
  strengths.levers.mentoring.strengths_share = 1;
  testing::run(strengths);
  evening.levers.sessions.evening_share = 1;
  testing::run(evening);
  // Another value while nobody reads it: the day before the first month.
  testing::run(restated, kernel_for(best_isa()), [](int month) {
    Levers levers;
    if (month == 0) levers.mentoring.resources = 0.1f;
    return levers;
  });
  for (auto const* nation : {&strengths, &evening, &restated}) {
    CHECK(testing::bits_of(*nation) == testing::bits_of(reference));
    CHECK(nation->tallies == reference.tallies);
  }
}

TEST_CASE("kernel: with every mechanism of exit off nobody leaves", "[unit]") {
  World world;
  world.natural_exit.on = world.leaving.on = world.registry.on = false;
  auto nation = testing::small_nation({600}, world);
  testing::run(nation);
  CHECK(nation.tallies.back()[Count::active] == 600);
  CHECK(nation.tallies.back()[Count::natural] == 0);
}

TEST_CASE("kernel: every caseload ratio meets the same luck, births and deaths", "[property]") {
  auto dense = nation_of_three(), sparse = nation_of_three();
  // Else children of families that have left leave school more often, and not all leave in both.
  dense.world.member_clocks.unpaid_dropout = sparse.world.member_clocks.unpaid_dropout = 1;
  dense.levers.caseload.households_per_facilitator = 60;
  testing::run(dense);
  testing::run(sparse);
  CHECK(testing::bits_of(dense.households.shock) == testing::bits_of(sparse.households.shock));
  CHECK(testing::bits_of(dense.households.members) == testing::bits_of(sparse.households.members));
  CHECK(testing::bits_of(dense.households.contact) != testing::bits_of(sparse.households.contact));
}
