// A pilot that is planned: what it measures, whom it interviews, and how large it may be.
#pragma once

#include "scenario/blocks/finding.h"
#include "scenario/blocks/key.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace graduasi {

/// The block `pilot`. The first two policies are its arms, and `trial.unit` says who is drawn
/// together: districts, unless the scenario says otherwise.
struct PilotPlan {
  std::size_t outcome = 0;     ///< of `family_outcomes()`
  std::size_t group = 0;       ///< of `family_groups()`
  std::optional<int> month{};  ///< nothing: the last one
  std::vector<double> units = {20, 40, 80, 160};
  int families = 30;        ///< interviewed in each unit, at most
  double power = 0.8;       ///< that is wanted
  int pilots = 400;         ///< simulated for each number of units, in each draw
  int households = 200000;  ///< at most, of the nation that they are drawn from
  int replicates = 4;       ///< at most, in each parameter draw
};

template <>
struct BlockOf<PilotPlan> {
  using Plan = PilotPlan;
  static constexpr std::string_view name = "pilot";
  static constexpr std::string_view meaning =
      "a pilot that is planned: what it measures, and how large it may be";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {"measure",
       {[](Plan const& p) -> std::size_t const& { return p.outcome; }, outcome_names},
       "",
       "what is measured of a family in a pilot (graduasi trial)"},
      {"group",
       {[](Plan const& p) -> std::size_t const& { return p.group; }, group_names},
       "",
       "families that are interviewed"},
      {"month", &Plan::month, "", "when they are interviewed"},
      {"units",
       {&Plan::units, {4, 10000}, "[20, 40, 80]"},
       "units",
       "numbers of units that a pilot may have, both arms together"},
      {"families",
       {&Plan::families, {1, 10000}},
       "households",
       "interviewed in each unit, at most"},
      {"power", {&Plan::power, {0.5, 0.99}}, "share", "of pilots that are to find the effect"},
      {"pilots",
       {&Plan::pilots, {20, 10000}},
       "pilots",
       "simulated for each number of units, in each nation"},
      {"households",
       {&Plan::households, small_run_households},
       "households",
       "families of the nation that pilots are drawn from, at most",
       "at most"},
      {"replicates",
       {&Plan::replicates, small_run_replicates},
       "replicates",
       "nations in each parameter draw, at most",
       "at most"},
  });
};

}  // namespace graduasi
