// The only unit that turns the tables of blocks into rows.
#include "base/contract.h"
#include "scenario/blocks/event_keys.h"
#include "scenario/blocks/make_block.h"
#include "scenario/blocks/population_files.h"
#include "scenario/blocks/top_keys.h"
#include "scenario/scenario.h"

#include <algorithm>
#include <array>

namespace graduasi {

namespace {

template <class Plan>
void const* place_of(std::optional<Plan> const& plan) {
  return plan ? &*plan : nullptr;
}

}  // namespace

std::span<Block const> blocks() {
  static auto const all = std::to_array<Block>({
      make_block<OutputSettings>([](Scenario const& s) -> void const* { return &s.output; }),
      make_block<TrialDesign>([](Scenario const& s) { return place_of(s.trial); }),
      make_block<AttributionPlan>([](Scenario const& s) { return place_of(s.attribution); }),
      make_block<OptimisePlan>([](Scenario const& s) { return place_of(s.optimisation); }),
      make_block<PilotPlan>([](Scenario const& s) { return place_of(s.pilot); }),
  });
  return all;
}

void in_order_of_scenario(std::function<void(Block const&)> const& of_block,
                          std::function<void()> const& of_findings) {
  for (auto const& block : blocks()) {
    of_block(block);
    if (block.name == BlockOf<TrialDesign>::name) of_findings();
  }
}

Block const& run_block() {
  static auto const block =
      make_block<RunSettings>([](Scenario const& s) -> void const* { return &s.run; });
  return block;
}

Block const& block_named(std::string_view name) {
  if (name == run_block().name) return run_block();
  auto const found = std::ranges::find(blocks(), name, &Block::name);
  expects(found != blocks().end(), "a block of that name has rows");
  return *found;
}

template <class Plan>
Block const& rows_of_item() {
  static auto const block = make_block<Plan>(nullptr);
  return block;
}

template Block const& rows_of_item<Policy>();
template Block const& rows_of_item<LeverStep>();
template Block const& rows_of_item<Event>();
template Block const& rows_of_item<Among>();
template Block const& rows_of_item<Finding>();
template Block const& rows_of_item<Effect>();

Block const& population_files() {
  static auto const block =
      make_block<Scenario>([](Scenario const& s) -> void const* { return &s; });
  return block;
}

std::span<std::string_view const> scenario_sections() {
  static auto const names = [] {
    std::vector<std::string_view> all;
    for (auto const& key : top_keys) {
      // Of `resolved.yaml` alone: no message offers it.
      if (key.name != "paths_relative_to") all.push_back(key.name);
    }
    return all;
  }();
  return names;
}

std::vector<Block const*> tables_below(std::string_view top) {
  std::vector<Block const*> all{&run_block(),
                                &population_files(),
                                &rows_of_item<Policy>(),
                                &rows_of_item<LeverStep>(),
                                &rows_of_item<Event>(),
                                &rows_of_item<Among>(),
                                &rows_of_item<Finding>(),
                                &rows_of_item<Effect>()};
  for (auto const& block : blocks()) all.push_back(&block);
  std::erase_if(all, [&](Block const* table) {
    return table->name != top && !table->name.starts_with(std::string(top) + ".");
  });
  return all;
}

}  // namespace graduasi
