// The values of a sweep for the page: what each variant stands for, and what a further unit
// changes.
#pragma once

#include "outcome/run_results.h"
#include "output/json.h"
#include "output/marginal_table.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <span>
#include <vector>

namespace graduasi {

/// `axes`, with the values that each takes as numbers and as the scenario would write them;
/// `variants`, for each of the results' its values along the axes; `marginals`, with lists along
/// the measures. Null without a sweep.
/// @param marginals  of `chosen`, one after the other for each pair of neighbours
Json page_sweep(RunResults const& results, std::vector<SweepAxis> const& sweep,
                std::span<Marginal const> marginals, std::span<std::size_t const> chosen);

}  // namespace graduasi
