#include "analysis/ratio.h"

#include "base/contract.h"
#include "results/student.h"

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
constexpr double least_left = 0.25;

Estimate of_one_draw(PairMoments const& m) {
  Estimate result;
  result.replicates = m.count;
  if (m.count == 0 || !m.told || !(m.bottom > 0)) return result;
  result.mean = m.top / m.bottom;
  if (m.count < 2) return result;
  double const t = student_quantile(m.count - 1);
  double const weight = t * t / static_cast<double>(m.count);
  // All ratios R for which the mean of top - R bottom cannot be told from nothing: the roots of
  // square R^2 - 2 half R + rest.
  double const square = m.bottom * m.bottom - weight * m.bottom_bottom;
  double const half = m.top * m.bottom - weight * m.top_bottom;
  double const rest = m.top * m.top - weight * m.top_top;
  double const most_lost = (1 - least_left) * m.bottom;
  if (weight * m.bottom_bottom > most_lost * most_lost) return result;
  double const spread = std::sqrt(std::max(half * half - square * rest, 0.0));
  result.lower = (half - spread) / square;
  result.upper = (half + spread) / square;
  result.interval = Interval::chance;
  return result;
}

double only_finite(double value) { return std::isfinite(value) ? value : Estimate::not_defined; }

Estimate of_many_draws(std::span<double const> top, std::span<double const> bottom,
                       std::size_t replicates, std::span<char const> told) {
  Estimate result;
  std::vector<double> ratios;
  std::size_t beyond = 0;
  double tops = 0, bottoms = 0;
  for (std::size_t from = 0; from < top.size(); from += replicates) {
    auto const m = moments_of(top.subspan(from, replicates), bottom.subspan(from, replicates),
                              told.empty() ? told : told.subspan(from, replicates));
    if (m.count == 0) continue;
    result.replicates += m.count;
    tops += m.top;
    bottoms += m.bottom;
    bool const defined = m.told && m.bottom > 0;
    if (!defined) ++beyond;
    ratios.push_back(defined ? m.top / m.bottom : std::numeric_limits<double>::infinity());
  }
  if (ratios.empty() || 2 * beyond >= ratios.size() || !(bottoms > 0)) return result;
  result.mean = tops / bottoms;
  if (ratios.size() < 2) return result;
  std::ranges::sort(ratios);
  result.lower = only_finite(quantile(ratios, 0.025));
  result.upper = only_finite(quantile(ratios, 0.975));
  result.interval = Interval::parameters;
  return result;
}

}  // namespace

Estimate ratio_of_means(std::span<double const> top, std::span<double const> bottom,
                        std::size_t replicates, std::span<char const> told) {
  expects(top.size() == bottom.size() && (told.empty() || told.size() == top.size()),
          "top and bottom hold the same pairs");
  return top.size() <= replicates ? of_one_draw(moments_of(top, bottom, told))
                                  : of_many_draws(top, bottom, replicates, told);
}

}  // namespace graduasi
