#include "analysis/attribution.h"

#include "analysis/pairs.h"
#include "base/contract.h"
#include "experiment/memory.h"
#include "model/parameters.h"
#include "outcome/measures.h"
#include "parameters/lookup.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>

namespace graduasi {

namespace {

/// The worth of coalitions: of every policy and life (draw and replicate, or twin).
class CoalitionValues {
 public:
  CoalitionValues(std::size_t coalitions, std::size_t policies, std::size_t pairs)
      : coalitions_(coalitions), pairs_(pairs), values_(coalitions * policies * pairs) {}

  double& at(std::size_t policy, std::size_t pair, std::size_t coalition) {
    return values_[(policy * pairs_ + pair) * coalitions_ + coalition];
  }

  /// Of a policy, less those of the baseline unless it is that.
  std::vector<double> of(std::size_t policy, std::size_t pair) const {
    auto const from = [&](std::size_t p) {
      return values_.data() + (p * pairs_ + pair) * coalitions_;
    };
    std::vector<double> worth(from(policy), from(policy) + coalitions_);
    if (policy == 0) return worth;
    for (std::size_t c = 0; c < coalitions_; ++c) worth[c] -= from(0)[c];
    return worth;
  }

  std::span<double> all() { return values_; }
  std::size_t coalitions() const { return coalitions_; }
  std::size_t pairs() const { return pairs_; }

 private:
  std::size_t coalitions_, pairs_;
  std::vector<double> values_;
};

/// The world with the groups that are not in the coalition switched off.
World world_of(World world, std::vector<SwitchGroup> const& groups, std::size_t coalition) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (coalition >> g & 1) continue;
    for (auto const& path : groups[g].switches) {
      auto const* const row = find_row<World>(path);
      expects(row != nullptr && row->kind == Kind::yes_no, "a switch is a row of the world");
      row->set(world, 0);
    }
  }
  return world;
}

/// One value of every draw and replicate becomes an estimate.
class Gathered {
 public:
  explicit Gathered(Lives lives) : lives_(lives) {}
  void add(double value) { values_.push_back(value); }
  Estimate estimate() const { return graduasi::estimate(values_, lives_); }

 private:
  Lives lives_;
  std::vector<double> values_;
};

Decomposition answer_of(CoalitionValues const& coalition_values, std::size_t policy,
                        std::vector<SwitchGroup> const& groups, Lives lives) {
  std::size_t const all = coalition_values.coalitions() - 1;
  Gathered all_off(lives), all_on(lives);
  std::vector<Gathered> value(groups.size(), Gathered(lives)), first_in = value, last_in = value;
  for (std::size_t pair = 0; pair < coalition_values.pairs(); ++pair) {
    auto const worth = coalition_values.of(policy, pair);
    auto const shares = shapley_values(worth, groups.size());
    all_off.add(worth.front());
    all_on.add(worth.back());
    for (std::size_t g = 0; g < groups.size(); ++g) {
      std::size_t const only = std::size_t{1} << g;
      value[g].add(shares[g]);
      first_in[g].add(worth[only] - worth.front());
      last_in[g].add(worth.back() - worth[all & ~only]);
    }
  }
  Decomposition answer;
  answer.all_off = all_off.estimate();
  answer.all_on = all_on.estimate();
  for (std::size_t g = 0; g < groups.size(); ++g) {
    answer.groups.push_back({.group = groups[g].name,
                             .switches = groups[g].switches,
                             .value = value[g].estimate(),
                             .first_in = first_in[g].estimate(),
                             .last_in = last_in[g].estimate()});
  }
  return answer;
}

std::vector<std::string> switches_kept(std::vector<SwitchGroup> const& groups) {
  std::vector<std::string> ungrouped;
  for (auto const& row : switch_rows) {
    bool const grouped = std::ranges::any_of(groups, [&](SwitchGroup const& group) {
      return std::ranges::find(group.switches, row.path) != group.switches.end();
    });
    if (!grouped) ungrouped.emplace_back(row.path);
  }
  return ungrouped;
}

/// Everything but the answers.
Attribution described(Scenario const& scenario, Scenario const& asked, std::size_t coalitions) {
  auto const& plan = *scenario.attribution;
  auto const& counts = scenario.run.counts;
  Attribution attribution;
  attribution.scenario = scenario.name;
  attribution.question = scenario.question;
  attribution.measure = plan.measure;
  attribution.month = *plan.month;
  attribution.coalitions = coalitions;
  attribution.households = scenario.population.size.households;
  attribution.replicates = static_cast<std::size_t>(counts.replicates);
  attribution.draws = static_cast<std::size_t>(counts.parameter_draws);
  attribution.seed = counts.seed;
  attribution.asked_households = asked.population.size.households;
  attribution.asked_replicates = static_cast<std::size_t>(asked.run.counts.replicates);
  attribution.ungrouped = switches_kept(plan.groups);
  return attribution;
}

void fill_in(CoalitionValues& coalition_values, RunResults const& results, std::size_t coalition,
             int month, std::string const& measure) {
  for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
    auto const values =
        values_of(results, {.policy = policy, .row = static_cast<std::size_t>(month)}, measure);
    for (std::size_t pair = 0; pair < values.size(); ++pair)
      coalition_values.at(policy, pair, coalition) = values[pair];
  }
}

}  // namespace

std::vector<double> shapley_values(std::span<double const> worth, std::size_t players) {
  expects(players <= 20 && worth.size() == std::size_t{1} << players,
          "every coalition has a worth");
  std::vector<std::uint64_t> factorial = {1};
  for (std::uint64_t i = 1; i <= players; ++i) factorial.push_back(factorial.back() * i);
  double largest = 0;
  for (double const value : worth) largest = std::max(largest, std::abs(value));
  std::vector<double> values;
  for (std::size_t i = 0; i < players; ++i) {
    std::size_t const player = std::size_t{1} << i;
    std::vector<double> added(players, 0.0);  // by size of the coalition that it comes to
    for (std::size_t c = 0; c < worth.size(); ++c) {
      if (c & player) continue;
      added[static_cast<std::size_t>(std::popcount(c))] += worth[c | player] - worth[c];
    }
    double sum = 0;
    for (std::size_t size = 0; size < players; ++size) {
      // Orders in which exactly the others of such a coalition come before.
      std::uint64_t const orders = factorial[size] * factorial[players - 1 - size];
      sum += static_cast<double>(orders) * added[size];
    }
    double const value = sum / static_cast<double>(factorial[players]);
    // Counts are scaled to the programme: what is left of their rounding is nothing.
    values.push_back(std::abs(value) < 1e-12 * largest ? 0.0 : value);
  }
  return values;
}

Scenario reduced_for_attribution(Scenario scenario) {
  if (!scenario.attribution) scenario.attribution = AttributionPlan{};
  auto& plan = *scenario.attribution;
  reduce_to_size(scenario, plan.households, plan.replicates, plan.month);
  return scenario;
}

std::optional<Attribution> attribute(Scenario const& asked, Areas const& areas,
                                     ExperimentOptions const& options) {
  if (!asked.sweep.empty())
    throw ScenarioError({{asked.file.generic_string(),
                          "sweep is set; a result is divided over mechanisms at one point: leave "
                          "the sweep out and set values with --set"}});
  Scenario scenario = reduced_for_attribution(asked);
  auto const& groups = scenario.attribution->groups;
  int const month = *scenario.attribution->month;
  auto const& counts = scenario.run.counts;
  std::size_t const coalitions = std::size_t{1} << groups.size();
  std::size_t const policies = scenario.policies.size();
  CoalitionValues coalition_values(
      coalitions, policies,
      static_cast<std::size_t>(counts.parameter_draws * counts.replicates + twins_of(counts)));
  auto attribution = described(scenario, asked, coalitions);

  World const world = *scenario.world;
  std::vector<std::int64_t> first_days(coalitions);  // hashes of the families
  bool const fits = ranks_for_a_piece(memory_of(scenario, areas, options), options) == 1;
  Turns const turns(options.ranks, fits ? Turns::Each::alone : Turns::Each::together);
  ExperimentOptions each = options;
  each.ranks = turns.beside();
  bool is_whole = true;
  for (std::size_t c = 0; c < coalitions; ++c) {
    // From the last on: the first rank keeps what is told of the run with everything on.
    if (!turns.has(coalitions - 1 - c)) continue;
    // Others are as far: coalitions take alike long.
    each.progress = [&](double done) {
      if (options.progress)
        options.progress(
            std::min(1.0, (static_cast<double>(c) + done * static_cast<double>(turns.of())) /
                              static_cast<double>(coalitions)));
    };
    scenario.world = world_of(world, groups, c);
    auto const results = run_experiment(scenario, areas, each);
    if (!is_complete(results)) {
      is_whole = false;
      break;
    }
    fill_in(coalition_values, results, c, month, scenario.attribution->measure);
    first_days[c] =
        static_cast<std::int64_t>(std::stoull(results.facts.population_hash, nullptr, 16));
    attribution.programme_households = results.facts.programme_households;
    attribution.warnings = results.facts.warnings;
  }
  if (options.ranks->any(options.ranks->all(), !is_whole)) return std::nullopt;
  turns.exchange(coalition_values.all());
  turns.exchange(first_days);
  for (std::size_t policy = 0; policy < policies; ++policy) {
    auto answer = answer_of(coalition_values, policy, groups, lives_of(counts));
    answer.policy = scenario.policies[policy].name;
    if (policy > 0) answer.baseline = scenario.policies.front().name;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      auto const without = (coalitions - 1) & ~(std::size_t{1} << g);
      answer.groups[g].same_first_day = first_days[without] == first_days.back();
    }
    attribution.answers.push_back(std::move(answer));
  }
  return attribution;
}

}  // namespace graduasi
