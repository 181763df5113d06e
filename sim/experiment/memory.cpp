#include "experiment/memory.h"

#include "agents/households.h"
#include "experiment/family_subgroups.h"
#include "experiment/prepared.h"
#include "model/tile.h"
#include "scenario/variants.h"

#include <unistd.h>

#include <algorithm>

namespace graduasi {

namespace {

/// From the size of the process after a run of a few families.
constexpr std::size_t empty_program = 18'000'000;
/// What MPI adds where ranks speak with each other, measured likewise.
constexpr std::size_t mpi_program = 12'000'000;

constexpr std::size_t slot_bytes = household_bytes + 2;

/// The settings of the variant with the most families.
PopulationSettings largest_population(Scenario const& scenario) {
  auto settings = scenario.population;
  auto const raise = [](auto& value, std::vector<double> const& values) {
    using Value = std::remove_reference_t<decltype(value)>;
    value = std::max(value, static_cast<Value>(std::ranges::max(values)));
  };
  for (auto const& axis : scenario.sweep) {
    if (axis.values.empty()) continue;
    if (axis.path == "population.households") raise(settings.size.households, axis.values);
    if (axis.path == "population.intake.reserve_share")
      raise(settings.intake.reserve_share, axis.values);
    if (axis.path == "population.intake.new_families")
      raise(settings.intake.new_families, axis.values);
  }
  return settings;
}

/// Months recorded of the whole and of all other subgroups.
std::size_t recorded_rows(Scenario const& scenario, std::size_t subgroups) {
  RunResults shape;
  shape.months = scenario.run.counts.months;
  shape.strata_every = scenario.output.strata_every;
  return recorded_months(shape, 0).size() + (subgroups - 1) * recorded_months(shape, 1).size();
}

}  // namespace

RunMemory memory_of(Scenario const& scenario, Areas const& areas,
                    ExperimentOptions const& options) {
  auto const population = largest_population(scenario);
  auto const& baseline = scenario.policies.front().steps.front().levers;
  auto const programme = plan_programme(
      areas, population,
      new_families(*options.lists, *scenario.world, population, baseline, scenario.run));
  auto const subgroups = subgroup_names(scenario.output, areas).size();
  auto const months = static_cast<std::size_t>(scenario.run.counts.months) + 1;
  auto const policies = policy_names(scenario).size();
  auto const simulations = simulations_of(scenario);
  auto const& counts = scenario.run.counts;
  auto const lives = static_cast<std::size_t>(counts.parameter_draws) *
                         static_cast<std::size_t>(counts.replicates) +
                     static_cast<std::size_t>(twins_of(counts));
  auto const variants = simulations / policies / lives;
  // At most one set of levers for each area that stands for others.
  std::size_t const places = std::max(scenario.places.size(), std::size_t{1});
  std::size_t const a_setting = policies * places * months * sizeof(Levers) +
                                programme.districts.size() * sizeof(District) +
                                programme.areas.size() * sizeof(AreaPlan);
  return {.program = empty_program + (options.ranks->of() > 1 ? mpi_program : 0) +
                     static_cast<std::size_t>(threads_of(options)) * sizeof(TileStorage),
          .settings = std::min(variants, max_variants_held) * a_setting,
          .results = simulations *
                     (recorded_rows(scenario, subgroups) * measures().size() * sizeof(double) +
                      subgroups * sizeof(Series)),
          .families = slots_of(programme) * slot_bytes,
          .largest_district =
              std::ranges::max(programme.districts, {}, &District::slots).slots * slot_bytes,
          .counts = (subgroups * months + 12 * programme.districts.size()) * sizeof(Tally)};
}

RunMemory divided(RunMemory memory, std::size_t ranks) {
  // Dealt to whoever has the fewest: nobody has more than the mean and one district.
  memory.families = std::min(memory.families,
                             memory.families / ranks + (ranks > 1 ? memory.largest_district : 0));
  return memory;
}

std::size_t ranks_for_a_piece(RunMemory const& memory, ExperimentOptions const& options) {
  auto& all = *options.ranks;
  std::size_t ranks = 1;
  while (ranks < all.of() && min_bytes(divided(memory, ranks)) > memory_limit_of(options)) ++ranks;
  return static_cast<std::size_t>(std::ranges::max(all.gather(static_cast<std::int64_t>(ranks))));
}

std::size_t min_bytes(RunMemory const& m) { return held_bytes(m, 1); }

std::size_t simulations_within(RunMemory const& m, std::size_t limit) {
  // The population that simulations are copied from takes room as well.
  std::size_t const taken = m.program + m.settings + m.results + m.families;
  if (limit <= taken) return 1;
  return std::max<std::size_t>((limit - taken) / std::max<std::size_t>(m.families + m.counts, 1),
                               1);
}

std::size_t simulations_at_a_time(RunMemory const& memory, Scenario const& scenario,
                                  ExperimentOptions const& options, std::size_t ranks) {
  std::size_t const limit =
      options.memory_limit > 0 ? options.memory_limit : machine_memory(*options.ranks) / 2;
  // More at a time keep no core busier: each simulation holds a year of counts, and what is in work
  // is lost when the process is killed, here about a second of it.
  constexpr std::size_t max_simulations = 32, max_families_a_thread = 200000;
  auto const families = static_cast<std::size_t>(scenario.population.size.households) / ranks;
  auto const enough = static_cast<std::size_t>(threads_of(options)) * max_families_a_thread /
                      std::max<std::size_t>(families, 1);
  return std::clamp<std::size_t>(
      std::min(simulations_within(divided(memory, ranks), limit), enough), 1, max_simulations);
}

std::size_t held_bytes(RunMemory const& m, std::size_t simulations) {
  return m.program + m.settings + m.results + m.families + simulations * (m.families + m.counts);
}

std::size_t machine_memory(Ranks const& ranks) {
  return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) *
         static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE)) / ranks.here();
}

std::size_t memory_limit_of(ExperimentOptions const& options) {
  return options.memory_limit > 0 ? options.memory_limit : machine_memory(*options.ranks);
}

}  // namespace graduasi
