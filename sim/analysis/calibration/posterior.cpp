#include "analysis/calibration/posterior.h"

#include "analysis/calibration/implausibility.h"
#include "analysis/calibration/weights.h"
#include "base/math_double.h"
#include "scenario/all_paths.h"
#include "scenario/given_draws.h"
#include "scenario/priors.h"

#include <algorithm>
#include <cmath>

namespace graduasi {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

/// Of a number that is even over (0, 1).
constexpr double prior_sd = 0.28867513459481287;

std::vector<double> weights_of(WeighedWorlds const& worlds) {
  auto const fitted = worlds.targets.fitted();
  ArrayXXd distances(worlds.left.count(), static_cast<Index>(fitted.size()));
  for (std::size_t k = 0; k < fitted.size(); ++k) {
    auto const t = fitted[k];
    auto const& target = worlds.targets.all[t];
    DistanceTerms const terms{.chance = worlds.chance[t],
                              .observation = target.standard_error * target.standard_error,
                              .discrepancy = target.discrepancy * target.discrepancy};
    for (Index i = 0; i < worlds.left.count(); ++i)
      distances(i, static_cast<Index>(k)) =
          implausibility(worlds.left.figures(i, static_cast<Index>(t)), target.value, terms);
  }
  return weights_by_distance(distances);
}

void describe_targets(Calibration& found, WeighedWorlds const& worlds,
                      std::vector<double> const& weights) {
  std::vector<double> const equal(static_cast<std::size_t>(worlds.prior.count()), 1);
  for (std::size_t t = 0; t < found.targets.size(); ++t) {
    auto& target = found.targets[t];
    ArrayXd const before = worlds.prior.figures.col(static_cast<Index>(t));
    ArrayXd const after = worlds.left.figures.col(static_cast<Index>(t));
    target.prior_mean = weighted_mean(before, equal);
    target.prior_lower = weighted_quantile(before, equal, 0.05);
    target.prior_upper = weighted_quantile(before, equal, 0.95);
    target.mean = weighted_mean(after, weights);
    target.lower = weighted_quantile(after, weights, 0.05);
    target.upper = weighted_quantile(after, weights, 0.95);
    target.surprise = two_sided_share(after, weights, worlds.targets.all[t].value);
  }
}

/// How much of the posterior has each value of a structure.
StructureFound structure_found(WeighedWorlds const& worlds, std::vector<double> const& weights,
                               std::size_t p) {
  auto const& [path, prior, options] = worlds.runs.paths()[p];
  StructureFound found{
      .path = path, .options = {}, .shares = std::vector<double>(options.size(), 0)};
  for (double const option : options) found.options.push_back(text_of(*find_any_row(path), option));
  for (std::size_t i = 0; i < weights.size(); ++i) {
    double const at = worlds.left.points(static_cast<Index>(i), static_cast<Index>(p));
    found.shares[option_at(at, options.size())] += weights[i];
  }
  return found;
}

PathFound path_found(WeighedWorlds const& worlds, std::vector<double> const& weights,
                     double effective, std::size_t p) {
  auto const& [path, prior, options] = worlds.runs.paths()[p];
  ArrayXd const before = worlds.prior.points.col(static_cast<Index>(p));
  ArrayXd const after = worlds.left.points.col(static_cast<Index>(p));
  PathFound found{.path = path};
  found.is_active = std::ranges::find(worlds.active, p) != worlds.active.end();
  found.shift = (weighted_mean(after, weights) - 0.5) / prior_sd;
  found.spread = weighted_sd(after, weights) / prior_sd;
  // Standard errors of a mean, and of a standard deviation of even numbers, whose kurtosis is 1.8;
  // two questions for each number, of which chance would say yes to one in one calibration of
  // twenty.
  auto const asked = 2 * static_cast<double>(worlds.runs.paths().size());
  double const errors = math::normal_quantile(1 - 0.05 / (2 * asked));
  found.is_moved = std::abs(found.shift) > errors / std::sqrt(effective) ||
                   std::abs(found.spread - 1) > errors * std::sqrt(0.2 / effective);
  for (auto const t : worlds.targets.fitted()) {
    std::vector<double> const equal(static_cast<std::size_t>(before.size()), 1);
    double const with =
        weighted_correlation(before, worlds.prior.figures.col(static_cast<Index>(t)), equal);
    if (std::abs(with) <= std::abs(found.with_mover)) continue;
    found.mover = t;
    found.with_mover = with;
  }
  found.prior_lower = draw_of(prior, 0.05);
  found.prior_middle = draw_of(prior, 0.5);
  found.prior_upper = draw_of(prior, 0.95);
  found.lower = draw_of(prior, weighted_quantile(after, weights, 0.05));
  found.middle = draw_of(prior, weighted_quantile(after, weights, 0.5));
  found.upper = draw_of(prior, weighted_quantile(after, weights, 0.95));
  return found;
}

void find_ridges(Calibration& found, WeighedWorlds const& worlds,
                 std::vector<double> const& weights) {
  double const by_chance = std::max(0.3, 4 / std::sqrt(found.effective));
  auto active = worlds.active;
  std::erase_if(active, [&](std::size_t p) { return worlds.runs.paths()[p].is_structure(); });
  std::ranges::sort(active);
  for (std::size_t i = 0; i < active.size(); ++i) {
    for (std::size_t k = i + 1; k < active.size(); ++k) {
      double const r =
          weighted_correlation(worlds.left.points.col(static_cast<Index>(active[i])),
                               worlds.left.points.col(static_cast<Index>(active[k])), weights);
      if (std::abs(r) > by_chance) found.ridges.push_back({active[i], active[k], r});
    }
  }
  std::ranges::stable_sort(found.ridges, [](auto const& a, auto const& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
}

}  // namespace

void describe_posterior(Calibration& found, WeighedWorlds const& worlds, std::size_t drawn) {
  auto const weights = weights_of(worlds);
  found.effective = effective_size(weights);
  found.left = weights.size();
  describe_targets(found, worlds, weights);
  auto const& paths = worlds.runs.paths();
  for (std::size_t p = 0; p < paths.size(); ++p) {
    if (paths[p].is_structure())
      found.structures.push_back(structure_found(worlds, weights, p));
    else
      found.paths.push_back(path_found(worlds, weights, found.effective, p));
  }
  find_ridges(found, worlds, weights);
  for (auto const row : resampled(weights, drawn)) {
    auto values = worlds.runs.values_at(worlds.left.points.row(static_cast<Index>(row)));
    // Structures are behind the numbers, and no number.
    values.resize(found.paths.size());
    found.worlds.push_back(std::move(values));
  }
}

}  // namespace graduasi
