// The only unit that turns the tables of blocks into rows.
#include "base/contract.h"
#include "scenario/blocks/make_block.h"
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
  });
  return all;
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

}  // namespace graduasi
