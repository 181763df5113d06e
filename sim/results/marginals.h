// What a further unit of a swept value changes, between neighbouring values of a sweep.
#pragma once

#include "results/curves.h"
#include "results/outcome.h"
#include "results/sink.h"
#include "results/text_table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace graduasi {

/// The change of a measure at the end of the run, for each unit that a swept value rises.
struct Marginal {
  std::size_t policy = 0;
  std::size_t variant_from = 0, variant_to = 0;  ///< equal but for this one value
  std::string path;                              ///< of it
  std::string unit;
  double from = 0, to = 0;
  std::size_t measure = 0;  ///< among `measures()`
  Estimate per_unit;        ///< over pairs of draw and replicate, which have the same luck
};

/// `policy,path,from,to,variant_from,variant_to,month,measure,per_unit,lower,upper,standard_error,
/// replicates,interval`.
void write_marginals(Sink& sink, Outcome const& outcome, std::vector<Marginal> const& marginals);

/// Self-reliant exits for each further unit, a line for each pair of neighbours.
std::string marginal_table(Outcome const& outcome, std::vector<Marginal> const& marginals,
                           Color color);

}  // namespace graduasi
