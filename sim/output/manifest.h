// manifest.json: where a result comes from and how to repeat it.
#pragma once

#include "base/month_text.h"
#include "outcome/estimate.h"
#include "outcome/run_results.h"
#include "output/json.h"
#include "scenario/scenario.h"

#include <string>
#include <string_view>

namespace graduasi {

/// What later programs must know how to read.
inline constexpr int results_format = 1;

/// "complete" or "partial".
std::string_view state_of(RunResults const& results);

/// One line to cite the result by.
std::string citation(RunResults const& results, Scenario const& scenario,
                     std::string_view result_hash);

/// @param result_hash  of the CSV files (`ResultFolder::result_hash`)
/// @param run_in       the working directory as the result folder sees it, for `rerun`
Json manifest(RunResults const& results, Scenario const& scenario, std::string_view result_hash,
              std::string_view run_in = {});

/// The files that a scenario was read from, path by SHA-256.
Json inputs_json(std::vector<InputFile> const& inputs);

/// Warnings as a list of objects.
Json warnings_json(std::vector<Warning> const& warnings);

/// Mean and interval.
Json estimate_json(Estimate const& estimate);

}  // namespace graduasi
