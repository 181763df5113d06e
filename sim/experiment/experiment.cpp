#include "experiment/experiment.h"

#include "experiment/family_strata.h"
#include "experiment/wave.h"
#include "scenario/variants.h"

#include <omp.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

std::size_t machine_memory() {
  return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) *
         static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE));
}

/// Names and sizes, before anything is simulated.
Outcome empty_outcome(Scenario const& scenario, Areas const& areas) {
  Outcome outcome;
  outcome.policies = policy_names(scenario);
  outcome.variants = variants_of(scenario);
  outcome.strata = stratum_names(scenario.output, areas);
  outcome.draws = static_cast<std::size_t>(scenario.run.counts.parameter_draws);
  outcome.replicates = static_cast<std::size_t>(scenario.run.counts.replicates);
  outcome.months = scenario.run.counts.months;
  outcome.strata_every = scenario.output.strata_every;
  outcome.start = scenario.run.start;
  make_slots(outcome);
  return outcome;
}

/// The month of the run from which a policy's last levers hold in full; 0 = from the start.
int month_in_force(Policy const& policy, RunSettings const& run) {
  LeverStep const& last = policy.steps.back();
  int const begins = last.from.number - run.start.number;
  return begins <= 0 && last.phase_in_months == 0 ? 0 : begins + std::max(last.phase_in_months, 1);
}

}  // namespace

void use_threads(ExperimentOptions const& options) {
  if (options.jobs > 0) omp_set_num_threads(options.jobs);
}

int threads_of(ExperimentOptions const& options) {
  return options.jobs > 0 ? options.jobs : omp_get_max_threads();
}

std::size_t piece_bytes(PopulationSettings const& settings) {
  return static_cast<std::size_t>(settings.size.households) * (household_bytes + 2);
}

Outcome run_experiment(Scenario const& scenario, Areas const& areas,
                       ExperimentOptions const& options) {
  Outcome outcome = empty_outcome(scenario, areas);
  use_threads(options);
  std::size_t const limit = options.memory_limit > 0 ? options.memory_limit : machine_memory() / 2;
  std::size_t const bytes = std::max<std::size_t>(piece_bytes(scenario.population), 1);
  // More pieces at a time than this keep no core busier, and each holds a year of counts.
  constexpr std::size_t most_at_a_time = 32;
  std::size_t const room = std::clamp<std::size_t>(limit / bytes, 1, most_at_a_time);

  Progress progress(outcome.pieces(), options);
  SettledNotes notes;
  for (std::size_t v = 0; v < outcome.variants.size(); ++v) {
    for (std::size_t d = 0; d < outcome.draws; ++d) {
      Experiment const e = prepared(scenario, areas, outcome.variants[v], static_cast<int>(d));
      if (v == 0 && d == 0) {
        outcome.facts.programme_households =
            std::llround(e.programme.factor * scenario.population.size.households);
        outcome.facts.warnings.insert(outcome.facts.warnings.end(), e.programme.warnings.begin(),
                                      e.programme.warnings.end());
        for (auto const& policy : e.setting.policies) {
          outcome.in_force.push_back(month_in_force(policy, scenario.run));
        }
      }
      run_pieces(outcome, e, {v, d}, room, options, progress, notes);
      if (progress.stopped()) break;
    }
  }
  outcome.facts.population_hash = notes.hash.text();
  empty_small_cells(outcome, notes.supports);
  return outcome;
}

}  // namespace graduasi
