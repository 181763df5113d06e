#include "experiment/known_lists.h"

#include "experiment/experiment.h"
#include "model/lives.h"
#include "parameters/lookup.h"

#include <array>
#include <string_view>

namespace graduasi {

namespace {

/// As many are held at a time, a few thousand bytes each beside kept families.
constexpr std::size_t max_lists = 64;

/// The groups of other parameters than the population's that decide how families age on the list.
constexpr auto world_groups = std::to_array<std::string_view>(
    {"world.member_clocks.", "world.life_cycle.", "world.care.", "world.natural_exit."});
constexpr auto lever_groups =
    std::to_array<std::string_view>({"policy.benefit.", "policy.registry."});

/// The values of all rows whose paths begin with one of these.
template <class Root>
void add_values(std::vector<double>& values, Root const& holder, auto const& groups) {
  for (auto const& row : rows_of<Root>()) {
    for (auto const group : groups)
      if (row.path.starts_with(group)) values.push_back(row.get(holder));
  }
}

std::vector<double> all_that_counts(World const& world, PopulationSettings const& settings,
                                    Levers const& baseline, RunSettings const& run) {
  std::vector<double> values{static_cast<double>(run.start.number)};
  add_values(values, settings, std::to_array<std::string_view>({"population."}));
  add_values(values, world, world_groups);
  add_values(values, baseline, lever_groups);
  for (auto const& year : settings.years.rows)
    values.insert(values.end(), {static_cast<double>(year.year), year.families,
                                 static_cast<double>(year.list_month)});
  return values;
}

}  // namespace

std::shared_ptr<KnownList const> KnownLists::of(World const& world,
                                                PopulationSettings const& settings,
                                                Levers const& baseline, RunSettings const& run) {
  auto const key = all_that_counts(world, settings, baseline, run);
  if (auto const found = known_.find(key); found != known_.end()) return found->second;
  auto list = std::make_shared<KnownList>();
  list->births = make_birth_table(settings.families, share_at_school(world.member_clocks));
  FirstDayPlan const plan{.world = world,
                          .settings = settings,
                          .baseline = baseline,
                          .births = list->births,
                          .key = {},
                          .before = later(run.start, -1),
                          .kernel = kernel_for(best_isa())};
  if (settings.intake.new_families > 0) list->leaving = leaving_list(plan);
  list->variance = variance_of_life_cycle(plan);
  if (keeps_ == Keeps::families_of_first && known_.empty())
    list->kept = std::make_unique<AgedBefore>();
  if (known_.size() >= max_lists) known_.clear();
  return known_[key] = std::move(list);
}

std::shared_ptr<KnownLists> no_known_lists() { return std::make_shared<KnownLists>(); }

NewFamilies new_families(KnownLists& lists, World const& world, PopulationSettings const& settings,
                         Levers const& baseline, RunSettings const& run) {
  auto const times = static_cast<double>(settings.intake.new_families);
  if (times <= 0) return {};
  return {times * lists.of(world, settings, baseline, run)->leaving, quarters_of(run)};
}

}  // namespace graduasi
