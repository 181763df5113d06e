#include "mechanisms/time_limit.h"

#include "base/member_track.h"
#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;

namespace {

using Values = std::vector<float>;

/// Elderly from 60 years.
Values ended(Values const& may, std::vector<std::int32_t> const& half_years,
             std::vector<std::uint32_t> const& members, TimeLimitLevers const& levers) {
  Values ends(may.size(), -1);
  end_membership(ends, may, half_years, members,
                 limit_reached(track::disabled, track::elderly_from(60), levers));
  return ends;
}

constexpr std::uint32_t pupil = track::primary + 3;

testing::Caseload limited(World const& world, float years) {
  auto caseload = testing::busy_caseload(world);
  caseload.levers.time_limit.years = years;
  return caseload;
}

}  // namespace

TEST_CASE("time limit: families leave once they have been there for so many half-years", "[unit]") {
  Values const may = {1, 1, 1, 0};
  std::vector<std::int32_t> const half_years = {9, 10, 31, 31};
  std::vector<std::uint32_t> const members(4, pupil);
  CHECK(ended(may, half_years, members, {.years = 5}) == Values{0, 1, 1, 0});
  CHECK(ended(may, half_years, members, {.years = 4.5f}) == Values{1, 1, 1, 0});
  CHECK(ended(may, half_years, members, {.years = 15}) == Values{0, 0, 1, 0});  // 30 half-years
}

TEST_CASE("time limit: somebody elderly or severely disabled exempts the family", "[unit]") {
  std::uint32_t const elderly = track::elderly_from(60);
  std::vector<std::uint32_t> const members = {pupil,
                                              elderly - 1,
                                              elderly,
                                              255,  // the oldest there is
                                              track::disabled,
                                              pupil | track::disabled << 8,
                                              pupil | elderly << 24,
                                              track::nobody};
  Values const may(8, 1);
  std::vector<std::int32_t> const half_years(8, 10);
  CHECK(ended(may, half_years, members, {.years = 5}) == Values{1, 1, 0, 0, 0, 0, 0, 1});
  CHECK(ended(may, half_years, members, {.years = 5, .exempt_elderly_disabled = false}) ==
        Values(8, 1));
}

TEST_CASE("time limit: exempt families never leave, and nobody leaves early", "[property]") {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    testing::Chance chance(i, 31);
    std::uint32_t members = 0;
    bool exempt = false;
    for (int place = 0; place < 4; ++place) {
      std::uint32_t const byte = chance.happens(0.1f) ? track::disabled : chance.below(256);
      members |= byte << 8 * place;
      exempt = exempt || byte == track::disabled || byte >= track::elderly_from(60);
    }
    auto const half_years = static_cast<std::int32_t>(chance.below(32));
    auto const limit = static_cast<std::int32_t>(1 + chance.below(30));
    float const years = 0.5f * static_cast<float>(limit);
    auto const ends = ended({1}, {half_years}, {members}, {.years = years})[0];
    INFO("case " << i);
    if (exempt) CHECK(ends == 0.0f);
    if (half_years < limit) CHECK(ends == 0.0f);
    if (!exempt && half_years >= limit) CHECK(ends == 1.0f);
  }
}

TEST_CASE("time limit: switched off, or without years, families stay", "[unit]") {
  World world;
  auto none = limited(world, 0);
  auto const tally = testing::live_on(none, 24);
  CHECK(tally[Count::left_time_limit] == 0);
  world.time_limit.on = false;
  auto off = limited(world, 3);
  CHECK(testing::live_on(off, 24) == tally);
  CHECK(testing::bits_of(off.households) == testing::bits_of(none.households));
}

TEST_CASE("time limit: in a caseload, those beyond it leave, and only when a half-year opens",
          "[unit]") {
  World world;
  world.afterwards.on = false;
  auto caseload = limited(world, 3);
  for (int month = 1; month <= 24; ++month) {
    auto const tally = caseload.live(month);
    INFO("month " << month << " after December 2025");
    if (month % 6 == 1)
      CHECK(tally[Count::left_time_limit] > 0);
    else
      CHECK(tally[Count::left_time_limit] == 0);
  }
  auto const& h = caseload.households;
  int left = 0;
  for (Eigen::Index i = 0; i < h.flags.size(); ++i) {
    INFO("family " << i);
    auto const status = static_cast<Status>(flags::status.get(h.flags[i]));
    auto const half_years = livelihood::half_years.get(h.livelihood[i]);
    if (status == Status::time_limit) CHECK(half_years >= 6);
    left += status == Status::time_limit;
  }
  CHECK(left > 0);
}

TEST_CASE("time limit: at the limit a family is due until it has been assessed there", "[unit]") {
  LimitReached const limit = limit_reached(track::disabled, track::elderly_from(60), {.years = 5});
  Values const at_limit = {1, 1, 1, 1, 0};
  std::vector<std::int32_t> const half_years = {10, 10, 11, 31, 10};
  auto const due = [&](std::vector<std::int32_t> const& since, std::int32_t into) {
    Values marked = {0, 0, 0, 0, 0};
    mark_due_at_limit(marked, at_limit, since, half_years, into, limit);
    return marked;
  };
  // In the month in which the limit is reached, all; half a year and more later, who was not.
  CHECK(due({0, 90, 5, 100, 90}, 0) == Values{1, 1, 0, 0, 0});
  CHECK(due({0, 90, 6, 127, 90}, 0) == Values{1, 1, 1, 1, 0});
  // Assessed in that month, the clock reads 0 in the next.
  CHECK(due({0, 90, 6, 126, 90}, 1) == Values{0, 1, 0, 0, 0});
  Values already = {1, 0, 0, 0, 1};
  mark_due_at_limit(already, at_limit, std::vector<std::int32_t>(5, 0), half_years, 5, limit);
  CHECK(already == Values{1, 0, 0, 0, 1});
}

TEST_CASE("time limit: at the limit only those found able leave", "[unit]") {
  Values ends = {1, 1, 1, 0};
  end_if_found_able(ends, Values{1, 1, 0, 1}, Values{1, 0, 1, 1});
  CHECK(ends == Values{1, 0, 0, 0});
}

TEST_CASE("time limit: in a caseload, an assessment at the limit takes off only whom it finds able",
          "[unit]") {
  World world;
  world.afterwards.on = false;
  auto caseload = limited(world, 3);
  auto unlimited = limited(world, 0);
  caseload.levers.time_limit.then = AtTimeLimit::assess;
  // Nobody is due by the gap: all assessments are those of the limit.
  caseload.levers.assessment.gap = unlimited.levers.assessment.gap = 100;
  caseload.world.assessment.gap_spread = unlimited.world.assessment.gap_spread = 0;
  for (auto* flags_of : {&caseload.households.flags, &unlimited.households.flags})
    for (auto& word : *flags_of)
      word = (word & ~flags::since_assessed.mask()) | flags::since_assessed.put(50);
  std::int64_t assessed = 0, left = 0;
  for (int month = 1; month <= 24; ++month) {
    INFO("month " << month);
    auto const tally = caseload.live(month);
    CHECK(unlimited.live(month)[Count::assessed] == 0);
    CHECK(tally[Count::left_time_limit] <= tally[Count::assessed]);
    assessed += tally[Count::assessed];
    left += tally[Count::left_time_limit];
  }
  CHECK(left > 0);
  CHECK(left < assessed);
  auto const& h = caseload.households;
  int stay = 0;
  for (Eigen::Index i = 0; i < h.flags.size(); ++i) {
    auto const half_years = livelihood::half_years.get(h.livelihood[i]);
    auto const status = static_cast<Status>(flags::status.get(h.flags[i]));
    if (status == Status::time_limit) CHECK(half_years >= 6);
    stay += is_active(h.flags[i]) && half_years >= 6;
  }
  CHECK(stay > 0);
}

TEST_CASE("time limit: without assessments nobody is found able, so nobody leaves", "[unit]") {
  World world;
  world.assessment.on = false;
  auto caseload = limited(world, 3);
  caseload.levers.time_limit.then = AtTimeLimit::assess;
  auto none = limited(world, 0);
  CHECK(testing::live_on(caseload, 24) == testing::live_on(none, 24));
}
