#include "experiment/experiment.h"

#include "base/errors.h"
#include "experiment/dealing.h"
#include "experiment/family_subgroups.h"
#include "experiment/memory.h"
#include "experiment/populate.h"
#include "experiment/reports.h"
#include "experiment/wave.h"
#include "population/own_counts.h"
#include "scenario/describe/effective.h"
#include "scenario/variants.h"
#include "scenario/where.h"
#include "store/store.h"

#include <omp.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace graduasi {

namespace {

/// Where a policy holds that does not hold everywhere.
std::vector<HeldIn> held_in(Policy const& policy, Areas const& areas) {
  std::vector<HeldIn> all;
  auto const add = [&](Where const& part) {
    auto const name = place_text(policy, part);
    if (name.empty() || std::ranges::find(all, name, &HeldIn::name) != all.end()) return;
    auto& held = all.emplace_back(HeldIn{name, {}});
    for (std::size_t a = 0; a < areas.rows.size(); ++a)
      if (reaches(policy, part, areas.rows[a])) held.areas.push_back(a);
  };
  for (auto const& step : policy.steps) add(step.where);
  for (auto const& event : policy.events) add(event.where);
  return all;
}

/// Names and sizes, before anything is simulated.
RunResults empty_results(Scenario const& scenario, Areas const& areas) {
  RunResults results;
  results.policies = policy_names(scenario);
  results.variants = variants_of(scenario);
  results.subgroups = subgroup_names(scenario.output, areas);
  results.draws = static_cast<std::size_t>(scenario.run.counts.parameter_draws);
  results.replicates = static_cast<std::size_t>(scenario.run.counts.replicates);
  results.twins = static_cast<std::size_t>(twins_of(scenario.run.counts));
  results.months = scenario.run.counts.months;
  results.strata_every = scenario.output.strata_every;
  results.start = scenario.run.start;
  for (auto const& policy : scenario.policies) results.held_in.push_back(held_in(policy, areas));
  make_slots(results);
  return results;
}

/// Whether one asks for more posts than another.
bool asks_for_more(CaseloadLevers const& one, CaseloadLevers const& other) {
  return one.households_per_facilitator < other.households_per_facilitator ||
         one.more_facilitators > other.more_facilitators;
}

/// The month of the run from which a policy's last levers hold in full, its posts filled; 0 = from
/// the start.
int month_in_force(Policy const& policy, Policy const& baseline, RunSettings const& run) {
  LeverStep const& last = policy.steps.back();
  int const begins = last.from.number - run.start.number;
  bool const adds = asks_for_more(last.levers.caseload, baseline.steps.back().levers.caseload);
  int const recruiting = adds ? last.levers.staff.recruitment_months : 0;
  if (begins <= 0 && last.phase_in_months == 0 && recruiting == 0) return 0;
  int const full = std::max(begins, 0) + std::max(last.phase_in_months, 1) + recruiting;
  return std::min(full, run.counts.months);
}

void note_programme(RunResults& results, PreparedVariant const& e, Scenario const& scenario) {
  results.facts.programme_households =
      std::llround(e.programme.factor * scenario.population.size.households);
  append(results.facts.warnings, e.programme.warnings);
  if (auto counts = warning_of_counts(e.programme, e.baseline().caseload))
    results.facts.warnings.push_back(std::move(*counts));
  for (auto const& policy : e.setting.policies)
    results.in_force.push_back(month_in_force(policy, e.setting.policies.front(), scenario.run));
}

/// Ranks that have come to different runs would wait for each other, or mix their figures.
void refuse_other_run(Scenario const& scenario, Ranks& ranks) {
  if (ranks.of() == 1) return;
  std::string values;
  for (auto const& value : effective_values(scenario))
    values += value.path + '=' + value.value + '\n';
  auto const here = static_cast<std::int64_t>(std::hash<std::string>{}(values));
  auto const all = ranks.gather(here);
  auto const other = std::ranges::find_if(all, [&](auto hash) { return hash != all.front(); });
  if (other == all.end()) return;
  throw FileError("mpirun: rank " + std::to_string(other - all.begin()) +
                  " has come to another run than rank 0; see that all machines read the same files "
                  "and have processors of one kind");
}

/// A run on its way: what is there already, what is simulated next.
class Run {
 public:
  Run(Scenario const& scenario, Areas const& areas, ExperimentOptions const& options)
      : scenario_(scenario),
        areas_(areas),
        options_(options),
        results_(empty_results(scenario, areas)),
        families_(variants_by_families(results_.variants)),
        lucks_(lucks_of(results_)),
        reports_(results_, options) {}

  /// Draw after draw, each with its replicates and its twin, so that a run that is cut has as many
  /// simulations of one policy and variant as of another.
  RunResults to_the_end() {
    if (options_.store != nullptr) options_.store->load(results_);
    share_baselines();
    reports_.share_what_is_there();
    note_programme(results_, *prepared_for(0, 0), scenario_);
    simulate(pieces_ahead());
    reports_.gather();
    share_baselines();
    std::vector<PopulationNote> notes;
    for (auto const& [piece, note] : reports_.notes()) notes.push_back(note);
    results_.facts.population_hash = hash_of(notes);
    empty_small_cells(results_, supports_in(notes));
    return std::move(results_);
  }

  /// Numbers of the pieces of which something is not in the store; its figures are not read.
  std::vector<std::size_t> missing_pieces() {
    for (auto const& simulation : options_.store->kept())
      if (results_.has(simulation)) finish(results_, simulation);
    std::vector<std::size_t> numbers;
    each_piece([&](std::size_t piece, Luck luck, std::vector<std::size_t> const& variants) {
      Simulation const first{0, variants.front(), luck.draw, luck.replicate};
      if (!missing(luck, variants).empty() || !has_families(first)) numbers.push_back(piece);
    });
    return numbers;
  }

 private:
  struct Luck {
    std::size_t draw, replicate;
  };

  static std::vector<Luck> lucks_of(RunResults const& results) {
    std::vector<Luck> lucks;
    for (std::size_t draw = 0; draw < results.draws; ++draw) {
      for (std::size_t replicate = 0; replicate < results.replicates; ++replicate)
        lucks.push_back({draw, replicate});
      if (draw < results.twins) lucks.push_back({draw, twin});
    }
    return lucks;
  }

  /// Those of this shard, in the order of the run.
  void each_piece(auto const& with) const {
    std::size_t piece = 0;
    for (auto const luck : lucks_) {
      for (auto const& variants : families_) {
        if (options_.shard.has(piece)) with(piece, luck, variants);
        ++piece;
      }
    }
  }

  /// The simulations of these variants that are not there yet. Where variants live on the same
  /// families their baseline is the same, and is simulated once.
  std::vector<Simulation> missing(Luck luck, std::vector<std::size_t> const& variants) const {
    std::vector<Simulation> simulations;
    for (auto const variant : variants) {
      for (std::size_t policy = variant == variants.front() ? 0 : 1;
           policy < results_.policies.size(); ++policy) {
        Simulation const simulation{policy, variant, luck.draw, luck.replicate};
        if (!results_.finished[results_.index_of(simulation)]) simulations.push_back(simulation);
      }
    }
    return simulations;
  }

  bool has_families(Simulation const& simulation) const {
    try {
      return !options_.store->population(simulation).empty();
    } catch (FileError const&) {
      return false;
    }
  }

  /// Families and what is still to be simulated of them.
  struct Piece {
    std::size_t number;  ///< among those of the run
    Simulation first;    ///< whose families they are
    std::vector<Simulation> simulations;
  };

  /// Those that are not whole; of the others the notes are taken from the store.
  std::vector<Piece> pieces_ahead() {
    std::vector<Piece> ahead;
    std::size_t simulations = 0;
    each_piece([&](std::size_t number, Luck luck, std::vector<std::size_t> const& variants) {
      Piece piece{
          number, {0, variants.front(), luck.draw, luck.replicate}, missing(luck, variants)};
      simulations += piece.simulations.size();
      if (piece.simulations.empty())
        reports_.note_from_store(number, piece.first);
      else
        ahead.push_back(std::move(piece));
    });
    reports_.begin(simulations);
    return ahead;
  }

  /// Simulations at a time for each number of ranks that take a piece together: as many as the rank
  /// with the least room has room for, so that waves are the same in all.
  std::map<std::size_t, std::size_t> rooms_for(std::vector<RankGroup> const& takers,
                                               RunMemory const& memory) const {
    std::map<std::size_t, std::size_t> rooms;
    for (auto const& group : takers) {
      auto const [known, is_new] = rooms.emplace(group.count, 0);
      if (!is_new) continue;
      auto const here = simulations_at_a_time(memory, scenario_, options_, group.count);
      auto const all = options_.ranks->gather(static_cast<std::int64_t>(here));
      known->second = static_cast<std::size_t>(std::ranges::min(all));
    }
    return rooms;
  }

  /// Pieces that are dealt to this rank, each with the other ranks that take it.
  void simulate(std::vector<Piece> const& pieces) {
    auto& ranks = *options_.ranks;
    auto const memory = memory_of(scenario_, areas_, options_);
    auto const takers = deal_pieces(pieces.size(), ranks.of(), ranks_for_a_piece(memory, options_));
    auto const rooms = rooms_for(takers, memory);
    Wave wave(results_, options_, reports_);
    RankGroup group = ranks.itself();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!takers[i].has(ranks.number())) continue;
      if (takers[i] != group) wave.run();  // a wave is of one group
      group = takers[i];
      if (!is_stopped(group)) simulate(pieces[i], group, rooms.at(group.count), wave);
    }
    if (!is_stopped(group)) wave.run();
  }

  void simulate(Piece const& piece, RankGroup group, std::size_t room, Wave& wave) {
    auto const settled = prepared_for(piece.first.variant, piece.first.draw);
    auto const share = std::make_shared<DistrictShare const>(
        share_of_districts(settled->programme, settled->largest_first, options_.ranks, group));
    auto population = populate(*settled, settled->key(piece.first), kernel_for(options_.isa),
                               *share, [&] { return reports_.stopped(); });
    if (!population) return;
    if (share->place() == 0) reports_.note(piece.number, piece.first, population->note);
    auto const& simulations = piece.simulations;
    for (std::size_t i = 0; i < simulations.size() && !is_stopped(group); ++i) {
      bool const last = i + 1 == simulations.size();
      wave.add(simulations[i], prepared_for(simulations[i].variant, piece.first.draw), share,
               last ? std::move(population->households) : population->households);
      // Room for one more simulation, and for the families that are still needed?
      if (wave.size() + (last ? 0 : 1) + 1 > room) wave.run();
    }
  }

  /// Whether a rank of the group is to stop; asked by all of them at the same places.
  bool is_stopped(RankGroup group) {
    is_stopped_ = options_.ranks->any(group, is_stopped_ || reports_.stopped());
    return is_stopped_;
  }

  /// Gives every variant the baseline that it shares with others.
  void share_baselines() {
    for (auto const& variants : families_) {
      for (std::size_t life = 0; life < results_.number_of_lives(); ++life) {
        Simulation const done = results_.life(0, variants.front(), life);
        if (!results_.finished[results_.index_of(done)]) continue;
        for (auto const variant : variants) copy_to_variant(results_, done, variant);
      }
    }
  }

  /// Kept for all variants of a draw, when they are not too many to be held.
  std::shared_ptr<PreparedVariant const> prepared_for(std::size_t variant, std::size_t draw) {
    if (draw != ready_draw_ || ready_.size() >= max_variants_held) ready_.clear();
    ready_draw_ = draw;
    auto& ready = ready_[variant];
    if (!ready)
      ready = std::make_shared<PreparedVariant const>(prepared(
          scenario_, areas_, results_.variants[variant], static_cast<int>(draw), *options_.lists));
    return ready;
  }

  static std::vector<std::vector<Support>> supports_in(std::vector<PopulationNote> const& notes) {
    std::vector<std::vector<Support>> all;
    for (auto const& note : notes) {
      if (!note.supports.empty()) all.push_back(note.supports);
    }
    return all;
  }

  Scenario const& scenario_;
  Areas const& areas_;
  ExperimentOptions const& options_;
  RunResults results_;
  std::vector<std::vector<std::size_t>> families_;  ///< variants that live on the same families
  std::vector<Luck> lucks_;                         ///< in the order in which they are simulated
  Reports reports_;
  bool is_stopped_ = false;  ///< this rank, or one with which it does something
  std::map<std::size_t, std::shared_ptr<PreparedVariant const>> ready_;  ///< by variant
  std::size_t ready_draw_ = 0;
};

}  // namespace

std::size_t pieces_of(Scenario const& scenario) {
  auto const& counts = scenario.run.counts;
  auto const lives = counts.parameter_draws * counts.replicates + twins_of(counts);
  return static_cast<std::size_t>(lives) * variants_by_families(variants_of(scenario)).size();
}

std::vector<std::size_t> pieces_missing(Scenario const& scenario, Areas const& areas,
                                        ExperimentOptions const& options) {
  return Run(scenario, areas, options).missing_pieces();
}

void use_threads(ExperimentOptions const& options) {
  if (options.jobs > 0) omp_set_num_threads(options.jobs);
}

int threads_of(ExperimentOptions const& options) {
  return options.jobs > 0 ? options.jobs : omp_get_max_threads();
}

bool stopped(ExperimentOptions const& options) {
  return options.ranks->any(options.ranks->all(), options.stop != nullptr && options.stop->load());
}

RunResults run_experiment(Scenario const& scenario, Areas const& areas,
                          ExperimentOptions const& options) {
  use_threads(options);
  refuse_other_run(scenario, *options.ranks);
  return Run(scenario, areas, options).to_the_end();
}

}  // namespace graduasi
