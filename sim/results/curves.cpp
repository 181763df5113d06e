#include "results/curves.h"

#include "results/student.h"

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

constexpr double not_defined = Estimate::not_defined;

/// Mean and squared deviations of the defined values, in index order.
struct Moments {
  std::size_t count = 0;
  double mean = not_defined;
  double squares = 0;  ///< sum of squared deviations from the mean

  double variance() const {
    return count > 1 ? squares / static_cast<double>(count - 1) : not_defined;
  }
};

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

Estimate of_one_draw(std::span<double const> values) {
  auto const all = moments(values);
  Estimate result;
  result.mean = all.mean;
  result.replicates = all.count;
  if (all.count < 2) return result;
  result.standard_error = std::sqrt(all.variance() / static_cast<double>(all.count));
  result.sd_chance = result.standard_error;
  double const half = student_quantile(all.count - 1) * result.standard_error;
  result.lower = all.mean - half;
  result.upper = all.mean + half;
  result.interval = Interval::chance;
  return result;
}

Estimate of_many_draws(std::span<double const> values, std::size_t replicates) {
  std::vector<double> means;
  double squares_within = 0;
  double mean_inverse_count = 0;
  std::size_t count = 0;
  for (std::size_t from = 0; from < values.size(); from += replicates) {
    auto const draw = moments(values.subspan(from, replicates));
    if (draw.count == 0) continue;
    means.push_back(draw.mean);
    squares_within += draw.squares;
    mean_inverse_count += 1 / static_cast<double>(draw.count);
    count += draw.count;
  }
  auto const across = moments(means);
  Estimate result;
  result.mean = across.mean;
  result.replicates = count;
  if (count > means.size()) {
    mean_inverse_count /= static_cast<double>(means.size());
    double const within = squares_within / static_cast<double>(count - means.size());
    result.sd_chance = std::sqrt(within * mean_inverse_count);
  }
  if (means.size() < 2) return result;

  result.standard_error = std::sqrt(across.variance() / static_cast<double>(means.size()));
  if (!std::isnan(result.sd_chance)) {
    double const beyond = across.variance() - result.sd_chance * result.sd_chance;
    result.sd_parameters = beyond > 0 ? std::sqrt(beyond) : 0;
  }
  std::ranges::sort(means);
  result.lower = quantile(means, 0.025);
  result.upper = quantile(means, 0.975);
  result.interval = Interval::parameters;
  return result;
}

}  // namespace

std::string_view name_of(Interval interval) {
  switch (interval) {
    case Interval::chance:
      return "chance";
    case Interval::parameters:
      return "parameters";
    case Interval::none:
      break;
  }
  return {};
}

double quantile(std::span<double const> sorted, double share) {
  double const place = std::max(share * static_cast<double>(sorted.size() + 1) - 1, 0.0);
  auto const below = static_cast<std::size_t>(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

Estimate estimate(std::span<double const> values, std::size_t replicates) {
  return values.size() <= replicates ? of_one_draw(values) : of_many_draws(values, replicates);
}

UsablePairs usable_pairs(Outcome const& outcome, std::size_t variant) {
  UsablePairs pairs;
  for (std::size_t draw = 0; draw < outcome.draws; ++draw) {
    for (std::size_t replicate = 0; replicate < outcome.replicates; ++replicate) {
      bool everywhere = true;
      for (std::size_t policy = 0; policy < outcome.policies.size(); ++policy) {
        if (!outcome.finished[outcome.place({policy, variant, draw, replicate})])
          everywhere = false;
      }
      pairs.usable.push_back(everywhere ? 1 : 0);
      if (everywhere) ++pairs.count;
    }
  }
  return pairs;
}

void gather(Outcome const& outcome, UsablePairs const& pairs, Cell const& cell,
            std::vector<double>& values) {
  auto const row = static_cast<Eigen::Index>(cell.row);
  auto const column = static_cast<Eigen::Index>(cell.measure);
  values.assign(pairs.usable.size(), not_defined);
  std::size_t pair = 0;
  for (std::size_t draw = 0; draw < outcome.draws; ++draw) {
    for (std::size_t replicate = 0; replicate < outcome.replicates; ++replicate, ++pair) {
      if (!pairs.usable[pair]) continue;
      Piece const piece{cell.policy, cell.variant, draw, replicate};
      values[pair] = outcome.series[outcome.slot(piece, cell.stratum)].values(row, column);
    }
  }
}

}  // namespace graduasi
