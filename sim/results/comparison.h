// Policies against the baseline, under the same luck.
#pragma once

#include "results/curves.h"

#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// A policy less the baseline, paired by draw and replicate.
struct Difference {
  Estimate estimate;          ///< its standard error is that of the paired differences
  double probability_better;  ///< share of pairs that go the better way, ties half; NaN without one
  /// Variance by chance between two runs with luck of their own over that of these pairs: as many
  /// times the replicates would runs need that are not paired. NaN where the pairs do not vary.
  double variance_ratio = Estimate::not_defined;
};

/// @param policy, baseline  values of one cell over the same pairs, draw after draw (`gather`)
/// @param replicates        values of a draw
/// @param better            "higher", "lower" or empty, of the measure
Difference difference(std::span<double const> policy, std::span<double const> baseline,
                      std::size_t replicates, std::string_view better);

/// Whether a difference can be told from none.
struct Verdict {
  enum class Kind {
    told_apart,         ///< the interval excludes zero
    equal,              ///< every pair agrees exactly
    more_replicates,    ///< `replicates` of them would do, if the spread stays as it is
    parameters_decide,  ///< its sign depends on uncertain parameters; replicates do not help
    no_interval         ///< one value only
  };
  Kind kind;
  std::size_t replicates = 0;  ///< for `more_replicates`; above `most_replicates` = more than that
};

inline constexpr std::size_t most_replicates = 10000;

Verdict verdict(Estimate const& difference);

/// "told apart", "not told apart; about 57 replicates would do", ...
std::string words(Verdict verdict);

}  // namespace graduasi
