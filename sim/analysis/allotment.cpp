#include "analysis/allotment.h"

#include "analysis/lever_runs.h"
#include "analysis/optimise.h"
#include "analysis/pairs.h"
#include "base/contract.h"
#include "base/errors.h"
#include "scenario/where.h"

#include <nlopt.hpp>

#include <algorithm>
#include <utility>

namespace graduasi {

namespace {

constexpr char const* ratio_path = "policy.caseload.households_per_facilitator";
constexpr int ratios_tried = 9;

/// Mean over draws and replicates of a measure in a subgroup's last recorded month, or its first.
enum class When { first, last };
double mean_in(RunResults const& results, Cell cell, std::string const& measure, When when) {
  if (when == When::last) cell.row = recorded_months(results, cell.subgroup).size() - 1;
  return mean_of(values_of(results, cell, measure), results.lives());
}

/// What NLopt is handed.
struct Sharing {
  std::vector<MonotoneCurve> const& curves;
  double total;
};

double gained(std::vector<double> const& parts, std::vector<double>& gradient, void* data) {
  auto const& sharing = *static_cast<Sharing const*>(data);
  double sum = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const point = sharing.curves[i].at(parts[i]);
    sum += point.value;
    if (!gradient.empty()) gradient[i] = point.slope;
  }
  return sum;
}

double beyond_total(std::vector<double> const& parts, std::vector<double>& gradient, void* data) {
  double sum = -static_cast<Sharing const*>(data)->total;
  for (double const part : parts) sum += part;
  std::ranges::fill(gradient, 1.0);
  return sum;
}

/// The scenario with only the baseline, whose areas are told apart.
Scenario of_baseline(Scenario const& asked) {
  Scenario scenario = reduced_for_optimisation(asked);
  scenario.policies.resize(1);
  scenario.output.splits = {Split::area};
  return scenario;
}

std::vector<double> ratios_between(Range range) {
  std::vector<double> ratios;
  for (int i = 0; i < ratios_tried; ++i)
    ratios.push_back(range.max - (range.max - range.min) * i / (ratios_tried - 1));
  return ratios;
}

/// The search gives each area a ratio of its own: one that the baseline gives some areas besides
/// would be overwritten, and the figures of today be others than those of the baseline.
void refuse_areas_of_its_own(Scenario const& asked) {
  auto const& baseline = asked.policies.front();
  for (auto const& step : baseline.steps) {
    bool const sets = std::ranges::any_of(
        step.sets, [](std::string const& path) { return path.starts_with("policy.caseload."); });
    if (!sets || step.where.everywhere()) continue;
    throw ScenarioError({{asked.file.generic_string(),
                          "the baseline " + baseline.name + " has caseloads of its own in " +
                              place_text(baseline, step.where) +
                              "; optimise.allot shares facilitators among areas itself: leave "
                              "that change out"}});
  }
}

/// Families and facilitators of each area as the baseline begins.
std::optional<std::vector<AreaShare>> shares_today(Scenario scenario, Areas const& areas,
                                                   ExperimentOptions const& options) {
  scenario.run.counts.months = 1;
  scenario.output.strata_every = 1;
  auto const results = run_experiment(scenario, areas, options);
  if (!is_complete(results)) return std::nullopt;
  std::vector<AreaShare> shares;
  for (std::size_t a = 0; a < areas.rows.size(); ++a) {
    AreaShare share{.area = areas.rows[a].name};
    share.families = mean_in(results, {.subgroup = a + 1}, "active", When::first);
    share.today = mean_in(results, {.subgroup = a + 1}, "facilitators", When::last);
    if (!(share.today > 0))
      throw ScenarioError({{"population.households",
                            "leaves " + share.area + " without a simulated family; take more"}});
    shares.push_back(std::move(share));
  }
  return shares;
}

/// Both allotments under one seed.
std::optional<AllotmentCheck> check(Scenario scenario, Areas const& today, Areas const& best,
                                    std::uint32_t seed, ExperimentOptions const& options) {
  auto const& plan = *scenario.optimisation;
  scenario.run.counts.seed = seed;
  scenario.output = {};
  auto const values = [&](RunResults const& results, std::string const& measure) {
    return values_of(results, {.row = static_cast<std::size_t>(results.months)}, measure);
  };
  auto const first = run_experiment(scenario, today, options);
  if (!is_complete(first)) return std::nullopt;
  auto const second = run_experiment(scenario, best, options);
  if (!is_complete(second)) return std::nullopt;
  auto const lives = lives_of(scenario.run.counts);
  auto const difference = [&](std::string const& measure) {
    return estimate(difference_of(values(second, measure), values(first, measure)), lives);
  };
  return AllotmentCheck{.seed = seed,
                        .gain_today = estimate(values(first, plan.gain.measure), lives),
                        .more_gain = difference(plan.gain.measure),
                        .more_cost = difference(plan.cost.measure)};
}

}  // namespace

std::vector<double> shared_out(std::vector<MonotoneCurve> const& curves,
                               std::vector<double> const& start, std::vector<double> const& min,
                               std::vector<double> const& max) {
  Sharing sharing{curves, 0};
  for (double const part : start) sharing.total += part;
  nlopt::opt opt(nlopt::LD_SLSQP, static_cast<unsigned>(start.size()));
  opt.set_lower_bounds(min);
  opt.set_upper_bounds(max);
  opt.set_max_objective(gained, &sharing);
  opt.add_equality_constraint(beyond_total, &sharing, 1e-6 * sharing.total);
  opt.set_maxeval(5000);
  opt.set_xtol_rel(1e-7);
  auto parts = start;
  double best = 0;
  try {
    opt.optimize(parts, best);
  } catch (nlopt::roundoff_limited const&) {
    // The last parts are as near as can be told.
  }
  std::vector<double> none;
  bool const keeps_total = std::abs(beyond_total(parts, none, &sharing)) <= 1e-4 * sharing.total;
  return keeps_total && gained(parts, none, &sharing) > gained(start, none, &sharing) ? parts
                                                                                      : start;
}

std::optional<AreaAllotment> allot(Scenario const& asked, Areas const& areas,
                                   ExperimentOptions const& options) {
  if (!asked.sweep.empty())
    throw ScenarioError({{asked.file.generic_string(),
                          "sweep is set; optimise moves the levers itself: leave the sweep out"}});
  refuse_areas_of_its_own(asked);
  auto scenario = of_baseline(asked);
  auto const plan = *scenario.optimisation;
  ExperimentOptions silent = options;
  silent.progress = {};
  auto shares = shares_today(scenario, areas, silent);
  if (!shares) return std::nullopt;

  auto const ratios = ratios_between(plan.levers.front().range);
  double const usual = static_cast<double>(
      scenario.policies.front().steps.front().levers.caseload.households_per_facilitator);
  scenario.sweep = {{ratio_path, ratios}};
  auto const swept = run_experiment(scenario, areas, options);
  if (!is_complete(swept)) return std::nullopt;
  scenario.sweep.clear();

  std::vector<MonotoneCurve> curves;
  std::vector<double> start, min, max;
  bool moves_anything = false;
  for (std::size_t a = 0; a < shares->size(); ++a) {
    auto const& share = (*shares)[a];
    std::vector<double> facilitators, gains;
    for (std::size_t v = 0; v < ratios.size(); ++v) {
      facilitators.push_back(share.today * usual / ratios[v]);
      gains.push_back(mean_in(swept, {.policy = 1, .variant = v, .subgroup = a + 1},
                              plan.gain.measure, When::last));
    }
    moves_anything = moves_anything ||
                     std::ranges::any_of(gains, [&](double gain) { return gain != gains.front(); });
    start.push_back(share.today);
    min.push_back(facilitators.front());
    max.push_back(facilitators.back());
    curves.emplace_back(std::move(facilitators), std::move(gains));
  }
  auto const parts = shared_out(curves, start, min, max);

  AreaAllotment allotment;
  allotment.scenario = scenario.name;
  allotment.question = scenario.question;
  allotment.gain = plan.gain.measure;
  allotment.cost = plan.cost.measure;
  allotment.month = *plan.month;
  allotment.households = scenario.population.size.households;
  allotment.programme_households = swept.facts.programme_households;
  allotment.replicates = swept.replicates;
  allotment.draws = swept.draws;
  allotment.warnings = swept.facts.warnings;
  allotment.all_the_same = !moves_anything;
  if (!moves_anything)
    allotment.warnings.push_back(
        {"optimise", plan.gain.measure + " is the same in every area whatever its facilitators",
         "today's allotment is kept; there is no optimum"});
  Areas best = areas;
  for (std::size_t a = 0; a < shares->size(); ++a) {
    auto& share = (*shares)[a];
    share.best = parts[a];
    share.gain_today = curves[a].at(share.today).value;
    share.gain_best = curves[a].at(share.best).value;
    best.rows[a].facilitators = share.best;
  }
  allotment.areas = std::move(*shares);
  auto const seed = scenario.run.counts.seed;
  auto const same = check(scenario, areas, best, seed, silent);
  if (!same) return std::nullopt;
  auto const other = check(scenario, areas, best, seed + 1, silent);
  if (!other) return std::nullopt;
  allotment.same_luck = *same;
  allotment.other_luck = *other;
  return allotment;
}

}  // namespace graduasi
