// How a result is divided over mechanisms: which are switched together, and what is looked at.
#pragma once

#include "scenario/blocks/key.h"
#include "scenario/headline.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// Mechanisms that are switched on and off together.
struct SwitchGroup {
  std::string name;
  std::vector<std::string> switches;  ///< "world.workload.on"
};

/// A switch of the world, and the group it is in unless the scenario says otherwise.
struct SwitchRow {
  std::string_view path;
  std::string_view group;  ///< empty: it stays as the scenario has it
};

/// Every switch of the world, once. Ten groups: each more doubles the runs.
///
/// The decision to leave belongs to no group. Without it nobody leaves self-reliantly whatever else
/// is on, so half of what any other mechanism does would be booked to it: arithmetic, no insight.
inline constexpr auto switch_rows = std::to_array<SwitchRow>({
    {"world.shocks.on", "shocks and setbacks"},
    {"world.disasters.on", "shocks and setbacks"},
    {"world.lasting_shocks.on", "shocks and setbacks"},
    {"world.afterwards.on", "shocks and setbacks"},
    {"world.member_clocks.on", "life cycle"},
    {"world.life_cycle.on", "life cycle"},
    {"world.growth.on", "life cycle"},
    {"world.natural_exit.on", "life cycle"},
    {"world.workload.on", "workload and turnover"},
    {"world.turnover.on", "workload and turnover"},
    {"world.competence.on", "workload and turnover"},
    {"world.work_pattern.on", "schedules"},
    {"world.attendance.on", "schedules"},
    {"world.contact.on", "mentoring, confidence, peers"},
    {"world.self_confidence.on", "mentoring, confidence, peers"},
    {"world.peers.on", "mentoring, confidence, peers"},
    {"world.labelling.on", "mentoring, confidence, peers"},
    {"world.skills.on", "skills and opportunities"},
    {"world.digital_literacy.on", "skills and opportunities"},
    {"world.partners.on", "skills and opportunities"},
    {"world.access.on", "skills and opportunities"},
    {"world.enterprise.on", "skills and opportunities"},
    {"world.earnings.on", "skills and opportunities"},
    {"world.registry.on", "records and time limit"},
    {"world.time_limit.on", "records and time limit"},
    {"world.assessment.on", "assessment and targets"},
    {"world.target_pressure.on", "assessment and targets"},
    {"world.card_custody.on", "cards and levies"},
    {"world.money.benefit_on", "benefit and saving"},
    {"world.money.saving_on", "benefit and saving"},
    {"world.leaving.on", ""},
});

/// The groups of `switch_rows`, in its order.
std::vector<SwitchGroup> default_groups();

inline constexpr std::size_t most_groups = 10;

/// The block `attribute`.
struct AttributionPlan {
  std::vector<SwitchGroup> groups = default_groups();
  std::string measure{headline_measure};
  std::optional<int> month{};  ///< nothing: the last one
  int households = 5000;       ///< at most, of each of the many runs
  int replicates = 8;          ///< at most, in each parameter draw
};

template <>
struct BlockOf<AttributionPlan> {
  using Plan = AttributionPlan;
  static OwnForm<Plan> const groups;

  static constexpr std::string_view name = "attribute";
  static constexpr std::string_view meaning = "how a result is divided over mechanisms";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {"groups", &groups, "",
       "mechanisms that are switched together, where a result is divided over them (graduasi "
       "attribute); at most ten groups, and a switch in none stays as it is"},
      {"measure", {&Plan::measure, KeyForm::measure}, "", "what is divided"},
      {"month", &Plan::month, "", "when it is looked at"},
      {"households",
       {&Plan::households, small_run_households},
       "households",
       "families of each of the many runs, at most",
       "at most, of each run"},
      {"replicates",
       {&Plan::replicates, small_run_replicates},
       "replicates",
       "of each of the many runs in a parameter draw, at most",
       "at most, of each run"},
  });
};

}  // namespace graduasi
