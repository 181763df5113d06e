// An open list is stationary: in a constant world it stays as long, as old and as able as it was.
#include "base/member_track.h"
#include "model/intake.h"
#include "support/open_nation.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>

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

}  // namespace

TEST_CASE("open list: twenty years of a constant world leave it as it was", "[statistical]") {
  OpenSetting setting;
  setting.households = 200000;
  setting.months = 240;
  setting.world.growth.on = false;
  setting.baseline.caseload.staffing = Staffing::keep_staff;
  OpenNation nation(setting);
  int const ready = setting.world.readiness.months;
  std::map<int, Listed> by_year = {{0, look_at_list(nation, 0, ready)}};
  nation.live(setting.baseline, 12, [&](int month) {
    by_year[month / 12] = look_at_list(nation, month, ready);
    // The quota is filled when a quarter opens; three months of exits are open at its end.
    CHECK(by_year[month / 12].active > 0.97 * 200000);
  });
  Listed const &first = by_year[0], &settled = by_year[8], &last = by_year[20];
  INFO("able " << first.able_share() << " to " << last.able_share() << ", in the programme "
               << first.able_in_programme() << ", " << settled.able_in_programme() << " to "
               << last.able_in_programme() << ", members " << first.members_each() << ", "
               << settled.members_each() << " to " << last.members_each()
               << ", years of the oldest adult " << first.age() << " to " << last.age()
               << ", families " << first.families << " to " << last.families);
  CHECK(moved(first.members_each(), settled.members_each()) < 0.02);
  CHECK(moved(first.members_each(), last.members_each()) < 0.02);
  CHECK(moved(first.age(), last.age()) < 0.02);
  // Of those who were able a part has left self-reliantly, of which the first day knows nothing.
  CHECK(moved(first.able_share(), last.able_share()) < 0.03);
  CHECK(moved(first.able_in_programme(), last.able_in_programme()) < 0.05);
  CHECK(moved(first.families, last.families) < 0.03);
}
