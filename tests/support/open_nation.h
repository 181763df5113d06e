// Provinces with lists that new families join, made and run without a scenario.
#pragma once

#include "model/kernel.h"
#include "model/lives.h"
#include "model/state.h"
#include "model/warm_start.h"
#include "population/areas.h"
#include "population/birth_table.h"
#include "population/programme.h"
#include "support/sources.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace graduasi::testing {

/// What a nation of open lists is made of.
struct OpenSetting {
  int households = 20000;
  int months = 120;
  float new_families = 1;
  std::size_t provinces = 38;
  World world = {};
  Levers baseline = {};
  Key key = {.seed = 1};

  /// A waiting list as long as the programme, and ten million places.
  OpenSetting() { baseline.programme.quota = 1e7f; }
};

class OpenNation {
 public:
  explicit OpenNation(OpenSetting of) : setting_(std::move(of)) {
    settings_.size.households = setting_.households;
    settings_.intake = {.reserve_share = 1, .new_families = setting_.new_families};
    births_ = make_birth_table(settings_.families, share_at_school(setting_.world.member_clocks));
    Areas areas = read_areas(source_folder() / "scenarios" / "data" / "provinces.csv");
    areas.rows.resize(setting_.provinces);
    if (setting_.provinces < 38) settings_.size.programme_households = 1000000;
    auto const times = static_cast<double>(setting_.new_families);
    programme = plan_programme(
        areas, settings_, {times * leaving_list(plan()), quarters_until(start, setting_.months)});
    double const added = variance_of_life_cycle(plan());
    for (auto& district : programme.districts) {
      auto const& area = programme.areas[district.area];
      district.upkeep = upkeep_in(district, area, setting_.world, settings_, setting_.baseline);
      district.lives = lives_in(area, setting_.world, settings_, added);
    }
    auto const& last = programme.districts.back();
    families = make_households(last.first_slot + last.slots);
    for (auto const& district : programme.districts)
      initialise_district(part_of(district), district, programme.areas[district.area], plan(),
                          steady_visit_rate(district, setting_.world, setting_.baseline));
  }

  HouseholdsView part_of(District const& district) {
    return part(view(families), district.first_slot, district.slots);
  }

  /// Lives through the run under these levers, in tasks of so many months that never cross a year;
  /// `each` is called with the month at the end of every task.
  /// @returns counts by month, month 0 to the last
  std::vector<Tally> live(Levers const& levers, int task_months,
                          std::function<void(int)> const& each = {}) {
    std::vector<Levers> by_month(static_cast<std::size_t>(setting_.months) + 1, levers);
    by_month[0] = setting_.baseline;
    std::vector<Tally> tallies(by_month.size());
    float const lowest = std::min(levers.caseload.households_per_facilitator,
                                  setting_.baseline.caseload.households_per_facilitator);
    std::vector<DistrictState> staff;
    for (auto const& district : programme.districts)
      staff.push_back(make_district_state(district, district_number(district), setting_.world,
                                          setting_.baseline, lowest, setting_.key));
    simulate(kernel_.first_day, staff, by_month, std::span(tallies).first(1), 1, 0);
    for (int month = 1; month <= setting_.months; month += task_months) {
      auto const here = std::span(tallies).subspan(static_cast<std::size_t>(month),
                                                   static_cast<std::size_t>(task_months));
      simulate(kernel_.year, staff, by_month, here, month, task_months);
      if (each) each(month + task_months - 1);
    }
    return tallies;
  }

  /// By which its families are drawn.
  FirstDayPlan plan() const {
    return {.world = setting_.world,
            .settings = settings_,
            .baseline = setting_.baseline,
            .births = births_,
            .key = setting_.key,
            .before = later(start, -1),
            .kernel = kernel_};
  }

  /// Families of a district that have been formed by the end of a month.
  static std::size_t formed_by(District const& district, int month) {
    return formed_until(district, quarters_until(start, month));
  }

  static constexpr CalendarMonth start = calendar_month(2026, 1);
  Programme programme;
  Households families;

 private:
  void simulate(void (*step)(DistrictYear&, TileStorage&), std::vector<DistrictState>& staff,
                std::span<Levers const> levers, std::span<Tally> tallies, int month, int months) {
    for (std::size_t d = 0; d < programme.districts.size(); ++d) {
      auto const& district = programme.districts[d];
      DistrictYear task{.district = district,
                        .households = part_of(district),
                        .staff = staff_of(staff[d]),
                        .cycle = staff[d].cycle,
                        .wanted = staff[d].wanted,
                        .world = setting_.world,
                        .levers = levers,
                        .tallies = tallies,
                        .key = setting_.key,
                        .start = start,
                        .first_month = month,
                        .months = months,
                        .district_number = district_number(district)};
      step(task, *storage_);
    }
  }

  OpenSetting setting_;
  PopulationSettings settings_;
  BirthTable births_;
  Kernel kernel_ = kernel_for(best_isa());
  std::unique_ptr<TileStorage> storage_ = std::make_unique<TileStorage>();
};

/// The columns of a slot as bits.
inline std::vector<std::uint32_t> bits_of_slot(HouseholdsView const& h, std::size_t slot) {
  std::vector<std::uint32_t> bits;
  for_each_column(h, h, [&](auto const& column, auto const&) {
    bits.push_back(std::bit_cast<std::uint32_t>(column[slot]));
  });
  return bits;
}

}  // namespace graduasi::testing
