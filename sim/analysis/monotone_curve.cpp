#include "analysis/monotone_curve.h"

#include "base/contract.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graduasi {

namespace {

/// The nearest values that never fall: neighbours that do take their common mean.
std::vector<double> pooled(std::vector<double> const& y) {
  std::vector<std::pair<double, std::size_t>> blocks;  // mean, how many
  for (double const value : y) {
    blocks.emplace_back(value, 1);
    while (blocks.size() > 1 && blocks[blocks.size() - 2].first > blocks.back().first) {
      auto const last = blocks.back();
      blocks.pop_back();
      auto& before = blocks.back();
      auto const n = static_cast<double>(before.second), m = static_cast<double>(last.second);
      before.first = (before.first * n + last.first * m) / (n + m);
      before.second += last.second;
    }
  }
  std::vector<double> values;
  for (auto const& [mean, count] : blocks) values.insert(values.end(), count, mean);
  return values;
}

}  // namespace

MonotoneCurve::MonotoneCurve(std::vector<double> x, std::vector<double> y)
    : x_(std::move(x)), y_(pooled(y)), slopes_(x_.size()) {
  std::size_t const n = x_.size();
  expects(
      n >= 2 && y_.size() == n && std::ranges::adjacent_find(x_, std::greater_equal{}) == x_.end(),
      "a curve has ascending points");
  std::vector<double> secants;
  for (std::size_t i = 0; i + 1 < n; ++i)
    secants.push_back((y_[i + 1] - y_[i]) / (x_[i + 1] - x_[i]));
  slopes_.front() = secants.front();
  slopes_.back() = secants.back();
  for (std::size_t i = 1; i + 1 < n; ++i) slopes_[i] = (secants[i - 1] + secants[i]) / 2;
  for (std::size_t i = 0; i + 1 < n; ++i) {
    if (secants[i] == 0) {
      slopes_[i] = slopes_[i + 1] = 0;
      continue;
    }
    double const a = slopes_[i] / secants[i], b = slopes_[i + 1] / secants[i];
    double const length = a * a + b * b;
    if (length <= 9) continue;
    double const shorter = 3 / std::sqrt(length);
    slopes_[i] = shorter * a * secants[i];
    slopes_[i + 1] = shorter * b * secants[i];
  }
}

CurvePoint MonotoneCurve::at(double x) const {
  if (x <= x_.front()) return {y_.front(), 0};
  if (x >= x_.back()) return {y_.back(), 0};
  auto const above = static_cast<std::size_t>(std::ranges::upper_bound(x_, x) - x_.begin());
  std::size_t const i = above - 1;
  double const width = x_[above] - x_[i], t = (x - x_[i]) / width;
  double const rest = 1 - t;
  double const value = y_[i] * (1 + 2 * t) * rest * rest + slopes_[i] * width * t * rest * rest +
                       y_[above] * t * t * (3 - 2 * t) - slopes_[above] * width * t * t * rest;
  double const slope = 6 * t * rest * (y_[above] - y_[i]) / width +
                       slopes_[i] * rest * (1 - 3 * t) + slopes_[above] * t * (3 * t - 2);
  return {value, slope};
}

}  // namespace graduasi
