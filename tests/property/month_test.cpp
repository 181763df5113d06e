// What must hold in every month of every legal world.
#include "support/month_of_one.h"
#include "support/small_nation.h"

#include "parameters/lookup.h"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <string>
#include <vector>

using namespace graduasi;

namespace {

/// A value anywhere in the range of a row, at its ends more often than by chance.
template <class Root>
void draw_values(Root& root, testing::Chance& chance, float part) {
  for (auto const& row : rows_of<Root>()) {
    if (!chance.happens(part)) continue;
    double const place = chance.happens(0.2f) ? chance.below(2) : double(chance.uniform());
    double value = row.range.min + place * (row.range.max - row.range.min);
    if (row.kind != Kind::number) value = std::floor(value + 0.5);
    row.set(root, value);
  }
}

bool finite(float x) { return (std::bit_cast<std::uint32_t>(x) & 0x7f800000u) != 0x7f800000u; }

/// The first thing that is wrong with a family, or nothing.
std::string wrong(Households const& h, Eigen::Index i) {
  for (float const share : {h.confidence[i], h.skills[i], h.habit[i]}) {
    if (!finite(share) || share < 0 || share > 1) return "a share of " + std::to_string(share);
  }
  if (!finite(h.savings[i]) || h.savings[i] < 0)
    return "savings of " + std::to_string(h.savings[i]);
  if (!finite(h.contact[i]) || h.contact[i] < 0)
    return "contact of " + std::to_string(h.contact[i]);
  if (!finite(h.permanent[i]) || std::abs(h.permanent[i]) > 3)
    return "earnings of " + std::to_string(h.permanent[i]);
  if (!finite(h.shock[i]) || !finite(h.reference[i])) return "luck or memory that is not a number";
  auto const status = flags::status.get(h.flags[i]);
  if (status > static_cast<std::uint32_t>(Status::waiting))
    return "status " + std::to_string(status);
  if (flags::real.get(h.flags[i]) != 1) return "a family that is nobody";
  return {};
}

std::string first_wrong(testing::SmallNation const& nation) {
  for (auto const& district : nation.districts) {
    for (std::size_t i = 0; i < district.families; ++i) {
      auto const what =
          wrong(nation.households, static_cast<Eigen::Index>(district.first_slot + i));
      if (!what.empty()) return what;
    }
  }
  for (auto const& staff : nation.staff) {
    for (std::uint32_t i = 0; i < staff.caseloads; ++i) {
      if (!finite(staff.people.fatigue[i]) || staff.people.fatigue[i] < 0 ||
          staff.people.fatigue[i] > 1)
        return "fatigue of " + std::to_string(staff.people.fatigue[i]);
      if (!finite(staff.people.visit_hours[i])) return "hours for visits that are no number";
      if (!(staff.people.round[i] >= 0 && staff.people.round[i] < 1))
        return "a round that begins at " + std::to_string(staff.people.round[i]);
    }
  }
  return {};
}

}  // namespace

TEST_CASE("month: shares stay shares and savings are never negative, in any legal world",
          "[property]") {
  for (std::uint32_t i = 0; i < 300; ++i) {
    testing::Chance chance(i, 11);
    auto nation = testing::small_nation({40, 33});
    nation.months = 15;
    nation.lowest_ratio = 1;
    draw_values(nation.world, chance, i % 3 == 0 ? 1.0f : 0.2f);
    draw_values(nation.levers, chance, i % 3 == 0 ? 1.0f : 0.2f);
    testing::run(nation);
    INFO("case " << i);
    CHECK(first_wrong(nation) == "");
  }
}

namespace {

/// Families that are out, whatever the way.
std::int64_t outside(Tally const& t) {
  return t[Count::raised] + t[Count::own_request] + t[Count::target] + t[Count::label] +
         t[Count::booked] + t[Count::time_limit] + t[Count::natural] + t[Count::assessed_out] +
         t[Count::struck_off] + t[Count::removal];
}

std::int64_t leavers(Tally const& t) {
  return t[Count::left_raised] + t[Count::left_own_request] + t[Count::left_target] +
         t[Count::left_label] + t[Count::left_natural] + t[Count::left_assessed_out] +
         t[Count::left_struck_off] + t[Count::left_removal] + t[Count::left_booked] +
         t[Count::left_time_limit];
}

std::int64_t first_leavers(Tally const& t) {
  return t[Count::first_left_self_reliant] + t[Count::first_left_natural] +
         t[Count::first_left_removed];
}

}  // namespace

TEST_CASE("month: families are conserved: active and all who left are those who ever came",
          "[property]") {
  for (std::uint32_t i = 0; i < 20; ++i) {
    auto nation = testing::small_nation({333, 90});
    nation.key.seed = i;
    nation.months = 60;
    nation.world.leaving.own_request_rate = 0.02f;
    nation.world.assessment.reluctance = 0.1f;
    nation.world.afterwards.return_rate = 0.3f;
    nation.world.registry.mismatch_a_year = 0.1f;
    nation.levers.registry.strike_share = 0.05f;
    nation.levers.graduation.assessed_out_share = 0.5f;
    nation.levers.target = {.families = 100, .enforced = 1};
    for (auto& district : nation.districts) district.for_each_of_nation = 0.3f;
    nation.months = 59;  // the last calendar year is cut short
    testing::run(nation);
    std::int64_t returned = 0;
    for (std::size_t month = 0; month < nation.tallies.size(); ++month) {
      auto const& now = nation.tallies[month];
      INFO("case " << i << ", month " << month);
      CHECK(now[Count::families] == 423);
      CHECK(now[Count::active] + outside(now) == 423);
      if (month == 0) continue;
      auto const& before = nation.tallies[month - 1];
      auto const left = leavers(now);
      // Nobody leaves twice: as many flow out as are missing.
      auto const back = now[Count::returned] + now[Count::restored];
      CHECK(before[Count::active] - left + back == now[Count::active]);
      CHECK(first_leavers(now) <= left);
      CHECK(now[Count::premature] <= left);
      CHECK(now[Count::attended] <= now[Count::offered]);
      CHECK(now[Count::found_able] <= now[Count::assessed]);
      // For a target families are called in that nobody visits.
      CHECK(now[Count::assessed] <= before[Count::active]);
      CHECK(now[Count::agreed_clearly_able] <= now[Count::asked_clearly_able]);
      CHECK(now[Count::poor_persons] <= now[Count::persons]);
      returned += now[Count::returned];
    }
    CHECK(returned > 0);
  }
}

TEST_CASE("month: who has left once is never counted again as leaving for the first time",
          "[property]") {
  auto nation = testing::small_nation({600});
  nation.months = 120;
  nation.world.leaving.own_request_rate = 0.05f;
  nation.world.afterwards.return_rate = 1;
  testing::run(nation);
  std::int64_t first = 0, all = 0;
  for (auto const& tally : nation.tallies) {
    first += first_leavers(tally);
    all += leavers(tally);
  }
  std::int64_t ever = 0;
  for (auto const word : nation.households.flags) ever += flags::left_before.get(word);
  CHECK(first == ever);
  CHECK(all > first);
}

TEST_CASE("month: a family's month depends on its neighbours through its circle alone",
          "[property]") {
  // The same families at the same places, among strangers, and nobody looks at anybody.
  World world;
  world.peers.on = false;
  auto among_own = testing::busy_caseload(world), among_strangers = testing::busy_caseload(world);
  // Nor do those whose assessment is due come first, which leaves others fewer visits.
  among_own.levers.visits.targeting = VisitTargeting::equal;
  among_strangers.levers.visits.targeting = VisitTargeting::equal;
  auto const strangers = view(among_strangers.households);
  for (std::size_t slot = 0; slot < 96; ++slot) {
    if (slot % 3 != 0)
      testing::settle_family(strangers, slot,
                             testing::Chance(static_cast<std::uint32_t>(slot), 12));
  }
  testing::live_on(among_own, 24);
  testing::live_on(among_strangers, 24);
  int strange = 0;
  for_each_column(among_own.households, among_strangers.households,
                  [&](auto const& a, auto const& b) {
                    for (Eigen::Index slot = 0; slot < 96; ++slot) {
                      if (slot % 3 == 0)
                        CHECK(a[slot] == b[slot]);
                      else
                        strange += a[slot] != b[slot];
                    }
                  });
  CHECK(strange > 96);
}

TEST_CASE("month: a caseload may be cut into tiles of any length", "[property]") {
  // Many borders between groups fall on slots: 336 slots in 3 to 24 groups.
  for (float groups = 3; groups <= 24; ++groups) {
    auto const lived = [&](std::size_t tile) {
      auto caseload = testing::busy_caseload({}, 336);
      caseload.tile = tile;
      caseload.facilitator.round.groups = groups;
      Tally sum;
      for (int month = 1; month <= 12; ++month) {
        caseload.facilitator.round.turn = static_cast<float>(month) / 12;
        caseload.facilitator.round.held = 0.3f;
        sum += caseload.live(month);
      }
      return std::pair(testing::bits_of(caseload.households), sum);
    };
    auto const whole = lived(512);
    for (std::size_t tile : {16u, 48u, 112u, 256u}) {
      INFO(groups << " groups, tiles of " << tile);
      CHECK((lived(tile) == whole));
    }
  }
}

TEST_CASE("attendance: which group a family belongs to does not depend on the tile", "[property]") {
  // Every border between groups, as slots per caseload and groups come: the sessions of one group
  // at a time, offered to the whole caseload and to its registers one by one.
  int cut_apart = 0;
  for (std::size_t slots = 16; slots <= 1008; slots += 16) {
    std::vector<float> whole(slots), parts(slots);
    for (int groups = 1; groups <= 40; ++groups) {
      bool same = true;
      for (int group = 0; group < groups; ++group) {
        float const one = 1.0f / static_cast<float>(groups);
        SessionRound round{.first = 0,
                           .step = 1.0f / static_cast<float>(slots),
                           .groups = static_cast<float>(groups),
                           .turn = static_cast<float>(group) * one,
                           .held = 0.5f * one};
        offer_sessions(whole, round);
        for (std::size_t at = 0; at < slots; at += 16) {
          round.first = static_cast<float>(at);
          offer_sessions(std::span(parts).subspan(at, 16), round);
        }
        same = same && parts == whole;
      }
      cut_apart += !same;
    }
  }
  CHECK(cut_apart == 0);
}
