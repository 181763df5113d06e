// Reads the block `optimise`: levers, what is to be gained, and what it may cost.
#pragma once

#include "scenario/entry.h"
#include "scenario/scenario.h"

#include <optional>
#include <span>
#include <string_view>

namespace graduasi {

/// `optimise: {levers: {PATH: [least, most]}, maximise: MEASURE, budget: {MEASURE: AMOUNT}}`.
/// @param written         the entry, or null
/// @param scenario        whose policies are known already
/// @param known_measures  empty: any
std::optional<OptimisePlan> checked_optimisation(Entry const* written, Scenario const& scenario,
                                                 std::span<std::string_view const> known_measures,
                                                 Findings& findings);

/// Each more makes the box harder to look over.
inline constexpr std::size_t most_levers = 6;
inline constexpr Range optimise_evaluations{4, 10000};
inline constexpr Range optimise_multiples{0.01, 100};
inline constexpr Range optimise_amounts{0, 1e18};

}  // namespace graduasi
