// Policies against the baseline, under the same luck.
#pragma once

#include "base/language.h"
#include "outcome/estimate.h"

#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// A policy less the baseline, paired by draw and replicate.
struct Difference {
  Estimate estimate;  ///< its standard error is that of the paired differences
  /// One draw: the share of pairs that go the better way, ties half. More: the probability that the
  /// expected difference goes the better way in a world drawn from the priors, given what the run
  /// shows (`probability_above_zero`). NaN where no way is better.
  double probability_better;
  /// Variance by chance between two runs with luck of their own over that of these pairs: as many
  /// times the replicates would runs need that are not paired. NaN where the pairs do not vary.
  double variance_ratio = Estimate::not_defined;
};

/// @param policy, baseline  values of one cell over the same pairs and twins (`gather`)
/// @param better            "higher", "lower" or empty, of the measure
Difference difference(std::span<double const> policy, std::span<double const> baseline, Lives lives,
                      std::string_view better);

/// Whether a difference can be told from none.
struct Verdict {
  enum class Kind {
    distinguishable,    ///< the interval excludes zero
    equal,              ///< every pair agrees exactly
    more_replicates,    ///< `runs` of them would do, if the spread stays as it is
    more_draws,         ///< so would `runs` parameter draws
    parameters_decide,  ///< its sign depends on uncertain parameters; more runs do not help
    no_interval         ///< one value only
  };
  Kind kind;
  std::size_t runs = 0;  ///< replicates or draws needed; above `max_runs` = more than that
};

inline constexpr std::size_t max_runs = 10000;

Verdict verdict(Estimate const& difference);

/// "distinguishable", "not distinguishable; about 57 replicates needed", ...
std::string words(Verdict verdict, Language language = Language::english);

}  // namespace graduasi
