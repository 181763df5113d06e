// What a further unit of a swept value changes, between neighbouring values of a sweep.
#pragma once

#include "analysis/marginals.h"
#include "outcome/run_results.h"
#include "output/text_table.h"
#include "store/sink.h"

#include <string>
#include <vector>

namespace graduasi {

/// `policy,path,from,to,variant_from,variant_to,month,measure,per_unit,lower,upper,standard_error,
/// replicates,interval`.
void write_marginals(Sink& sink, RunResults const& results, std::vector<Marginal> const& marginals);

/// Self-reliant exits for each further unit, a line for each pair of neighbours.
std::string marginal_table(RunResults const& results, std::vector<Marginal> const& marginals,
                           Style const& style);

}  // namespace graduasi
