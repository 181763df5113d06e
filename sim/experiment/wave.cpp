#include "experiment/wave.h"

#include "experiment/family_strata.h"
#include "experiment/in_parallel.h"

#include <omp.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <mutex>
#include <numeric>
#include <span>

namespace graduasi {

namespace {

/// Numbers of the districts, the largest first, so that no thread is left with a large one.
std::vector<std::size_t> largest_first(Programme const& programme) {
  std::vector<std::size_t> order(programme.districts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return programme.districts[a].families > programme.districts[b].families;
  });
  return order;
}

std::uint64_t hash_of(HouseholdsView const& h) {
  std::uint64_t hash = 14695981039346656037u;
  for (std::size_t i = 0; i < h.flags.size(); ++i) {
    std::uint64_t const welfare = std::bit_cast<std::uint32_t>(h.base[i]);
    hash = (hash ^ (welfare << 32 | h.members[i])) * 1099511628211u;
    hash = (hash ^ (std::uint64_t{h.record[i]} << 32 | h.flags[i])) * 1099511628211u;
  }
  return hash;
}

/// A replicate's families on the first day.
struct Population {
  std::size_t replicate;
  Households households;
};

/// A piece in work: its nation, and what has been counted of it.
struct Work {
  Piece piece;
  Key key;
  NationState nation;
  std::vector<std::vector<Tally>> year_tallies;  ///< by district, of the year at hand
  std::vector<MonthlyTallies> tallies;           ///< by stratum
};

class Wave {
 public:
  Wave(Outcome& outcome, Experiment const& e, VariantDraw place, ExperimentOptions const& options,
       Progress& progress)
      : outcome_(outcome),
        e_(e),
        place_(place),
        progress_(progress),
        kernel_(kernel_for(options.isa)),
        order_(largest_first(e.programme)) {
    auto const threads = static_cast<std::size_t>(omp_get_max_threads());
    for (std::size_t t = 0; t < threads; ++t) storage_.push_back(std::make_unique<TileStorage>());
  }

  /// Builds the population of one replicate.
  Population populate(std::size_t replicate, SettledNotes& notes) {
    Population population{replicate, make_households(slots_of(e_.programme))};
    Key const key = e_.key(replicate);
    std::vector<std::uint64_t> hashes(order_.size());
    in_parallel(order_.size(), [&](std::size_t i) {
      if (progress_.stopped()) return;
      std::size_t const d = order_[i];
      auto const slots = district_part(population.households, e_.programme.districts[d]);
      settle(slots, e_, d, key, kernel_);
      hashes[d] = hash_of(slots);
    });
    for (auto const word : hashes) notes.hash.add(word);
    if (progress_.stopped()) return population;
    if (e_.by_fifth) share_in_fifths(population.households);
    auto supports = supports_of(view(population.households), e_, key);
    if (!supports.empty()) {
      refuse_small_whole(supports.front());
      notes.supports.push_back(std::move(supports));
    }
    return population;
  }

  /// A piece on the first day. The last policy of a replicate takes the families instead of a copy.
  Work begin(Population& population, std::size_t policy, bool last) {
    Work work;
    work.piece = {policy, place_.variant, place_.draw, population.replicate};
    work.key = e_.key(population.replicate);
    work.nation.households = last ? std::move(population.households) : population.households;
    for (std::size_t d = 0; d < order_.size(); ++d)
      work.nation.districts.push_back(staffed(e_, d, policy, work.key));
    work.year_tallies.assign(order_.size(), std::vector<Tally>(12));
    work.tallies.assign(outcome_.strata.size(),
                        MonthlyTallies(static_cast<std::size_t>(e_.run.counts.months) + 1));
    return work;
  }

  /// Month 0 to the last, year by year; after each year the districts meet.
  void run(std::vector<Work>& works) {
    each_district(works, [&](Work& work, std::size_t d) {
      live(work, d, {0, 1}, kernel_.first_day);
    });
    for (auto& work : works) collect(work, {0, 1});
    for (MonthSpan const span : years_of(e_.run)) {
      if (progress_.stopped()) return;
      each_district(works, [&](Work& work, std::size_t d) { live(work, d, span, kernel_.year); });
      if (progress_.stopped()) return;
      for (auto& work : works) {
        collect(work, span);
        progress_.add(static_cast<double>(span.months) / e_.run.counts.months);
      }
    }
  }

  void finish_piece(Work const& work) {
    Scale const scale{.factor = e_.programme.factor,
                      .wage_rupiah = e_.setting.world.costs.wage_rupiah};
    for (std::size_t s = 0; s < work.tallies.size(); ++s) {
      store(outcome_, work.piece, s, work.tallies[s], scale);
    }
    finish(outcome_, work.piece);
  }

 private:
  TileStorage& storage() { return *storage_[static_cast<std::size_t>(omp_get_thread_num())]; }

  template <class Task>
  void each_district(std::vector<Work>& works, Task const& task) {
    in_parallel(works.size() * order_.size(), [&](std::size_t i) {
      if (progress_.stopped()) return;
      task(works[i % works.size()], order_[i / works.size()]);
    });
  }

  /// One district-year (or the first day); the strata of its families are counted on the way.
  void live(Work& work, std::size_t d, MonthSpan span, void (*step)(DistrictYear&, TileStorage&)) {
    auto& tallies = work.year_tallies[d];
    std::fill(tallies.begin(), tallies.end(), Tally{});
    DistrictYear task =
        district_year(e_, d, work.piece.policy, work.key,
                      district_part(work.nation.households, e_.programme.districts[d]),
                      work.nation.districts[d], span, tallies);
    std::vector<Tally> counted(e_.strata.size() * static_cast<std::size_t>(span.months));
    task.strata = e_.strata;
    task.by_stratum = counted;
    step(task, storage());
    if (counted.empty()) return;
    std::size_t const first = 1 + (e_.by_area ? e_.programme.areas.size() : 0);
    // Integers: the sum does not depend on which district comes first.
    std::scoped_lock const lock(strata_guard_);
    for (std::size_t m = 0; m < static_cast<std::size_t>(span.months); ++m) {
      for (std::size_t s = 0; s < e_.strata.size(); ++s)
        work.tallies[first + s][static_cast<std::size_t>(span.first_month) + m] +=
            counted[m * e_.strata.size() + s];
    }
  }

  /// Marks every family's fifth of the nation by true spending on the first day.
  void share_in_fifths(Households& households) {
    World const& world = e_.setting.world;
    std::vector<SpendingCounts> parts(order_.size());
    in_parallel(order_.size(), [&](std::size_t d) {
      auto const& district = e_.programme.districts[d];
      parts[d] = count_spending(district_part(households, district), district, world);
    });
    SpendingCounts nation(parts.front().size());
    for (auto const& part : parts) {
      for (std::size_t step = 0; step < nation.size(); ++step) nation[step] += part[step];
    }
    auto const borders = fifths_of(nation);
    in_parallel(order_.size(), [&](std::size_t d) {
      auto const& district = e_.programme.districts[d];
      mark_fifths(district_part(households, district), district, world, borders);
    });
  }

  /// Adds the districts' counts of the year, in the order of districts, to the strata.
  void collect(Work& work, MonthSpan span) {
    for (std::size_t d = 0; d < order_.size(); ++d) {
      std::size_t const area = e_.programme.districts[d].area + 1;
      for (int m = 0; m < span.months; ++m) {
        auto const month = static_cast<std::size_t>(span.first_month + m);
        Tally const& counted = work.year_tallies[d][static_cast<std::size_t>(m)];
        work.tallies[0][month] += counted;
        if (e_.by_area) work.tallies[area][month] += counted;
      }
    }
  }

  Outcome& outcome_;
  Experiment const& e_;
  VariantDraw place_;
  Progress& progress_;
  Kernel kernel_;
  std::vector<std::size_t> order_;
  std::vector<std::unique_ptr<TileStorage>> storage_;
  std::mutex strata_guard_;
};

}  // namespace

void Progress::add(double share_of_a_piece) {
  done_.store(done_.load() + share_of_a_piece);
  if (options_.progress) options_.progress(done_.load() / pieces_);
}

std::string Hash::text() const {
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[state_ >> shift & 15];
  return text;
}

void run_pieces(Outcome& outcome, Experiment const& e, VariantDraw place, std::size_t room,
                ExperimentOptions const& options, Progress& progress, SettledNotes& notes) {
  Wave wave(outcome, e, place, options, progress);
  std::size_t const policies = outcome.policies.size();
  std::vector<Work> works;
  auto const run_all = [&] {
    wave.run(works);
    for (auto const& work : works) {
      if (!progress.stopped()) wave.finish_piece(work);
    }
    works.clear();
  };
  for (std::size_t r = 0; r < outcome.replicates && !progress.stopped(); ++r) {
    Population population = wave.populate(r, notes);
    for (std::size_t p = 0; p < policies && !progress.stopped(); ++p) {
      works.push_back(wave.begin(population, p, p + 1 == policies));
      bool const whole = p + 1 == policies;
      std::size_t const held = works.size() + (whole ? 0 : 1);
      // Room for one more piece, and for the next replicate's population?
      if (held + 1 > room) run_all();
    }
  }
  if (!works.empty() && !progress.stopped()) run_all();
}

}  // namespace graduasi
