#include "experiment/small_cells.h"

#include "base/errors.h"
#include "base/text.h"
#include "model/surveyed_families.h"
#include "outcome/subgroup_name.h"
#include "population/households_file.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>

namespace graduasi {

namespace {

/// How often each row of one area was taken, subgroup by subgroup.
using Taken = std::vector<std::vector<std::int64_t>>;

void add(Support& to, std::vector<std::int64_t> const& taken) {
  for (auto const number : taken) {
    auto const families = static_cast<std::uint64_t>(number);
    to.rows += families > 0 ? 1 : 0;
    to.families += families;
    to.largest = std::max(to.largest, families);
  }
}

/// The least that several groups of one split rest on together. Areas share no row; other groups
/// may share all, since a row without the sex of its head, say, stands for women and men.
Support together(Support const& a, Support const& b, bool of_areas) {
  return {.rows = of_areas ? a.rows + b.rows : std::max(a.rows, b.rows),
          .largest = of_areas ? std::max(a.largest, b.largest) : a.largest + b.largest,
          .families = a.families + b.families};
}

/// A split of the results: its subgroups, and what they rest on in every population.
class SplitCells {
 public:
  SplitCells(std::size_t first, std::size_t last, bool of_areas,
             std::vector<std::vector<Support>> const& supports)
      : of_areas_(of_areas), supports_(supports) {
    for (std::size_t s = first; s < last; ++s) {
      if (fewest_rows(s) > 0) by_size_.push_back(s);
    }
    std::ranges::stable_sort(by_size_, {}, [&](std::size_t s) { return fewest_rows(s); });
  }

  /// Subgroups to be emptied.
  std::vector<std::size_t> unsafe() const {
    std::vector<std::size_t> emptied, others;
    for (auto const s : by_size_) (is_always_safe(s) ? others : emptied).push_back(s);
    for (auto next = others.begin(); next != others.end() && !are_safe(emptied); ++next)
      emptied.push_back(*next);
    return emptied;
  }

 private:
  /// In the population where it has the fewest, of those where it has any.
  std::uint64_t fewest_rows(std::size_t subgroup) const {
    std::uint64_t fewest = 0;
    for (auto const& population : supports_) {
      auto const rows = population[subgroup].rows;
      if (rows > 0) fewest = fewest == 0 ? rows : std::min(fewest, rows);
    }
    return fewest;
  }

  bool is_always_safe(std::size_t subgroup) const {
    return std::ranges::all_of(
        supports_, [&](auto const& population) { return is_safe(population[subgroup]); });
  }

  bool are_safe(std::vector<std::size_t> const& subgroups) const {
    return std::ranges::all_of(supports_, [&](auto const& population) {
      Support all;
      for (auto const s : subgroups) all = together(all, population[s], of_areas_);
      return is_safe(all);
    });
  }

  bool of_areas_;
  std::vector<std::vector<Support>> const& supports_;
  std::vector<std::size_t> by_size_;
};

void empty(RunResults& results, std::size_t subgroup) {
  for (std::size_t simulation = 0; simulation < results.simulations(); ++simulation) {
    results.series[simulation * results.subgroups.size() + subgroup].values.setConstant(
        std::numeric_limits<double>::quiet_NaN());
  }
}

}  // namespace

bool is_safe(Support const& support) {
  return support.rows == 0 ||
         (support.rows >= smallest_cell && 2 * support.largest <= support.families);
}

std::vector<Support> supports_of(HouseholdsView households, PreparedVariant const& e, Key key,
                                 DistrictShare const& share) {
  auto const& programme = e.programme;
  auto const surveyed = [](AreaPlan const& plan) { return !plan.area.surveyed.empty(); };
  if (std::ranges::none_of(programme.areas, surveyed)) return {};
  std::size_t const areas = e.by_area ? programme.areas.size() : 0;
  std::vector<Support> supports(1 + areas + e.subgroups.size());
  std::vector<std::vector<std::size_t>> districts_of(programme.areas.size());
  for (auto const d : share.districts) districts_of[programme.districts[d].area].push_back(d);
  for (std::size_t number = 0; number < programme.areas.size(); ++number) {
    auto const& plan = programme.areas[number];
    auto const rows = plan.area.surveyed.rows();
    Taken taken(1 + e.subgroups.size(), std::vector<std::int64_t>(rows.size()));
    for (auto const d : districts_of[number]) {
      auto const families = surveyed_in(programme.districts[d], plan, key);
      for (std::size_t i = 0; i < families.size(); ++i) {
        auto const row = static_cast<std::size_t>(families[i] - rows.data());
        auto const traits = households.traits[share.first_slots[d] + i];
        ++taken[0][row];
        for (std::size_t s = 0; s < e.subgroups.size(); ++s)
          taken[1 + s][row] += e.subgroups[s].holds(traits) ? 1 : 0;
      }
    }
    for (auto& of_subgroup : taken) share.sum(of_subgroup);
    add(supports[0], taken[0]);
    if (e.by_area) add(supports[1 + number], taken[0]);
    for (std::size_t s = 0; s < e.subgroups.size(); ++s) add(supports[1 + areas + s], taken[1 + s]);
  }
  return supports;
}

void refuse_small_whole(Support const& all) {
  if (is_safe(all)) return;
  auto const families = std::to_string(all.families), rows = std::to_string(all.rows);
  throw ScenarioError(
      {{"population.households",
        families + " simulated families come from " + rows + " of the household file, " +
            std::to_string(all.largest) +
            " of them from one; results would disclose single families, so at least " +
            std::to_string(smallest_cell) +
            " are needed and at most half from one: simulate more families, or give the file more "
            "rows and more even weights"}});
}

void empty_small_cells(RunResults& results, std::vector<std::vector<Support>> const& supports) {
  if (supports.empty()) return;
  auto const& subgroups = results.subgroups;
  auto const split_of = [&](std::size_t at) { return subgroup_name(subgroups[at]).split; };
  std::vector<std::string_view> emptied;
  for (std::size_t first = 1, last = 1; first < subgroups.size(); first = last) {
    while (last < subgroups.size() && split_of(last) == split_of(first)) ++last;
    SplitCells const cells(first, last, split_of(first) == "area", supports);
    for (auto const subgroup : cells.unsafe()) {
      empty(results, subgroup);
      emptied.push_back(subgroups[subgroup]);
    }
  }
  if (emptied.empty()) return;
  results.has_emptied_subgroups = true;
  std::ranges::sort(emptied);
  results.facts.warnings.push_back(
      {"output.strata", "too few families of the household file stand behind " + joined(emptied),
       "these results are left empty: at least 5 families are needed, none with more than half of "
       "the weight, and so many must be among those left empty together, since they are the whole "
       "less the others"});
}

}  // namespace graduasi
