#include "experiment/wave.h"

#include "base/contract.h"
#include "experiment/in_parallel.h"

#include <omp.h>

#include <algorithm>
#include <span>
#include <utility>

namespace graduasi {

Wave::Wave(RunResults& results, ExperimentOptions const& options, Reports& reports)
    : results_(results), reports_(reports), kernel_(kernel_for(options.isa)) {
  auto const threads = static_cast<std::size_t>(omp_get_max_threads());
  for (std::size_t t = 0; t < threads; ++t) storage_.push_back(std::make_unique<TileStorage>());
}

void Wave::add(Simulation const& simulation, std::shared_ptr<PreparedVariant const> prepared,
               std::shared_ptr<DistrictShare const> share, Households households) {
  expects(works_.empty() || works_.front().share->group == share->group, "a wave is of one group");
  Work work;
  work.simulation = simulation;
  work.key = prepared->key(simulation);
  work.prepared = std::move(prepared);
  work.share = std::move(share);
  PreparedVariant const& e = *work.prepared;
  work.nation.households = std::move(households);
  work.nation.districts.resize(e.programme.districts.size());
  work.year_tallies.resize(e.programme.districts.size());
  for (auto const d : work.share->districts) {
    work.nation.districts[d] = staffed(e, d, simulation.policy, work.key);
    work.year_tallies[d].resize(12);
  }
  work.tallies.assign(results_.subgroups.size(),
                      MonthlyTallies(static_cast<std::size_t>(e.run.counts.months) + 1));
  works_.push_back(std::move(work));
}

void Wave::run() {
  if (works_.empty()) return;
  auto const& share = *works_.front().share;
  bool const came_to_end = live_all();
  if (!share.any(!came_to_end)) {
    meet();
    // Each rank of the group hands some over.
    std::vector<Work const*> ours;
    for (std::size_t i = share.place(); i < works_.size(); i += share.group.count)
      ours.push_back(&works_[i]);
    in_parallel(ours.size(), [&](std::size_t i) { hand_over(*ours[i]); });
    for (auto const* const work : ours) reports_.keep(work->simulation);
  }
  works_.clear();
}

/// Month 0 to the last, year by year.
/// @returns whether it came to the end
bool Wave::live_all() {
  each_district([&](Work& work, std::size_t d) { simulate(work, d, {0, 1}, kernel_.first_day); });
  for (auto& work : works_) collect(work, {0, 1});
  auto const& run = works_.front().prepared->run;  // the same for all
  auto const ranks = static_cast<double>(works_.front().share->group.count);
  for (MonthSpan const span : years_of(run)) {
    if (reports_.stopped()) return false;
    each_district([&](Work& work, std::size_t d) { simulate(work, d, span, kernel_.year); });
    if (reports_.stopped()) return false;
    for (auto& work : works_) {
      collect(work, span);
      reports_.add(static_cast<double>(span.months) / run.counts.months / ranks);
    }
  }
  return true;
}

/// Adds up what the ranks of the group have counted: integers, so that it does not matter who has
/// counted which district.
void Wave::meet() {
  for (auto& work : works_) {
    for (auto& tallies : work.tallies) work.share->sum(counts_of(tallies));
  }
}

void Wave::hand_over(Work const& work) {
  Scale const scale{.factor = work.prepared->programme.factor,
                    .costs = work.prepared->setting.world->costs};
  for (std::size_t s = 0; s < work.tallies.size(); ++s)
    store(results_, work.simulation, s, work.tallies[s], scale);
  finish(results_, work.simulation);
}

TileStorage& Wave::storage() { return *storage_[static_cast<std::size_t>(omp_get_thread_num())]; }

/// Runs `task(work, district)` for all, the largest district of every simulation first.
template <class Task>
void Wave::each_district(Task const& task) {
  std::vector<std::pair<Work*, std::size_t>> tasks;
  std::size_t max = 0;
  for (auto const& work : works_) max = std::max(max, work.share->districts.size());
  for (std::size_t place = 0; place < max; ++place) {
    for (auto& work : works_) {
      auto const& order = work.share->districts;
      if (place < order.size()) tasks.emplace_back(&work, order[place]);
    }
  }
  in_parallel(tasks.size(), [&](std::size_t i) {
    if (reports_.stopped()) return;
    task(*tasks[i].first, tasks[i].second);
  });
}

/// One district-year (or the first day); the subgroups of its families are counted on the way.
void Wave::simulate(Work& work, std::size_t d, MonthSpan span,
                    void (*step)(DistrictYear&, TileStorage&)) {
  PreparedVariant const& e = *work.prepared;
  auto& tallies = work.year_tallies[d];
  std::fill(tallies.begin(), tallies.end(), Tally{});
  DistrictYear task = district_year(e, d, work.simulation.policy, work.key,
                                    district_part(work.nation.households, e, d, *work.share),
                                    work.nation.districts[d], span, tallies);
  std::vector<Tally> counted(e.subgroups.size() * static_cast<std::size_t>(span.months));
  task.subgroups = e.subgroups;
  task.by_subgroup = counted;
  step(task, storage());
  if (counted.empty()) return;
  std::size_t const first = 1 + (e.by_area ? e.programme.areas.size() : 0);
  // Integers: the sum does not depend on which district comes first.
  std::scoped_lock const lock(subgroups_guard_);
  for (std::size_t m = 0; m < static_cast<std::size_t>(span.months); ++m) {
    for (std::size_t s = 0; s < e.subgroups.size(); ++s)
      work.tallies[first + s][static_cast<std::size_t>(span.first_month) + m] +=
          counted[m * e.subgroups.size() + s];
  }
}

/// Adds the counts of the year of the districts that are here to the subgroups.
void Wave::collect(Work& work, MonthSpan span) {
  PreparedVariant const& e = *work.prepared;
  for (auto const d : work.share->districts) {
    std::size_t const area = e.programme.districts[d].area + 1;
    for (int m = 0; m < span.months; ++m) {
      auto const month = static_cast<std::size_t>(span.first_month + m);
      Tally const& counted = work.year_tallies[d][static_cast<std::size_t>(m)];
      work.tallies[0][month] += counted;
      if (e.by_area) work.tallies[area][month] += counted;
    }
  }
}

}  // namespace graduasi
