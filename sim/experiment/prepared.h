// One (variant, draw) made ready: parameters, the programme on paper, and how one district of it
// is initialised, staffed and simulated.
#pragma once

#include "agents/households.h"
#include "experiment/dealing.h"
#include "experiment/known_lists.h"
#include "model/kernel.h"
#include "model/state.h"
#include "model/warm_start.h"
#include "outcome/run_results.h"
#include "population/areas.h"
#include "population/programme.h"
#include "scenario/overrides.h"
#include "scenario/scenario.h"
#include "scenario/variants.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace graduasi {

/// What a policy does in areas where it does the same.
struct PolicyInAreas {
  std::vector<Levers> levers;  ///< by month
  std::vector<Event> events;
};

/// All that simulations of one (variant, draw) share.
struct PreparedVariant {
  ParameterSet setting;
  RunSettings run;
  Programme programme;
  std::shared_ptr<KnownList const> list;
  std::vector<float> growth_beyond;  ///< by quarters of the run; empty: even growth
  std::vector<float> line_by_year;   ///< over that of the first; empty: the same in all
  /// By policy, one for each set of areas in which it does the same: few, whatever the areas.
  std::vector<std::vector<PolicyInAreas>> does;
  std::vector<std::vector<std::uint16_t>> set_of_area;  ///< by policy and area: which of them
  std::vector<float> visit_rates;                       ///< by district, under the baseline
  /// Numbers of the districts: in this order no thread is left with a large one at the end.
  std::vector<std::size_t> largest_first;
  bool by_area = false, by_fifth = false;
  std::vector<Subgroup> subgroups;  ///< of families, behind the areas in the results' subgroups

  /// What holds before the run, in every area.
  Levers const& baseline() const { return does.front().front().levers.front(); }
  PolicyInAreas const& does_in(std::size_t policy, District const& district) const {
    return does[policy][set_of_area[policy][district.area]];
  }
  /// The luck of a replicate of a draw, the same in every policy and variant. Nobody else has it:
  /// there are at most 10,000 of either.
  Key key(std::size_t draw, std::size_t replicate) const {
    return {run.counts.seed, static_cast<std::uint32_t>(draw << 16 | replicate)};
  }
  /// The luck of a simulation; twins share that of the first draw's first replicate.
  Key key(Simulation const& simulation) const {
    return simulation.replicate == twin ? key(0, 0) : key(simulation.draw, simulation.replicate);
  }
};

/// @param lists  those that are known, and then this variant's
/// @throws ScenarioError when areas and settings contradict each other
PreparedVariant prepared(Scenario const& scenario, Areas const& areas, Variant const& variant,
                         int draw, KnownLists& lists);

/// The same of one variant alone.
PreparedVariant prepared(Scenario const& scenario, Areas const& areas, Variant const& variant,
                         int draw);

/// What the first day of these parameters credits to past mentoring, of livelihood skills.
/// @param setting  of a draw; where it has `where`s, those of the baseline are left aside
/// @throws ScenarioError when areas and settings contradict each other
Credit credited_skill(ParameterSet const& setting, Areas const& areas);

/// Slots of all districts together.
std::size_t slots_of(Programme const& programme);

/// The slots of one district.
inline HouseholdsView district_part(Households& households, District const& district) {
  return part(view(households), district.first_slot, district.slots);
}

/// The same where only a share of the districts is held.
inline HouseholdsView district_part(Households& households, PreparedVariant const& e, std::size_t d,
                                    DistrictShare const& share) {
  return part(view(households), share.first_slots[d], e.programme.districts[d].slots);
}

/// Fills the slots of district `d` with its families on the first day.
void initialise(HouseholdsView slots, PreparedVariant const& e, std::size_t d, Key key,
                Kernel const& kernel);

/// The facilitators of district `d` on the first day, with room for the most the policy will hire.
DistrictState staffed(PreparedVariant const& e, std::size_t d, std::size_t policy, Key key);

/// The months of a run that are walked at a time: to December, or to the end.
struct MonthSpan {
  int first_month, months;
};
std::vector<MonthSpan> years_of(RunSettings const& run);

/// The task of simulating some months in district `d`.
DistrictYear district_year(PreparedVariant const& e, std::size_t d, std::size_t policy, Key key,
                           HouseholdsView slots, DistrictState& state, MonthSpan span,
                           std::span<Tally> tallies);

}  // namespace graduasi
