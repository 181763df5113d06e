// An open list is stationary: in a constant world it stays as long, as old and as able as it was.
#include "base/member_track.h"
#include "model/intake.h"
#include "support/open_nation.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using testing::OpenNation;
using testing::OpenSetting;

namespace {

/// Those on the list, in the programme or waiting.
struct Listed {
  double families = 0, able = 0, members = 0, with_adult = 0, years_of_oldest = 0;
  double active = 0, able_active = 0;

  double able_share() const { return able / families; }
  double able_in_programme() const { return able_active / active; }
  double members_each() const { return members / families; }
  double age() const { return years_of_oldest / with_adult; }
};

/// Years of the oldest adult of a family; 0 where none is followed.
double oldest_in(HouseholdsView const& h, std::size_t i) {
  std::uint32_t quarters = at_home::adult.get(h.adult[i]);
  for (int place = 0; place < 4; ++place) {
    std::uint32_t const member = track::member(h.members[i], place);
    if (member < track::adult) continue;
    quarters = std::max(quarters, member - track::adult + std::uint32_t{track::adult_from});
  }
  return quarters / 4.0;
}

void look_at_family(Listed& sum, HouseholdsView const& h, std::size_t i, int ready_months) {
  auto const status = static_cast<Status>(flags::status.get(h.flags[i]));
  bool const waits = status == Status::waiting && record::entitlement.get(h.record[i]) > 0;
  if (status != Status::active && !waits) return;
  ++sum.families;
  bool const able = flags::ready_for.get(h.flags[i]) >= static_cast<std::uint32_t>(ready_months);
  sum.active += status == Status::active ? 1 : 0;
  sum.able += able ? 1 : 0;
  sum.able_active += able && status == Status::active ? 1 : 0;
  for (int place = 0; place < 4; ++place) {
    std::uint32_t const member = track::member(h.members[i], place);
    bool const eligible = (member > 0 && member < track::school_over) ||
                          member == track::disabled || member >= track::elderly_from(60);
    sum.members += eligible ? 1 : 0;
  }
  if (double const years = oldest_in(h, i); years > 0) {
    ++sum.with_adult;
    sum.years_of_oldest += years;
  }
}

Listed look_at_list(OpenNation& nation, int month, int ready_months) {
  Listed sum;
  for (auto const& district : nation.programme.districts) {
    auto const h = nation.part_of(district);
    std::size_t const everybody =
        district.families + district.waiting + OpenNation::formed_by(district, month);
    for (std::size_t i = 0; i < everybody; ++i) look_at_family(sum, h, i, ready_months);
  }
  return sum;
}

double moved(double from, double to) { return std::abs(to / from - 1); }

/// The list on the first day, after eight years and after twenty in a constant world.
struct TwentyYears {
  Listed first, settled, last;
};

TwentyYears lived(bool families_leave) {
  OpenSetting setting;
  setting.households = 200000;
  setting.months = 240;
  setting.world.growth.on = false;
  setting.world.leaving.on = families_leave;
  setting.baseline.caseload.staffing = Staffing::keep_staff;
  OpenNation nation(setting);
  int const ready = setting.world.readiness.months;
  TwentyYears years{look_at_list(nation, 0, ready), {}, {}};
  nation.live(setting.baseline, 12, [&](int month) {
    if (month == 96) years.settled = look_at_list(nation, month, ready);
    years.last = look_at_list(nation, month, ready);
    // The quota is filled when a quarter opens; three months of exits are open at its end.
    CHECK(years.last.active > 0.97 * 200000);
  });
  auto const& [first, settled, last] = years;
  UNSCOPED_INFO("able " << first.able_share() << " to " << last.able_share()
                        << ", in the programme " << first.able_in_programme() << ", "
                        << settled.able_in_programme() << " to " << last.able_in_programme()
                        << ", members " << first.members_each() << ", " << settled.members_each()
                        << " to " << last.members_each() << ", years of the oldest adult "
                        << first.age() << " to " << last.age() << ", families " << first.families
                        << " to " << last.families);
  return years;
}

}  // namespace

TEST_CASE("open list: twenty years of a constant world leave it as it was", "[statistical]") {
  auto const [first, settled, last] = lived(true);
  CHECK(moved(first.members_each(), settled.members_each()) < 0.02);
  CHECK(moved(first.members_each(), last.members_each()) < 0.02);
  CHECK(moved(first.age(), last.age()) < 0.02);
  // The first day knows nothing of those who left because they were able: they are three in a
  // hundred of the able ones.
  CHECK(moved(first.able_share(), last.able_share()) < 0.04);
  CHECK(moved(first.able_in_programme(), last.able_in_programme()) < 0.05);
  // Who left self-reliantly is not replaced on the list: 3 in a hundred, and how fast the others
  // leave is known from 8,192 lives within 1 in a hundred.
  CHECK(moved(first.families, last.families) < 0.04);
}

TEST_CASE("open list: where nobody leaves self-reliantly, it stays as able as it was",
          "[statistical]") {
  auto const without = lived(false);
  CHECK(moved(without.first.able_share(), without.last.able_share()) < 0.02);
}
