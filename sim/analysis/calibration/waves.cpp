#include "analysis/calibration/waves.h"

#include "analysis/calibration/implausibility.h"
#include "analysis/calibration/weights.h"
#include "base/math_double.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graduasi {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

/// Candidates that are held at a time.
constexpr std::size_t held = 4096;

DistanceTerms terms_of(Target const& target, double emulator, double chance) {
  return {.emulator = emulator,
          .chance = chance,
          .observation = target.standard_error * target.standard_error,
          .discrepancy = target.discrepancy * target.discrepancy};
}

/// Calls `use` with the first candidate and the points of each part.
void each_part(Cube const& cube, std::size_t first, std::size_t candidates, auto const& use) {
  for (std::size_t done = 0; done < candidates; done += held)
    use(cube.points(first + done, std::min(held, candidates - done)));
}

}  // namespace

void Simulated::append(Simulated const& more) {
  if (count() == 0) {
    *this = more;
    return;
  }
  auto const join = [](ArrayXXd& a, ArrayXXd const& b) {
    ArrayXXd both(a.rows() + b.rows(), a.cols());
    both << a, b;
    a = std::move(both);
  };
  join(points, more.points);
  join(figures, more.figures);
}

Simulated Simulated::rows(std::vector<std::size_t> const& those) const {
  Simulated some{ArrayXXd(static_cast<Index>(those.size()), points.cols()),
                 ArrayXXd(static_cast<Index>(those.size()), figures.cols())};
  for (std::size_t i = 0; i < those.size(); ++i) {
    some.points.row(static_cast<Index>(i)) = points.row(static_cast<Index>(those[i]));
    some.figures.row(static_cast<Index>(i)) = figures.row(static_cast<Index>(those[i]));
  }
  return some;
}

ArrayXXd columns_of(ArrayXXd const& points, std::vector<std::size_t> const& inputs) {
  ArrayXXd columns(points.rows(), static_cast<Index>(inputs.size()));
  for (std::size_t i = 0; i < inputs.size(); ++i)
    columns.col(static_cast<Index>(i)) = points.col(static_cast<Index>(inputs[i]));
  return columns;
}

std::vector<std::size_t> active_inputs(Simulated const& worlds, std::size_t most) {
  ArrayXd shares = ArrayXd::Zero(worlds.points.cols());
  for (Index t = 0; t < worlds.figures.cols(); ++t)
    shares = shares.max(explained_alone(worlds.points, worlds.figures.col(t)));
  auto const asked = static_cast<double>(worlds.points.cols() * worlds.figures.cols());
  // Where nothing is, n times the share is about chi-squared with two degrees of freedom.
  double const by_chance = 2 * math::log(asked / 0.05) / static_cast<double>(worlds.count());
  std::vector<std::size_t> order(static_cast<std::size_t>(shares.size()));
  std::iota(order.begin(), order.end(), std::size_t{0});
  auto const share_of = [&](std::size_t i) { return shares(static_cast<Index>(i)); };
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return share_of(a) > share_of(b); });
  auto const beyond = static_cast<std::size_t>(
      std::ranges::count_if(order, [&](std::size_t i) { return share_of(i) > by_chance; }));
  order.resize(std::clamp<std::size_t>(beyond, 1, std::min(most, order.size())));
  return order;
}

WaveEmulators::WaveEmulators(Simulated const& worlds, std::vector<std::size_t> const& active,
                             EmulatorSize const& size) {
  auto const inputs = columns_of(worlds.points, active);
  for (Index t = 0; t < worlds.figures.cols(); ++t)
    by_target.emplace_back(inputs, worlds.figures.col(t), size);
}

ArrayXXd WaveEmulators::distances(ArrayXXd const& inputs, Targets const& targets,
                                  std::vector<double> const& chance) const {
  auto const fitted = targets.fitted();
  ArrayXXd all(inputs.rows(), static_cast<Index>(fitted.size()));
  for (std::size_t k = 0; k < fitted.size(); ++k) {
    auto const& target = targets.all[fitted[k]];
    auto const& emulator = by_target[fitted[k]];
    auto const told = emulator.at(inputs);
    // What is no input varies about what the emulator says as chance does.
    double const about = std::max(chance[fitted[k]], emulator.noise());
    for (Index i = 0; i < inputs.rows(); ++i)
      all(i, static_cast<Index>(k)) =
          implausibility(told.mean(i), target.value, terms_of(target, told.variance(i), about));
  }
  return all;
}

Left look_at_candidates(std::vector<WaveEmulators> const& waves,
                        std::vector<std::size_t> const& active, Targets const& targets,
                        std::vector<double> const& chance, Cube const& cube, std::size_t first,
                        std::size_t candidates, std::size_t wanted) {
  Left left{.share = 0, .points = {}, .beyond = {}};
  ArrayXd beyond = ArrayXd::Zero(static_cast<Index>(targets.fitted().size()));
  std::vector<ArrayXd> taken;
  std::size_t count = 0;
  each_part(cube, first, candidates, [&](ArrayXXd const& points) {
    auto const here = columns_of(points, active);
    std::vector<std::size_t> times(static_cast<std::size_t>(points.rows()), 0);
    for (auto const& wave : waves) {
      auto const distances = wave.distances(here, targets, chance);
      for (auto const row : not_ruled_out(distances)) ++times[row];
      if (&wave == &waves.back())
        beyond += (distances > ruled_out_beyond).cast<double>().colwise().sum().transpose();
    }
    for (std::size_t row = 0; row < times.size(); ++row) {
      if (times[row] < waves.size()) continue;
      ++count;
      if (taken.size() < wanted) taken.emplace_back(points.row(static_cast<Index>(row)));
    }
  });
  auto const all = static_cast<double>(candidates);
  left.share = static_cast<double>(count) / all;
  left.points.resize(static_cast<Index>(taken.size()), static_cast<Index>(cube.sides()));
  for (std::size_t i = 0; i < taken.size(); ++i) left.points.row(static_cast<Index>(i)) = taken[i];
  for (Index k = 0; k < beyond.size(); ++k) left.beyond.push_back(beyond(k) / all);
  return left;
}

std::vector<std::size_t> rows_left(std::vector<WaveEmulators> const& waves,
                                   std::vector<std::size_t> const& active, Simulated const& worlds,
                                   Targets const& targets, std::vector<double> const& chance) {
  auto const inputs = columns_of(worlds.points, active);
  std::vector<std::size_t> times(static_cast<std::size_t>(worlds.count()), 0), left;
  for (auto const& wave : waves)
    for (auto const row : not_ruled_out(wave.distances(inputs, targets, chance))) ++times[row];
  for (std::size_t row = 0; row < times.size(); ++row)
    if (times[row] == waves.size()) left.push_back(row);
  return left;
}

std::vector<std::size_t> recover(WaveEmulators const& emulators,
                                 std::vector<std::size_t> const& active, Simulated const& truths,
                                 Targets const& targets, Cube cube, std::size_t candidates) {
  // One more side: the luck of a candidate's own simulation.
  auto const inputs = cube.sides();
  cube.options.push_back(0);
  auto const points = cube.points(0, candidates);
  auto const here = columns_of(points, active);
  std::vector<Emulated> told;
  for (auto const& emulator : emulators.by_target) told.push_back(emulator.at(here));
  ArrayXd luck(points.rows());
  for (Index i = 0; i < luck.size(); ++i)
    luck(i) = math::normal_quantile(points(i, static_cast<Index>(inputs)));
  auto const fitted = targets.fitted();
  std::vector<std::size_t> inside(targets.all.size(), 0);
  for (Index truth = 0; truth < truths.count(); ++truth) {
    ArrayXXd distances(points.rows(), static_cast<Index>(fitted.size()));
    for (std::size_t k = 0; k < fitted.size(); ++k) {
      auto const t = fitted[k];
      // The figure of a simulated truth has no error but its chance, and the model misses nothing.
      ArrayXd const sd = (told[t].variance + emulators.by_target[t].noise()).sqrt();
      distances.col(static_cast<Index>(k)) =
          (told[t].mean - truths.figures(truth, static_cast<Index>(t))).abs() / sd.max(1e-300);
    }
    auto const weights = weights_by_distance(distances);
    for (std::size_t t = 0; t < targets.all.size(); ++t) {
      if (targets.all[t].is_fit) continue;
      ArrayXd const figure =
          told[t].mean + luck * (told[t].variance + emulators.by_target[t].noise()).sqrt();
      double const at = truths.figures(truth, static_cast<Index>(t));
      if (weighted_quantile(figure, weights, 0.05) <= at &&
          at <= weighted_quantile(figure, weights, 0.95))
        ++inside[t];
    }
  }
  return inside;
}

}  // namespace graduasi
