#include "analysis/optimise.h"

#include "analysis/lever_runs.h"
#include "analysis/pairs.h"
#include "analysis/search.h"
#include "outcome/wording.h"
#include "parameters/lookup.h"
#include "policy/levers.h"

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

constexpr int frontier_evaluations = 8;
constexpr int steps_along_lever = 9;

std::size_t runs_expected(OptimisePlan const& plan) {
  return static_cast<std::size_t>(plan.evaluations) + frontier_evaluations * plan.frontier.size() +
         // Along every lever twice, since the optimum may have moved.
         2 * (steps_along_lever + 1) * plan.levers.size();
}

/// The present levers of the moved policy, inside their ranges.
std::vector<double> usual_levers(Scenario const& scenario) {
  auto const& plan = *scenario.optimisation;
  auto const& moved = scenario.policies.back();
  auto const& first = moved.steps.front();
  std::vector<double> values;
  for (auto const& lever : plan.levers) {
    auto const& row = *find_row<Levers>(lever.path);
    bool const own = std::ranges::find(first.sets, lever.path) != first.sets.end();
    auto const& levers = own ? first.levers : scenario.policies.front().steps.front().levers;
    values.push_back(std::clamp(row.get(levers), lever.range.min, lever.range.max));
  }
  return values;
}

/// Levers as parts of their ranges, and back.
std::vector<double> in_box(std::vector<double> levers, std::vector<LeverRange> const& ranges) {
  for (std::size_t i = 0; i < levers.size(); ++i)
    levers[i] = (levers[i] - ranges[i].range.min) / (ranges[i].range.max - ranges[i].range.min);
  return levers;
}

std::vector<double> from_box(std::vector<double> point, std::vector<LeverRange> const& ranges) {
  for (std::size_t i = 0; i < point.size(); ++i)
    point[i] = ranges[i].range.min + point[i] * (ranges[i].range.max - ranges[i].range.min);
  return point;
}

/// The points that were tried, judged under a limit.
class Judging {
 public:
  Judging(LeverRuns& runs, OptimisePlan const& plan, double limit)
      : runs_(runs),
        plan_(plan),
        limit_(limit),
        // NLopt compares score and slack, so both are shares.
        usual_(mean_of(plan.minimise ? runs.baseline().cost : runs.baseline().gain, runs.lives())) {
  }

  /// Of the levers; nothing when it was stopped.
  std::optional<Merit> merit(std::vector<double> const& levers) {
    auto const* const sample = runs_.at(levers);
    if (sample == nullptr) return std::nullopt;
    return merit(*sample);
  }

  Merit merit(Sample const& sample) const {
    double const gain = mean_of(sample.gain, runs_.lives());
    double const cost = mean_of(sample.cost, runs_.lives());
    // What is not defined is never chosen.
    if (std::isnan(gain) || std::isnan(cost)) return {-1e300, -1};
    if (plan_.minimise) return {-cost / scale(usual_), (gain - limit_) / scale(limit_)};
    return {gain / scale(usual_), (limit_ - cost) / scale(limit_)};
  }

  /// Sums in another order may differ in the last bits.
  bool allows(Sample const& sample) const { return merit(sample).slack >= -1e-9; }

  /// The best that was tried; nothing when none is allowed.
  std::optional<std::vector<double>> best() const {
    std::optional<std::vector<double>> best;
    double score = 0;
    for (auto const& [levers, sample] : runs_.all()) {
      if (!allows(sample)) continue;
      double const its = merit(sample).score;
      if (best && its <= score) continue;
      best = levers;
      score = its;
    }
    return best;
  }

  /// @returns whether it was not stopped
  bool search_from(std::vector<double> const& levers, int evaluations, bool global) {
    auto const& ranges = plan_.levers;
    auto const of = [&](std::vector<double> const& point) {
      return merit(from_box(point, ranges));
    };
    return search(of, in_box(levers, ranges), evaluations, global);
  }

 private:
  static double scale(double value) { return value > 0 ? value : 1; }

  LeverRuns& runs_;
  OptimisePlan const& plan_;
  double limit_, usual_;
};

Evaluation tried(std::vector<double> const& levers, Sample const& sample, LeverRuns const& runs,
                 Judging const& judging) {
  Evaluation point;
  point.levers = levers;
  point.gain = runs.estimated(sample.gain);
  point.cost = runs.estimated(sample.cost);
  point.more_gain = runs.estimated(difference_of(sample.gain, runs.baseline().gain));
  point.more_cost = runs.estimated(difference_of(sample.cost, runs.baseline().cost));
  point.allowed = judging.allows(sample);
  return point;
}

/// Values of one lever over its range, all others at the optimum.
bool run_along_levers(LeverRuns& runs, OptimisePlan const& plan, std::vector<double> const& best) {
  for (std::size_t i = 0; i < plan.levers.size(); ++i) {
    auto const range = plan.levers[i].range;
    for (int step = 0; step <= steps_along_lever; ++step) {
      auto levers = best;
      levers[i] = range.min + (range.max - range.min) * step / steps_along_lever;
      if (runs.at(levers) == nullptr) return false;
    }
  }
  return true;
}

bool same_but(std::vector<double> const& a, std::vector<double> const& b, std::size_t lever) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (i != lever && a[i] != b[i]) return false;
  return true;
}

/// Less than a hundredth, or not to be told from nothing.
bool is_flat(Evaluation const& point, double score) {
  return !is_distinguishable(point.from_best) ||
         std::abs(point.from_best.mean) < 0.01 * std::abs(score);
}

void find_flat_range(Optimum& optimum, std::size_t lever) {
  auto& its = optimum.levers[lever];
  auto const& best = *optimum.best;
  double const score = optimum.minimises ? best.cost.mean : best.gain.mean;
  its.indifferent_from = its.indifferent_to = best.levers[lever];
  std::vector<Evaluation const*> line;
  for (auto const& point : optimum.tried)
    if (same_but(point.levers, best.levers, lever)) line.push_back(&point);
  std::ranges::sort(line, {}, [&](auto const* p) { return p->levers[lever]; });
  for (auto const* point : line) {
    if (point->levers[lever] <= its.indifferent_to) continue;
    if (!is_flat(*point, score)) break;
    its.indifferent_to = point->levers[lever];
  }
  for (auto at = line.rbegin(); at != line.rend(); ++at) {
    if ((*at)->levers[lever] >= its.indifferent_from) continue;
    if (!is_flat(**at, score)) break;
    its.indifferent_from = (*at)->levers[lever];
  }
  double const near = 0.005 * (its.max - its.min);
  its.at_end = best.levers[lever] - its.min <= near || its.max - best.levers[lever] <= near;
}

/// Everything but what was found.
Optimum described(Scenario const& scenario) {
  auto const& plan = *scenario.optimisation;
  auto const& counts = scenario.run.counts;
  Optimum optimum;
  optimum.scenario = scenario.name;
  optimum.question = scenario.question;
  optimum.policy = scenario.policies.back().name;
  optimum.gain = plan.gain.measure;
  optimum.cost = plan.cost.measure;
  optimum.minimises = plan.minimise;
  optimum.month = *plan.month;
  optimum.households = scenario.population.size.households;
  optimum.replicates = static_cast<std::size_t>(counts.replicates);
  optimum.draws = static_cast<std::size_t>(counts.parameter_draws);
  optimum.seed = counts.seed;
  optimum.independent_seed = counts.seed + 1;
  for (auto const& lever : plan.levers) {
    auto const& row = *find_row<Levers>(lever.path);
    optimum.levers.push_back({.path = lever.path,
                              .unit = std::string(row.unit),
                              .min = lever.range.min,
                              .max = lever.range.max});
  }
  return optimum;
}

/// All that was tried, told against the optimum.
void tell_tried(Optimum& optimum, LeverRuns const& runs, Judging const& judging) {
  auto const& best = runs.all().at(optimum.best->levers);
  for (auto const& [levers, sample] : runs.all()) {
    auto point = tried(levers, sample, runs, judging);
    point.from_best = runs.estimated(optimum.minimises ? difference_of(sample.cost, best.cost)
                                                       : difference_of(sample.gain, best.gain));
    optimum.tried.push_back(std::move(point));
  }
}

bool draw_frontier(Optimum& optimum, LeverRuns& runs, OptimisePlan const& plan) {
  for (double const multiple : plan.frontier) {
    double const limit = multiple * optimum.limit;
    Judging judging(runs, plan, limit);
    auto const start = judging.best();
    if (start && !judging.search_from(*start, frontier_evaluations, false)) return false;
    FrontierPoint point{.multiple = multiple, .limit = limit};
    if (auto const best = judging.best())
      point.best = tried(*best, runs.all().at(*best), runs, judging);
    optimum.frontier.push_back(std::move(point));
  }
  return true;
}

/// What is made best is the same at all that was tried, in every replicate.
bool all_the_same(LeverRuns const& runs, bool minimises) {
  auto const aim = [&](Sample const& sample) { return minimises ? sample.cost : sample.gain; };
  auto const same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
  auto const first = aim(runs.all().begin()->second);
  return std::ranges::all_of(runs.all(), [&](auto const& point) {
    return std::ranges::equal(aim(point.second), first, same);
  });
}

Undecided undecided_in(Optimum const& optimum, LeverRuns const& runs) {
  if (all_the_same(runs, optimum.minimises)) return Undecided::all_the_same;
  if (optimum.minimises && !(optimum.limit > 0)) return Undecided::no_target;
  return Undecided::no;
}

/// Ends a search that has nothing to choose between.
Optimum without_optimum(Optimum optimum, LeverRuns const& runs, Judging const& judging) {
  for (auto const& [levers, sample] : runs.all())
    optimum.tried.push_back(tried(levers, sample, runs, judging));
  optimum.warnings.push_back({"optimise", why_undecided(optimum), "there is no optimum"});
  return optimum;
}

/// The optimum with other families and other luck.
bool try_again(Optimum& optimum, Scenario scenario, Areas const& areas,
               ExperimentOptions const& options) {
  auto const plan = *scenario.optimisation;
  scenario.run.counts.seed = optimum.independent_seed;
  LeverRuns runs(scenario, areas, options, 1);
  auto const* const sample = runs.at(optimum.best->levers);
  if (sample == nullptr) return false;
  optimum.independent =
      tried(optimum.best->levers, *sample, runs, Judging(runs, plan, optimum.limit));
  return true;
}

}  // namespace

std::string why_undecided(Optimum const& optimum) {
  if (optimum.undecided == Undecided::no_target)
    return "the target, " + optimum.gain + " " + compact(optimum.limit) +
           ", is reached by every value of the levers";
  auto const& aim = optimum.minimises ? optimum.cost : optimum.gain;
  auto const& first = optimum.tried.front();
  double const value = (optimum.minimises ? first.cost : first.gain).mean;
  return aim + " is " + (std::isnan(value) ? "not defined" : compact(value)) +
         " at every value tried";
}

bool is_distinguishable(Estimate const& difference) {
  if (std::isnan(difference.mean) || difference.mean == 0) return false;
  return std::isnan(difference.lower) || difference.lower > 0 || difference.upper < 0;
}

Scenario reduced_for_optimisation(Scenario scenario) {
  if (!scenario.optimisation) scenario.optimisation = OptimisePlan{};
  auto& plan = *scenario.optimisation;
  reduce_to_size(scenario, plan.households, plan.replicates, plan.month);
  auto const moved = std::ranges::find(scenario.policies, plan.policy, &Policy::name);
  bool const moves_another = moved != scenario.policies.end() && moved != scenario.policies.begin();
  scenario.policies = moves_another ? std::vector{scenario.policies.front(), *moved}
                                    : std::vector{scenario.policies.front()};
  return scenario;
}

std::optional<Optimum> optimise(Scenario const& asked, Areas const& areas,
                                ExperimentOptions const& options) {
  if (!asked.sweep.empty())
    throw ScenarioError({{asked.file.generic_string(),
                          "sweep is set; optimise moves the levers itself: leave the sweep out"}});
  Scenario const scenario = reduced_for_optimisation(asked);
  auto const& plan = *scenario.optimisation;
  auto optimum = described(scenario);
  LeverRuns runs(scenario, areas, options, runs_expected(plan));
  auto const usual = usual_levers(scenario);
  if (runs.at(usual) == nullptr) return std::nullopt;
  optimum.programme_households = runs.programme_households();
  optimum.warnings = runs.warnings();
  optimum.baseline_gain = runs.estimated(runs.baseline().gain);
  optimum.baseline_cost = runs.estimated(runs.baseline().cost);
  auto const& limited = plan.minimise ? plan.gain : plan.cost;
  optimum.limit = limited.amount.value_or(plan.minimise ? optimum.baseline_gain.mean
                                                        : optimum.baseline_cost.mean);

  Judging judging(runs, plan, optimum.limit);
  if (!judging.search_from(usual, plan.evaluations, true)) return std::nullopt;
  // Values over each range are what the frontier starts from.
  if (!run_along_levers(runs, plan, judging.best().value_or(usual))) return std::nullopt;
  optimum.undecided = undecided_in(optimum, runs);
  if (optimum.undecided != Undecided::no) return without_optimum(std::move(optimum), runs, judging);
  // It may come across something better under the limit itself.
  if (!draw_frontier(optimum, runs, plan)) return std::nullopt;
  auto const best = judging.best();
  if (!best) return optimum;
  if (!run_along_levers(runs, plan, *best)) return std::nullopt;
  optimum.best = tried(*best, runs.all().at(*best), runs, judging);
  tell_tried(optimum, runs, judging);
  for (std::size_t i = 0; i < optimum.levers.size(); ++i) find_flat_range(optimum, i);
  if (!try_again(optimum, scenario, areas, options)) return std::nullopt;
  return optimum;
}

}  // namespace graduasi
