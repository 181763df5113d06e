// A few small districts, made by hand from keyed draws and without the population code: families in
// every state that the month can meet, and the people who accompany them.
#pragma once

#include "base/member_track.h"
#include "model/kernel.h"
#include "model/state.h"
#include "support/chance.h"

#include <bit>
#include <cstdint>
#include <functional>
#include <vector>

namespace graduasi::testing {

/// Everything that a run needs, and what it leaves behind.
struct SmallNation {
  World world;
  Levers levers;
  Key key;
  CalendarMonth start = calendar_month(2026, 1);
  int months = 24;
  float lowest_ratio = 20;
  std::vector<District> districts;
  Households households;
  std::vector<DistrictState> staff;
  std::vector<Tally> tallies;  ///< month 0 to the last
};

inline std::uint32_t in_63rds(float share) {
  return static_cast<std::uint32_t>(share * 63.0f + 0.5f);
}

/// Assets, business, card, access and digital literacy, from draws of their own.
inline void settle_livelihood(HouseholdsView const& h, std::size_t slot, Chance chance) {
  std::uint32_t const access = in_63rds(chance.between(0.1f, 0.7f));
  std::uint32_t const digital = in_63rds(chance.between(0.1f, 0.7f));
  h.start[slot] |= start::access.put(access) | start::digital.put(digital);
  auto const ability = [](std::uint32_t level) {
    return as_ability(level_step * static_cast<float>(level));
  };
  h.abilities[slot] =
      abilities::access.put(ability(access)) | abilities::digital.put(ability(digital));
  std::uint32_t const assets = chance.below(64);  // 64ths of a line-month, 48 steps each
  h.livelihood[slot] = livelihood::assets.put(48 * assets) | livelihood::assets_start.put(assets) |
                       livelihood::enterprise.put(chance.happens(0.3f) ? 1u : 0u) |
                       livelihood::card_away.put(chance.happens(0.1f) ? 1u : 0u) |
                       livelihood::half_years.put(chance.below(12));
}

/// Writes one family. Start levels equal present ones, as on the first day of a run.
inline void settle_family(HouseholdsView const& h, std::size_t slot, Chance chance) {
  h.base[slot] = chance.between(-0.5f, 0.9f);
  h.permanent[slot] = h.base[slot];
  h.shock[slot] = 0.2f * chance.normal();
  std::uint32_t const confidence = in_63rds(chance.between(0.2f, 0.8f));
  std::uint32_t const skills = in_63rds(chance.between(0.1f, 0.7f));
  std::uint32_t const habit = in_63rds(chance.between(0.5f, 1.0f));
  h.confidence[slot] = level_step * static_cast<float>(confidence);
  h.skills[slot] = level_step * static_cast<float>(skills);
  h.habit[slot] = level_step * static_cast<float>(habit);
  h.start[slot] =
      start::confidence.put(confidence) | start::skills.put(skills) | start::habit.put(habit);
  h.contact[slot] = chance.between(0, 1.5f);
  h.reference[slot] = h.base[slot];
  h.savings[slot] = chance.between(0, 0.6f);
  // School clocks are congruent to the quarter that opens in October, the last before January.
  std::uint32_t members = 0;
  for (std::uint32_t place = chance.below(4); place > 0; --place) {
    members = track::with_member(members, 9 + 4 * chance.below(18));
  }
  if (chance.happens(0.2f))
    members = track::with_member(members, track::elderly_from(60) + chance.below(60));
  if (chance.happens(0.03f)) members = track::with_member(members, track::disabled);
  h.members[slot] = members;
  std::uint32_t const entitlement = entitlement_of(members, BenefitLevers{});
  h.record[slot] = record::paid.put(entitlement > 0 ? entitlement : 20) |
                   record::entitlement.put(entitlement) | record::size.put(1 + chance.below(7));
  h.flags[slot] = flags::real.put(1) | flags::since_assessed.put(chance.below(60)) |
                  flags::ready_for.put(chance.below(3) * 10);
  h.traits[slot] = traits::willing.put(64 + chance.below(128)) |
                   traits::clash.put(chance.below(120)) |
                   traits::female_headed.put(chance.below(2));
  settle_livelihood(h, slot, Chance(static_cast<std::uint32_t>(slot) + 7919, 3));
}

/// Districts of so many families each; every second one is hard to reach.
inline SmallNation small_nation(std::vector<std::size_t> const& families, World const& world = {},
                                Levers const& levers = {}) {
  SmallNation nation;
  nation.world = world;
  nation.levers = levers;
  std::size_t slots = 0;
  for (std::size_t count : families) {
    auto const number = static_cast<std::uint32_t>(nation.districts.size());
    nation.districts.push_back({.area = 0,
                                .first_slot = slots,
                                .slots = padded(count),
                                .families = count,
                                .first_id = number * ids_per_district,
                                .line_rupiah = 600000,
                                .hard_share = number % 2 == 1 ? 1.0f : 0.0f,
                                .shock_sd = 0.2f,
                                .noise_sd = 0.15f,
                                .poorest_below = 0.1f});
    slots += padded(count);
  }
  nation.households = make_households(slots);
  auto const view_of_all = view(nation.households);
  for (auto const& district : nation.districts) {
    auto const h = part(view_of_all, district.first_slot, district.slots);
    for (std::size_t i = 0; i < district.families; ++i) {
      settle_family(h, i, Chance(district.first_id + static_cast<std::uint32_t>(i), 1));
    }
    for (std::size_t i = district.families; i < district.slots; ++i) {
      h.flags[i] = flags::status.put(flags::status.max());
    }
  }
  return nation;
}

/// Hires the facilitators and runs all months, a calendar year at a time.
/// @param levers_of  levers by month of the run
inline void run(SmallNation& nation, Kernel const& kernel,
                std::function<Levers(int)> const& levers_of) {
  std::vector<Levers> levers;
  for (int month = 0; month <= nation.months; ++month) levers.push_back(levers_of(month));
  nation.tallies.assign(static_cast<std::size_t>(nation.months) + 1, {});
  nation.staff.clear();
  static TileStorage storage;
  auto const all = view(nation.households);
  for (auto const& district : nation.districts) {
    std::uint32_t const number = district.first_id / ids_per_district;
    nation.staff.push_back(make_district_state(district, number, nation.world, levers[0],
                                               nation.lowest_ratio, nation.key));
    DistrictState& staff = nation.staff.back();
    auto const task = [&](int first_month, int months, std::size_t first_tally) {
      return DistrictYear{.district = district,
                          .households = part(all, district.first_slot, district.slots),
                          .staff = staff_of(staff),
                          .cycle = staff.cycle,
                          .wanted = staff.wanted,
                          .world = nation.world,
                          .levers = levers,
                          .tallies = std::span(nation.tallies).subspan(first_tally),
                          .key = nation.key,
                          .start = nation.start,
                          .first_month = first_month,
                          .months = months,
                          .district_number = number};
    };
    DistrictYear before = task(1, 0, 0);
    kernel.first_day(before, storage);
    for (int month = 1; month <= nation.months;) {
      int const to_december = 12 - later(nation.start, month - 1).number % 12;
      int const months = std::min(to_december, nation.months - month + 1);
      DistrictYear year = task(month, months, static_cast<std::size_t>(month));
      kernel.year(year, storage);
      month += months;
    }
  }
}

inline void run(SmallNation& nation, Kernel const& kernel = kernel_for(best_isa())) {
  run(nation, kernel, [&](int) { return nation.levers; });
}

/// Every word of state as bits, column by column.
inline std::vector<std::uint32_t> bits_of(Households const& households) {
  std::vector<std::uint32_t> bits;
  for_each_column(households, households, [&](auto const& column, auto const&) {
    for (auto const value : column) bits.push_back(std::bit_cast<std::uint32_t>(value));
  });
  return bits;
}

template <class T>
std::vector<std::uint32_t> bits_of(Column<T> const& column) {
  std::vector<std::uint32_t> bits;
  for (auto const value : column) bits.push_back(std::bit_cast<std::uint32_t>(value));
  return bits;
}

/// What a run leaves behind, with the state of facilitators.
inline std::vector<std::uint32_t> bits_of(SmallNation const& nation) {
  auto bits = bits_of(nation.households);
  for (auto const& staff : nation.staff) {
    for (auto const* column :
         {&staff.people.fatigue, &staff.people.round, &staff.people.visit_hours, &staff.people.full,
          &staff.people.families, &staff.people.tenure, &staff.people.vacant}) {
      auto const more = bits_of(*column);
      bits.insert(bits.end(), more.begin(), more.end());
    }
    bits.push_back(std::bit_cast<std::uint32_t>(staff.cycle));
  }
  return bits;
}

}  // namespace graduasi::testing
