#include "outcome/estimate.h"

#include "outcome/draw_spread.h"
#include "outcome/student.h"

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

constexpr double not_defined = Estimate::not_defined;

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

Estimate of_many_draws(std::span<double const> values, Lives lives) {
  auto const spread = spread_of(values, lives);
  Estimate result;
  result.mean = spread.across.mean;
  result.replicates = spread.values;
  result.draws = spread.means.size();
  result.sd_chance = std::sqrt(spread.chance);
  if (result.draws < 2) return result;

  double const variance = spread.across.variance(), of_mean = spread.variance_of_mean();
  result.standard_error = std::sqrt(of_mean);
  if (!std::isnan(spread.chance)) result.sd_parameters = std::sqrt(spread.share * variance);
  auto sorted = spread.means;
  std::ranges::sort(sorted);
  auto const interval = held(sorted, result.mean, spread.share, variance + of_mean, of_mean);
  result.lower = interval.lower;
  result.upper = interval.upper;
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

Estimate estimate(std::span<double const> values, Lives lives) {
  return lives.own(values.size()) <= lives.replicates ? of_one_draw(values)
                                                      : of_many_draws(values, lives);
}

UsablePairs usable_pairs(RunResults const& results, std::size_t variant) {
  UsablePairs pairs;
  for (std::size_t life = 0; life < results.number_of_lives(); ++life) {
    bool everywhere = true;
    for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
      if (!results.finished[results.index_of(results.life(policy, variant, life))])
        everywhere = false;
    }
    pairs.usable.push_back(everywhere ? 1 : 0);
    if (everywhere && life < results.draws * results.replicates) ++pairs.count;
  }
  auto const last = std::ranges::find(pairs.usable.rbegin(), pairs.usable.rend(), 1);
  auto const counted = static_cast<std::size_t>(pairs.usable.rend() - last);
  pairs.told = results.draws == 1 ? counted : pairs.usable.size();
  return pairs;
}

namespace {

void gather_first(std::size_t lives, RunResults const& results, UsablePairs const& pairs,
                  Cell const& cell, std::vector<double>& values) {
  auto const row = static_cast<Eigen::Index>(cell.row);
  auto const column = static_cast<Eigen::Index>(cell.measure);
  values.assign(lives, not_defined);
  for (std::size_t life = 0; life < values.size(); ++life) {
    if (!pairs.usable[life]) continue;
    Simulation const simulation = results.life(cell.policy, cell.variant, life);
    values[life] = results.series[results.slot(simulation, cell.subgroup)].values(row, column);
  }
}

}  // namespace

void gather(RunResults const& results, UsablePairs const& pairs, Cell const& cell,
            std::vector<double>& values) {
  gather_first(pairs.usable.size(), results, pairs, cell, values);
}

void gather_told(RunResults const& results, UsablePairs const& pairs, Cell const& cell,
                 std::vector<double>& values) {
  gather_first(pairs.told, results, pairs, cell, values);
}

}  // namespace graduasi
