// What policies cost, to whom, and for each exit.
#pragma once

#include "analysis/cost_figures.h"
#include "outcome/run_results.h"
#include "output/json.h"
#include "store/sink.h"

#include <vector>

namespace graduasi {

/// `policy,variant,perspective,item,unit,mean,lower,upper,difference,difference_lower,
/// difference_upper,replicates,interval`.
void write_costs(Sink& sink, RunResults const& results, std::vector<CostFigure> const& figures);

/// The same rows, for the page.
Json costs_json(RunResults const& results, std::vector<CostFigure> const& figures);

}  // namespace graduasi
