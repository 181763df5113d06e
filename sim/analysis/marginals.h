// What one more unit of a swept value changes, between neighbouring values of a sweep.
#pragma once

#include "outcome/estimate.h"
#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <span>
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

/// Marginal effects between neighbouring values of every swept number, the least first, all other
/// values equal. Words and yes or no have none; neither has the baseline for
/// levers, which do not move it.
/// @param chosen  measures, as indices in `measures()`
std::vector<Marginal> marginals_of(RunResults const& results, std::vector<SweepAxis> const& sweep,
                                   std::span<std::size_t const> chosen);

}  // namespace graduasi
