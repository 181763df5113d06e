#include "analysis/ratio.h"

#include "base/contract.h"
#include "outcome/draw_spread.h"
#include "outcome/student.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace graduasi {

namespace {

/// Means, variances and covariance of the pairs that count.
struct PairMoments {
  std::size_t count = 0;
  double top = 0, bottom = 0;
  double top_top = 0, top_bottom = 0, bottom_bottom = 0;  ///< of single pairs, divided by n - 1
  bool told = true;
};

PairMoments moments_of(std::span<double const> top, std::span<double const> bottom,
                       std::span<char const> told) {
  PairMoments m;
  auto const counts = [&](std::size_t i) { return !std::isnan(top[i]) && !std::isnan(bottom[i]); };
  for (std::size_t i = 0; i < top.size(); ++i) {
    if (!counts(i)) continue;
    ++m.count;
    m.top += top[i];
    m.bottom += bottom[i];
    if (!told.empty() && !told[i]) m.told = false;
  }
  if (m.count == 0) return m;
  auto const n = static_cast<double>(m.count);
  m.top /= n;
  m.bottom /= n;
  if (m.count < 2) return m;
  for (std::size_t i = 0; i < top.size(); ++i) {
    if (!counts(i)) continue;
    double const t = top[i] - m.top, b = bottom[i] - m.bottom;
    m.top_top += t * t / (n - 1);
    m.top_bottom += t * b / (n - 1);
    m.bottom_bottom += b * b / (n - 1);
  }
  return m;
}

/// The least part of the bottom that its own interval must leave.
constexpr double min_left = 0.25;

Estimate of_one_draw(PairMoments const& m) {
  Estimate result;
  result.replicates = m.count;
  if (m.count == 0 || !m.told || !(m.bottom > 0)) return result;
  result.mean = m.top / m.bottom;
  if (m.count < 2) return result;
  double const t = student_quantile(m.count - 1);
  double const weight = t * t / static_cast<double>(m.count);
  // All ratios R for which the mean of top - R bottom is not distinguishable from zero: the roots
  // of square R^2 - 2 half R + rest.
  double const square = m.bottom * m.bottom - weight * m.bottom_bottom;
  double const half = m.top * m.bottom - weight * m.top_bottom;
  double const rest = m.top * m.top - weight * m.top_top;
  double const max_lost = (1 - min_left) * m.bottom;
  if (weight * m.bottom_bottom > max_lost * max_lost) return result;
  double const spread = std::sqrt(std::max(half * half - square * rest, 0.0));
  result.lower = (half - spread) / square;
  result.upper = (half + spread) / square;
  result.interval = Interval::chance;
  return result;
}

double only_finite(double value) { return std::isfinite(value) ? value : Estimate::not_defined; }

/// Draws one by one: the ratio of each, and the parts of the ratio of all.
struct DrawRatios {
  std::vector<double> of_draws;  ///< infinite where the bottom is nothing or rests on too little
  std::vector<double> told;      ///< of every draw and then twin; NaN where infinite or missing
  std::vector<double> tops, bottoms;
  std::size_t beyond = 0, values = 0;
};

double told_ratio(PairMoments const& m) {
  return m.count > 0 && m.told && m.bottom > 0 ? m.top / m.bottom : Estimate::not_defined;
}

DrawRatios draw_ratios(std::span<double const> top, std::span<double const> bottom, Lives lives,
                       std::span<char const> told) {
  auto const part = [&](std::size_t from, std::size_t count) {
    return moments_of(top.subspan(from, count), bottom.subspan(from, count),
                      told.empty() ? told : told.subspan(from, count));
  };
  DrawRatios all;
  auto const own = lives.own(top.size());
  for (std::size_t from = 0; from < own; from += lives.replicates) {
    auto const m = part(from, lives.replicates);
    all.told.push_back(told_ratio(m));
    if (m.count == 0) continue;
    all.values += m.count;
    all.tops.push_back(m.top);
    all.bottoms.push_back(m.bottom);
    bool const is_told = !std::isnan(all.told.back());
    if (!is_told) ++all.beyond;
    all.of_draws.push_back(is_told ? all.told.back() : std::numeric_limits<double>::infinity());
  }
  for (std::size_t i = own; i < top.size(); ++i) all.told.push_back(told_ratio(part(i, 1)));
  return all;
}

/// Variance of the ratio of the means, of first order in what the draws leave of the tops.
double variance_of_ratio(DrawRatios const& draws, double ratio, double mean_bottom) {
  std::vector<double> left;
  for (std::size_t i = 0; i < draws.tops.size(); ++i)
    left.push_back((draws.tops[i] - ratio * draws.bottoms[i]) / mean_bottom);
  return moments(left).variance() / static_cast<double>(left.size());
}

Estimate of_many_draws(std::span<double const> top, std::span<double const> bottom, Lives lives,
                       std::span<char const> told) {
  auto draws = draw_ratios(top, bottom, lives, told);
  auto& ratios = draws.of_draws;
  double const mean_bottom = moments(draws.bottoms).mean;
  Estimate result;
  result.replicates = draws.values;
  result.draws = ratios.size();
  if (ratios.empty() || 2 * draws.beyond >= ratios.size() || !(mean_bottom > 0)) return result;
  result.mean = moments(draws.tops).mean / mean_bottom;
  if (ratios.size() < 2) return result;
  auto const spread = spread_of(draws.told, Lives(1, lives.twins));
  double const of_mean = variance_of_ratio(draws, result.mean, mean_bottom);
  double const variance = spread.means.size() > 1 ? spread.across.variance() : 0;
  std::ranges::sort(ratios);
  auto const interval = held(ratios, result.mean, spread.share, variance + of_mean, of_mean);
  result.lower = only_finite(interval.lower);
  result.upper = only_finite(interval.upper);
  result.interval = Interval::parameters;
  return result;
}

}  // namespace

Estimate ratio_of_means(std::span<double const> top, std::span<double const> bottom, Lives lives,
                        std::span<char const> told) {
  expects(top.size() == bottom.size() && (told.empty() || told.size() == top.size()),
          "top and bottom hold the same pairs");
  return lives.own(top.size()) <= lives.replicates ? of_one_draw(moments_of(top, bottom, told))
                                                   : of_many_draws(top, bottom, lives, told);
}

}  // namespace graduasi
