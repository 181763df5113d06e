#include "outcome/draw_spread.h"

#include "base/contract.h"
#include "base/math_double.h"
#include "outcome/student.h"

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

constexpr std::size_t draws_for_quantiles = 39;

/// Draws that have both a mean under luck of their own and a twin.
struct Paired {
  std::vector<double> own, twins, other_luck;
};

Paired paired_of(std::span<double const> values, Lives lives) {
  auto const own = lives.own(values.size());
  Paired paired;
  for (std::size_t draw = 0; draw < lives.twins; ++draw) {
    double const twin_value = values[own + draw];
    double const mean = moments(values.subspan(draw * lives.replicates, lives.replicates)).mean;
    if (std::isnan(twin_value) || std::isnan(mean)) continue;
    paired.own.push_back(mean);
    paired.twins.push_back(twin_value);
    paired.other_luck.push_back(mean - twin_value);
  }
  return paired;
}

/// The share of a part in a whole, 0 to 1.
double share_of(double part, double whole) {
  if (!(part > 0)) return 0;
  return part < whole ? part / whole : 1;
}

/// What is surely the parameters': the variance across draws less the most that chance may be,
/// which with its sampling error of `freedom` degrees, and that of the variance across, is above it
/// in 5 of 100 cases.
double min_share(double chance, double freedom, Moments const& across) {
  constexpr double normal_95 = 1.6449;
  double const error =
      std::sqrt(2 / freedom + 2 / static_cast<double>(across.count - 1));  // of the log ratio
  double const all = across.variance();
  return share_of(all - chance * math::exp(normal_95 * error), all);
}

double reach_of_student(std::size_t draws, double variance) {
  return student_quantile(draws - 1) * std::sqrt(variance);
}

}  // namespace

double quantile(std::span<double const> sorted, double share) {
  double const rank = std::max(share * static_cast<double>(sorted.size() + 1) - 1, 0.0);
  auto const below = static_cast<std::size_t>(rank);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (rank - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

double Moments::variance() const {
  return count > 1 ? squares / static_cast<double>(count - 1)
                   : std::numeric_limits<double>::quiet_NaN();
}

// Deviations are taken from the first value: equal values then give exactly that value and no
// spread.
Moments moments(std::span<double const> values) {
  Moments result;
  double origin = 0;
  double sum = 0;
  for (double const value : values) {
    if (std::isnan(value)) continue;
    if (result.count == 0) origin = value;
    sum += value - origin;
    ++result.count;
  }
  if (result.count == 0) return result;
  result.mean = origin + sum / static_cast<double>(result.count);
  for (double const value : values) {
    if (std::isnan(value)) continue;
    double const deviation = value - result.mean;
    result.squares += deviation * deviation;
  }
  return result;
}

std::vector<double> DrawSpread::expected() const {
  auto result = means;
  for (double& value : result) value = across.mean + std::sqrt(share) * (value - across.mean);
  return result;
}

DrawSpread spread_of(std::span<double const> values, Lives lives) {
  DrawSpread spread;
  double squares_within = 0;
  double mean_inverse_count = 0;
  auto const own = lives.own(values.size());
  for (std::size_t from = 0; from < own; from += lives.replicates) {
    auto const draw = moments(values.subspan(from, lives.replicates));
    if (draw.count == 0) continue;
    spread.means.push_back(draw.mean);
    squares_within += draw.squares;
    mean_inverse_count += 1 / static_cast<double>(draw.count);
    spread.values += draw.count;
  }
  spread.across = moments(spread.means);
  auto const draws = spread.means.size();
  auto const paired = paired_of(values, lives);
  bool const has_twins = paired.twins.size() >= 2;
  double const freedom =
      static_cast<double>(spread.values > draws ? spread.values - draws : paired.twins.size() - 1);
  if (spread.values > draws) {
    double const within = squares_within / freedom;
    spread.chance = within * mean_inverse_count / static_cast<double>(draws);
  } else if (has_twins) {
    // The luck that twins have in common goes out with the mean.
    spread.chance = moments(paired.other_luck).variance();
  }
  if (has_twins) {
    // The one luck of the twins may be one in which parameters do little.
    spread.share =
        std::max(share_of(moments(paired.twins).variance(), moments(paired.own).variance()),
                 min_share(spread.chance, freedom, spread.across));
  } else if (!std::isnan(spread.chance) && draws > 1) {
    double const all = spread.across.variance();
    spread.share = share_of(all - spread.chance, all);
  }
  return spread;
}

WorldInterval held(std::span<double const> sorted, double mean, double share, double further,
                   double variance_of_mean) {
  expects(sorted.size() > 1, "one draw has no interval");
  auto const draws = sorted.size();
  double const normal = reach_of_student(draws, further);
  bool const few = draws < draws_for_quantiles;
  double const below = few ? normal : mean - quantile(sorted, 0.025);
  double const above =
      few && std::isfinite(sorted.back()) ? normal : quantile(sorted, 0.975) - mean;
  if (share == 1) return {mean - below, mean + above};
  double const of_mean = reach_of_student(draws, variance_of_mean);
  auto const side = [&](double reach) {
    double const beyond = std::max(reach, 0.0);
    return std::sqrt(share * beyond * beyond + (1 - share) * of_mean * of_mean);
  };
  return {mean - side(below), mean + side(above)};
}

double probability_above_zero(DrawSpread const& spread) {
  if (spread.means.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  double const error = std::sqrt(spread.variance_of_mean());
  double sum = 0;
  for (double const value : spread.expected()) {
    if (error > 0)
      sum += student_share_below(value / error, spread.means.size() - 1);
    else
      sum += value > 0 ? 1 : value == 0 ? 0.5 : 0;
  }
  return sum / static_cast<double>(spread.means.size());
}

}  // namespace graduasi
