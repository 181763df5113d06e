// A scenario's families through a run, as they stand on the first day and at its end.
#pragma once

#include "experiment/prepared.h"
#include "scenario/read.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace graduasi::testing {

/// The families of a scenario's baseline in its first replicate.
struct LivedNation {
  Scenario scenario;
  Areas areas;
  PreparedVariant e;
  Key key{};
  Households families{};
  std::vector<DistrictState> staff{};

  LivedNation(Scenario of, Areas in)
      : scenario(std::move(of)), areas(std::move(in)), e(prepared(scenario, areas, {}, 0)) {
    key = e.key(0, 0);
    families = make_households(slots_of(e.programme));
    for (std::size_t d = 0; d < e.programme.districts.size(); ++d) {
      initialise(part_of(d), e, d, key, kernel_for(best_isa()));
      staff.push_back(staffed(e, d, 0, key));
    }
  }

  HouseholdsView part_of(std::size_t d) {
    return district_part(families, e.programme.districts[d]);
  }

  /// Lives through the run; `each` is called before it and at the end of every span of months.
  void live(std::vector<MonthSpan> const& spans, std::function<void(int)> const& each) {
    Kernel const kernel = kernel_for(best_isa());
    auto const storage = std::make_unique<TileStorage>();
    each(0);
    for (auto const& span : spans) {
      for (std::size_t d = 0; d < e.programme.districts.size(); ++d) {
        std::vector<Tally> tallies(static_cast<std::size_t>(span.months));
        DistrictYear task = district_year(e, d, 0, key, part_of(d), staff[d], span, tallies);
        kernel.year(task, *storage);
      }
      each(span.first_month + span.months - 1);
    }
  }
  void live(std::function<void(int)> const& each) { live(years_of(e.run), each); }

  /// Calls `look(slots, i, district)` for every family, those waiting included.
  void for_each(auto look) {
    for (std::size_t d = 0; d < e.programme.districts.size(); ++d) {
      auto const& district = e.programme.districts[d];
      HouseholdsView const h = part_of(d);
      for (std::size_t i = 0; i < district.families + district.waiting; ++i) look(h, i, district);
    }
  }
};

/// The families of the first day alone, the middle of every prior, and some values set.
inline Scenario cohort(std::vector<std::string> settings) {
  settings.emplace_back("run.parameter_draws=1");
  return read_scenario(GRADUASI_SOURCE_DIR "/scenarios/cohort.yaml", settings);
}

inline LivedNation lived_cohort(std::vector<std::string> const& settings) {
  Scenario scenario = cohort(settings);
  Areas areas = read_areas(scenario.areas_file);
  return {std::move(scenario), std::move(areas)};
}

/// A scenario of the repository with some values set.
inline LivedNation lived_nation(std::string const& file, std::vector<std::string> const& settings) {
  Scenario scenario = read_scenario(GRADUASI_SOURCE_DIR "/scenarios/" + file, settings);
  Areas areas = read_areas(scenario.areas_file);
  return {std::move(scenario), std::move(areas)};
}

}  // namespace graduasi::testing
