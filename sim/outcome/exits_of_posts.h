// How exits of a year are spread over facilitators, of what was counted over their posts.
#pragma once

#include "outcome/measure_formulas.h"

#include "base/math_double.h"

namespace graduasi::formulas {

/// Fewer posts than this, in the simulation, say too little about how exits are spread over them.
inline constexpr double min_posts_of_year = 30;

/// Exits of a full post in a year: their mean, and how their rates differ between posts.
struct ExitsOfPosts {
  double mean = not_defined;
  double variance = 0;  ///< of the rates, chance left aside
};

inline ExitsOfPosts exits_of_posts(Tally const& december) {
  double const posts = sum<Count::year_posts>(december) / share_unit;
  if (posts < min_posts_of_year) return {};
  double const mean = sum<Count::year_exits>(december) / posts;
  double const pairs = sum<Count::year_pairs>(december) / share_unit / posts;
  double const variance = pairs - mean * mean;
  return {.mean = mean, .variance = variance > 0 ? variance : 0};
}

/// Share of full posts with less than so many exits in the year. In a sample many caseloads are
/// those of part of a post, so posts cannot be counted one by one: the law is the negative binomial
/// one with the mean and the variance of rates that caseloads of any size give without bias.
template <int exits>
double posts_with_less_than(View v) {
  auto const [mean, variance] = exits_of_posts(v.now);
  if (!(mean >= 0)) return not_defined;
  // As rates no longer differ it becomes the law of Poisson.
  double const spread = mean > 0 ? variance / (mean * mean) : 0;
  double const odds = spread * mean;
  double term = odds > 1e-6 ? math::exp(-math::log(1 + odds) / spread) : math::exp(-mean);
  double below = 0;
  for (int k = 0; k < exits; ++k) {
    below += term;
    term *= mean * (1 + k * spread) / ((k + 1) * (1 + odds));
  }
  return below;
}

template <int from, int to>
double posts_with(View v) {
  return posts_with_less_than<to>(v) - posts_with_less_than<from>(v);
}

template <int exits>
double posts_with_at_least(View v) {
  return 1 - posts_with_less_than<exits>(v);
}

}  // namespace graduasi::formulas
