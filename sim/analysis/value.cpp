#include "analysis/value.h"

#include "analysis/costs.h"
#include "analysis/discounted_costs.h"
#include "analysis/frontier.h"
#include "analysis/information.h"
#include "analysis/lasting_exits.h"
#include "analysis/pairs.h"
#include "analysis/ratio.h"
#include "outcome/comparison.h"
#include "outcome/draw_spread.h"
#include "outcome/student.h"
#include "scenario/headline.h"
#include "scenario/priors.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graduasi {

namespace {

constexpr std::string_view effect = sustained_measure;
constexpr std::array viewed = {Perspective::programme, Perspective::society};

/// Parameters that do nothing, to see what chance alone explains.
constexpr int placebos = 4000;
/// Once in so many runs chance alone may pass for something.
constexpr double one_of_runs = 20;

constexpr auto worth_of_an_exit = std::to_array<double>(
    {0, 10e6, 15e6, 20e6, 30e6, 50e6, 70e6, 100e6, 150e6, 200e6, 300e6, 500e6, 700e6, 1000e6});

using Values = std::vector<double>;

/// Cost and effect of every policy, pair by pair and twin by twin.
struct Accounts {
  std::vector<Values> cost, effect;
  Lives lives;
};

Accounts accounts_of(DiscountedCosts const& discounted, Perspective perspective,
                     std::size_t policies) {
  Accounts accounts{.cost = {}, .effect = {}, .lives = discounted.lives()};
  for (std::size_t policy = 0; policy < policies; ++policy) {
    accounts.cost.push_back(discounted.total(policy, perspective));
    accounts.effect.push_back(discounted.gain_of(policy, effect));
  }
  return accounts;
}

FrontierRow row_of(Accounts const& accounts, Placed const& placed) {
  auto const mean = [&](Values const& values) { return estimate(values, accounts.lives).mean; };
  FrontierRow row{.policy = placed.index,
                  .cost = mean(accounts.cost[placed.index]),
                  .effect = mean(accounts.effect[placed.index]),
                  .standing = placed.standing,
                  .against = placed.against};
  if (!row.against) return row;
  auto const cost = difference_of(accounts.cost[row.policy], accounts.cost[*row.against]);
  auto const gain = difference_of(accounts.effect[row.policy], accounts.effect[*row.against]);
  row.more_cost = estimate(cost, accounts.lives);
  row.more_effect = estimate(gain, accounts.lives);
  bool const told = verdict(row.more_effect).kind == Verdict::Kind::distinguishable;
  if (row.standing == Standing::frontier && told) {
    row.ratio = ratio_of_means(cost, gain, accounts.lives);
  }
  return row;
}

/// Whether draws can tell policies apart by their exits.
bool can_decide(Accounts const& accounts, std::vector<char> const& judged) {
  bool const any_effect = std::ranges::any_of(accounts.effect, [](Values const& values) {
    return std::ranges::any_of(values, [](double v) { return v != 0 && !std::isnan(v); });
  });
  return any_effect && std::ranges::count(judged, 0) == 0;
}

/// The mean of each draw's replicates, and which draws count at all.
struct DrawMeans {
  Stakes stakes;
  std::vector<int> draws;
};

DrawMeans means_of(Accounts const& accounts) {
  auto const pairs = accounts.lives.own(accounts.cost.front().size());
  auto const replicates = accounts.lives.replicates;
  auto const mean = [&](Values const& values, std::size_t draw) {
    return moments(std::span(values).subspan(draw * replicates, replicates)).mean;
  };
  DrawMeans means;
  for (std::size_t draw = 0; draw < pairs / replicates; ++draw) {
    if (!std::isnan(mean(accounts.cost.front(), draw)))
      means.draws.push_back(static_cast<int>(draw));
  }
  auto const rows = static_cast<Eigen::Index>(means.draws.size());
  auto const columns = static_cast<Eigen::Index>(accounts.cost.size());
  means.stakes = {Eigen::ArrayXXd(rows, columns), Eigen::ArrayXXd(rows, columns)};
  for (Eigen::Index row = 0; row < rows; ++row) {
    auto const draw = static_cast<std::size_t>(means.draws[static_cast<std::size_t>(row)]);
    for (Eigen::Index p = 0; p < columns; ++p) {
      auto const policy = static_cast<std::size_t>(p);
      means.stakes.cost(row, p) = mean(accounts.cost[policy], draw);
      means.stakes.effect(row, p) = mean(accounts.effect[policy], draw);
    }
  }
  return means;
}

/// What is believed of the net benefit of every policy, less that of the baseline.
struct Beliefs {
  Eigen::ArrayXXd expected;  ///< in the world of each draw (`DrawSpread::expected`)
  Eigen::ArrayXXd errors;    ///< of the means over draws, equally likely, a row each
};

/// Errors have the variances and covariances of the means: they are the draws' deviations, made
/// smaller by the root of their number and wider by Student for a small number. So many are enough.
constexpr Eigen::Index max_errors = 200;

Beliefs beliefs_at(Accounts const& accounts, Stakes const& stakes, double threshold) {
  auto const draws = stakes.cost.rows(), policies = stakes.cost.cols();
  auto const benefit = [&](Eigen::Index p, std::size_t life) {
    auto const policy = static_cast<std::size_t>(p);
    return threshold * accounts.effect[policy][life] - accounts.cost[policy][life];
  };
  auto const every = (draws + max_errors - 1) / max_errors;
  Beliefs beliefs{Eigen::ArrayXXd::Zero(draws, policies),
                  Eigen::ArrayXXd::Zero((draws + every - 1) / every, policies)};
  double const smaller = student_quantile(static_cast<std::size_t>(draws) - 1) /
                         student_knots.back().quantile / std::sqrt(static_cast<double>(draws));
  for (Eigen::Index p = 1; p < policies; ++p) {
    Values more;
    for (std::size_t life = 0; life < accounts.cost.front().size(); ++life)
      more.push_back(benefit(p, life) - benefit(0, life));
    auto const spread = spread_of(more, accounts.lives);
    auto const expected = spread.expected();
    for (Eigen::Index draw = 0; draw < draws; ++draw)
      beliefs.expected(draw, p) = expected[static_cast<std::size_t>(draw)];
    for (Eigen::Index row = 0; row < beliefs.errors.rows(); ++row)
      beliefs.errors(row, p) =
          smaller * (spread.means[static_cast<std::size_t>(row * every)] - spread.across.mean);
  }
  return beliefs;
}

AtThreshold at_threshold(Accounts const& accounts, Stakes const& stakes, double threshold) {
  auto const beliefs = beliefs_at(accounts, stakes, threshold);
  auto const benefit = net_benefit(stakes, threshold);
  AtThreshold at{.threshold = threshold,
                 .probability_best = probability_best(beliefs.expected, beliefs.errors),
                 .net_benefit = {},
                 .everything = value_of_knowing(beliefs.expected)};
  for (Eigen::Index p = 0; p < benefit.cols(); ++p) {
    double sum = 0;
    for (Eigen::Index draw = 0; draw < benefit.rows(); ++draw) {
      sum += benefit(draw, p) - benefit(draw, 0);
    }
    at.net_benefit.push_back(sum / static_cast<double>(benefit.rows()));
  }
  return at;
}

/// What knowing a parameter alone is worth, threshold by threshold.
Values value_of_parameter(Stakes const& stakes, Values const& values) {
  auto const explained = explained_by(stakes, values);
  Values worth;
  for (double const threshold : thresholds()) {
    worth.push_back(value_of_knowing(net_benefit(explained, threshold)));
  }
  return worth;
}

/// Adds mean and limit of what parameters show that do nothing: drawn like the others, under names
/// that nothing is called by.
void add_placebos(Decision& decision, DrawMeans const& means, std::uint32_t seed) {
  std::vector<Values> shown(thresholds().size());
  for (int i = 0; i < placebos; ++i) {
    auto const name = "placebo " + std::to_string(i);
    Values values;
    for (int const draw : means.draws) values.push_back(prior_uniform(seed, draw, name));
    auto const worth = value_of_parameter(means.stakes, values);
    for (std::size_t t = 0; t < worth.size(); ++t) shown[t].push_back(worth[t]);
  }
  double const tail = 1 / (one_of_runs * static_cast<double>(decision.parameters.size()));
  for (auto& worth : shown) {
    double sum = 0;
    for (double const value : worth) sum += value;
    decision.by_chance.push_back(sum / placebos);
    std::ranges::sort(worth);
    decision.limit.push_back(quantile(worth, 1 - tail));
  }
}

Decision decision_between(Accounts const& accounts, Scenario const& scenario,
                          std::vector<std::string> const& fixed) {
  auto const means = means_of(accounts);
  Decision decision{.draws = means.draws.size()};
  if (means.draws.size() < 2) return decision;
  for (double const threshold : thresholds()) {
    decision.thresholds.push_back(at_threshold(accounts, means.stakes, threshold));
  }
  if (means.draws.size() < min_draws_for_parameters) return decision;
  for (auto const& uncertain : scenario.uncertain) {
    if (std::ranges::count(fixed, uncertain.path) > 0) continue;
    Values values;
    for (int const draw : means.draws) {
      values.push_back(value_in_draw(uncertain, scenario, draw));
    }
    auto worth = value_of_parameter(means.stakes, values);
    // A curve through ranks may miss a little; nothing is worth more than everything.
    for (std::size_t t = 0; t < worth.size(); ++t) {
      worth[t] = std::min(worth[t], decision.thresholds[t].everything);
    }
    decision.parameters.push_back({uncertain.path, std::move(worth)});
  }
  if (!decision.parameters.empty()) add_placebos(decision, means, scenario.run.counts.seed);
  return decision;
}

}  // namespace

std::span<double const> thresholds() { return worth_of_an_exit; }

std::vector<FrontierRow> frontier_of(RunResults const& results, Scenario const& scenario) {
  std::vector<FrontierRow> rows;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    if (usable_pairs(results, variant).count == 0) continue;
    DiscountedCosts const discounted(results, scenario, variant);
    auto const judged = policies_with_lasting_exits(results, scenario, variant);
    for (auto const perspective : viewed) {
      auto const accounts = accounts_of(discounted, perspective, results.policies.size());
      std::vector<CostAndEffect> points;
      for (std::size_t p = 0; p < results.policies.size(); ++p) {
        points.push_back({estimate(accounts.cost[p], accounts.lives).mean,
                          estimate(accounts.effect[p], accounts.lives).mean, judged[p] != 0});
      }
      for (auto const& placed : placed_on_frontier(points)) {
        auto row = row_of(accounts, placed);
        row.variant = variant;
        row.perspective = perspective;
        rows.push_back(row);
      }
    }
  }
  return rows;
}

std::vector<Decision> decisions_of(RunResults const& results, Scenario const& scenario) {
  std::vector<Decision> decisions;
  if (results.draws < 2 || results.policies.size() < 2) return decisions;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    if (usable_pairs(results, variant).count == 0) continue;
    // A swept parameter is the same in every draw.
    std::vector<std::string> fixed;
    for (auto const& [path, value] : results.variants[variant].values) fixed.push_back(path);
    DiscountedCosts const discounted(results, scenario, variant);
    auto const judged = policies_with_lasting_exits(results, scenario, variant);
    for (auto const perspective : viewed) {
      auto const accounts = accounts_of(discounted, perspective, results.policies.size());
      if (!can_decide(accounts, judged)) continue;
      auto decision = decision_between(accounts, scenario, fixed);
      if (decision.thresholds.empty()) continue;
      decision.variant = variant;
      decision.perspective = perspective;
      decisions.push_back(std::move(decision));
    }
  }
  return decisions;
}

CostsAndValue costs_and_value(RunResults const& results, Scenario const& scenario) {
  return {costs_of(results, scenario), frontier_of(results, scenario),
          decisions_of(results, scenario), answers_of(results, scenario)};
}

}  // namespace graduasi
