#include "model/year.h"

#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// One district, staffed once.
struct Staffed {
  testing::SmallNation nation;
  DistrictState staff;

  Staffed(std::size_t families, float ratio, std::size_t gone_from = ~std::size_t{0})
      : nation(testing::small_nation({families})) {
    auto const all = view(nation.households);
    for (std::size_t i = gone_from; i < families; ++i) all.flags[i] |= flags::status.put(1);
    staff = make_district_state(nation.districts[0], 0, nation.world, nation.levers, 1, nation.key);
    std::vector<Levers> const levers(2);
    DistrictYear y{.district = nation.districts[0],
                   .households = all,
                   .staff = staff_of(staff),
                   .cycle = staff.cycle,
                   .wanted = staff.wanted,
                   .world = nation.world,
                   .levers = levers,
                   .tallies = {},
                   .key = nation.key,
                   .start = nation.start,
                   .first_month = 1,
                   .months = 0,
                   .district_number = 0};
    sets_posts(y.staff, ratio, true, Staffing::keep_ratio,
               static_cast<float>(active_in(all.flags)));
    cut_caseloads(y.staff, all.flags);
  }

  double sum(Column<float> const& column) const {
    double total = 0;
    for (std::uint32_t i = 0; i < staff.caseloads; ++i) total += column[i];
    return total;
  }
};

}  // namespace

TEST_CASE("year: a district is cut into whole registers, and no family is left out", "[unit]") {
  for (std::size_t families : {5u, 16u, 290u, 310u, 1000u, 20000u}) {
    for (float ratio : {20.0f, 100.0f, 300.0f, 1000.0f}) {
      Staffed const s(families, ratio);
      INFO(families << " families, ratio " << ratio << ", " << s.staff.caseloads << " caseloads");
      REQUIRE(s.staff.caseloads >= 1);
      CHECK(s.staff.people.from[0] == 0);
      CHECK(s.staff.people.from[s.staff.caseloads] == padded(families));
      for (std::uint32_t i = 0; i < s.staff.caseloads; ++i) {
        CHECK(s.staff.people.from[i] % lanes == 0);
        CHECK(s.staff.people.from[i] < s.staff.people.from[i + 1]);
      }
      CHECK(s.sum(s.staff.people.families) == static_cast<double>(families));
      // Posts follow the ratio exactly: hours per family are the same in every district.
      CHECK(s.sum(s.staff.people.full) ==
            Approx(static_cast<double>(families) / ratio).epsilon(1e-5));
    }
  }
}

TEST_CASE("year: caseloads differ by no more than the registers they are cut at", "[unit]") {
  Staffed const s(20000, 300);
  // 66.7 posts: 67 caseloads of 298.5 families, cut within a register of the border.
  CHECK(s.staff.caseloads == 67);
  for (std::uint32_t i = 0; i < s.staff.caseloads; ++i) {
    CHECK(std::abs(s.staff.people.families[i] - 298.5f) <= 16.5f);
  }
}

TEST_CASE("year: a ratio that divides the families asks for no facilitator more", "[unit]") {
  CHECK(Staffed(960, 320).staff.caseloads == 3);
  CHECK(Staffed(961, 320).staff.caseloads == 4);
}

TEST_CASE("year: staff follows those who are still in the programme", "[unit]") {
  Staffed const s(640, 160, 320);  // the second half has left
  CHECK(s.sum(s.staff.people.families) == 320);
  CHECK(s.sum(s.staff.people.full) == Approx(2));
  CHECK(s.staff.people.from[s.staff.caseloads] == 640);  // who has left goes with the last caseload
}

TEST_CASE("year: when all families of a district have left they are still counted and live on",
          "[unit]") {
  auto nation = testing::small_nation({40});
  nation.world.afterwards.return_rate = 0;
  auto const all = view(nation.households);
  for (std::size_t i = 0; i < 40; ++i)
    all.flags[i] |= flags::status.put(1) | flags::left_before.put(1);
  testing::run(nation);
  auto const& last = nation.tallies.back();
  CHECK(last[Count::families] == 40);
  CHECK(last[Count::raised] == 40);
  CHECK(last[Count::active] == 0);
  CHECK(flags::since_exit.get(all.flags[0]) == 24);
}

TEST_CASE("year: the first day is counted and changes nothing", "[unit]") {
  auto nation = testing::small_nation({50, 300});
  auto const before = testing::bits_of(nation.households);
  nation.months = 0;
  testing::run(nation);
  CHECK(testing::bits_of(nation.households) == before);
  CHECK(nation.tallies[0][Count::families] == 350);
  CHECK(nation.tallies[0][Count::active] == 350);
  CHECK(nation.tallies[0][Count::persons] > 700);
  CHECK(nation.tallies[0][Count::left_raised] == 0);
}

TEST_CASE("year: a lever takes hold in its month, not before", "[unit]") {
  auto without = testing::small_nation({700}), with = testing::small_nation({700});
  testing::run(without);
  testing::run(with, kernel_for(best_isa()), [](int month) {
    Levers levers;
    levers.caseload.households_per_facilitator = month >= 18 ? 100.0f : 300.0f;
    return levers;
  });
  for (std::size_t month = 0; month <= 24; ++month) {
    INFO("month " << month);
    if (month < 18)
      CHECK(with.tallies[month] == without.tallies[month]);
    else
      CHECK(with.tallies[month][Count::posts] > 2 * without.tallies[month][Count::posts]);
  }
}
