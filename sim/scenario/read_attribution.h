// The block `attribute`, and what it shares with `optimise`.
#pragma once

#include "scenario/entry.h"
#include "scenario/scenario.h"

#include <optional>
#include <span>
#include <string_view>

namespace graduasi {

/// `attribute: {measure: active, groups: {hours: [world.workload.on]}}`.
/// @param written         the entry, or null
/// @param known_measures  empty: any
std::optional<AttributionPlan> checked_attribution(Entry const* written, RunSettings const& run,
                                                   std::span<std::string_view const> known_measures,
                                                   Findings& findings);

/// Families of each of many runs.
inline constexpr Range small_run_households{1, 100000000};
/// Their replicates.
inline constexpr Range small_run_replicates{1, 10000};

/// Reads `month`, `households` or `replicates` of a block; the other keys are left alone.
/// @returns whether it was one of them
bool read_size_of_runs(Member const& member, std::string_view block, RunSettings const& run,
                       std::optional<int>& month, int& households, int& replicates,
                       Findings& findings);

/// The measure of that name, or nothing, and then the findings say so.
std::optional<std::string> checked_measure(Entry const& written, std::string const& path,
                                           std::span<std::string_view const> known_measures,
                                           Findings& findings);

}  // namespace graduasi
