#include "analysis/calibration/target_runs.h"

#include "analysis/pairs.h"
#include "analysis/trial.h"
#include "base/contract.h"
#include "experiment/in_parallel.h"
#include "experiment/possible_draws.h"
#include "scenario/priors.h"
#include "scenario/variants.h"

#include <algorithm>
#include <limits>
#include <set>

namespace graduasi {

using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

/// The finding of this id that a number can be compared with.
Finding const* finding_called(Scenario const& scenario, std::string const& id) {
  auto const found = std::ranges::find_if(scenario.findings, [&](Finding const& finding) {
    return finding.id == id && finding.rule != PassRule::cannot;
  });
  return found == scenario.findings.end() ? nullptr : &*found;
}

std::size_t policy_called(Scenario const& scenario, std::string const& name) {
  if (name.empty()) return 0;
  auto const found = std::ranges::find(scenario.policies, name, &Policy::name);
  return static_cast<std::size_t>(found - scenario.policies.begin());
}

/// Months at which a target looks at families.
std::vector<int> months_of(Finding const& finding) {
  std::vector<int> months = {finding.effect.mean.month, finding.effect.against.month};
  if (finding.than)
    months.insert(months.end(), {finding.than->mean.month, finding.than->against.month});
  return months;
}

}  // namespace

TargetRuns::TargetRuns(Targets const& targets, std::vector<TargetScenario> scenarios,
                       int households)
    : targets_(targets.all) {
  for (auto& [scenario, areas] : scenarios) {
    Part part{
        .scenario = std::move(scenario), .areas = std::move(areas), .targets = {}, .paths = {}};
    for (std::size_t t = 0; t < targets_.size(); ++t)
      if (targets_[t].file == part.scenario.file) part.targets.push_back(t);
    expects(!part.targets.empty(), "a scenario is there for its targets");
    part.is_trial = targets_[part.targets.front()].is_of_trial();
    check_targets(part);
    add_paths(part);
    reduce(part, households);
    parts_.push_back(std::move(part));
  }
  numbers_ = paths_.size();
  for (auto& part : parts_) add_structures(part);
  if (paths_.empty())
    throw ScenarioError(
        {{targets.file.generic_string(),
          "nothing is uncertain in any of its scenarios, so there is nothing to learn"}});
}

void TargetRuns::check_targets(Part const& part) const {
  auto const& scenario = part.scenario;
  std::vector<Problem> problems;
  auto const refuse = [&](std::string text) {
    problems.push_back({scenario.file.generic_string(), std::move(text)});
  };
  for (auto const& axis : scenario.sweep) {
    if (axis.path.starts_with("policy."))
      refuse("sweeps over " + axis.path +
             "; a world has structures, not policies: leave that sweep out");
  }
  for (auto const t : part.targets) {
    auto const& target = targets_[t];
    auto const who = "the target " + target.name;
    if (target.is_of_trial() != part.is_trial) {
      refuse(who + " looks at " + (target.is_of_trial() ? "a finding" : "a measure") +
             ", another one does not; copy the scenario for one of them");
    } else if (target.is_of_trial() && finding_called(scenario, target.finding) == nullptr) {
      refuse("has no finding " + target.finding + " with a figure, which " + who + " looks at");
    } else if (!target.is_of_trial() && target.month > scenario.run.counts.months) {
      refuse(who + " looks at month " + std::to_string(target.month) + "; the run has " +
             std::to_string(scenario.run.counts.months));
    } else if (policy_called(scenario, target.policy) == scenario.policies.size()) {
      refuse("has no policy " + target.policy + ", which " + who + " looks at");
    }
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
}

void TargetRuns::add_paths(Part& part) {
  for (auto const& [path, prior] : part.scenario.uncertain) {
    auto const known = std::ranges::find(paths_, path, &CalibratedPath::path);
    part.paths.push_back(static_cast<std::size_t>(known - paths_.begin()));
    if (known == paths_.end()) {
      paths_.push_back({path, prior});
    } else if (text_of(known->prior) != text_of(prior)) {
      throw ScenarioError(
          {{part.scenario.file.generic_string(),
            path + " is " + text_of(prior) + ", and " + text_of(known->prior) +
                " in another scenario of the targets; a world has one value of it"}});
    }
  }
}

void TargetRuns::add_structures(Part& part) {
  for (auto const& [path, values] : part.scenario.sweep) {
    auto const known = std::ranges::find(paths_, path, &CalibratedPath::path);
    if (known == paths_.end()) {
      paths_.push_back({.path = path, .options = values});
    } else if (known->options != values) {
      throw ScenarioError({{part.scenario.file.generic_string(),
                            "sweeps over " + path +
                                ", for which another scenario of the targets has a prior "
                                "or other values; a world has one value of it"}});
    }
  }
  part.scenario.sweep.clear();
}

Cube TargetRuns::cube(std::uint32_t seed) const {
  Cube cube{.options = {}, .seed = seed};
  for (auto const& path : paths_) cube.options.push_back(path.options.size());
  return cube;
}

void TargetRuns::reduce(Part& part, int households) const {
  auto& scenario = part.scenario;
  std::optional<int> last = 1;
  std::set<std::size_t> policies = {0};
  for (auto const t : part.targets) {
    auto const& target = targets_[t];
    policies.insert(policy_called(scenario, target.policy));
    last = std::max(*last, target.month);
    if (auto const* const finding = finding_called(scenario, target.finding))
      last = std::max(*last, std::ranges::max(months_of(*finding)));
  }
  reduce_to_size(scenario, households, 1, last);
  // The arms of a trial share its units, so all of them stay.
  if (part.is_trial) return;
  std::vector<Policy> kept;
  for (auto const policy : policies) kept.push_back(scenario.policies[policy]);
  scenario.policies = std::move(kept);
}

std::vector<double> TargetRuns::values_at(Eigen::ArrayXd const& point) const {
  std::vector<double> values;
  for (std::size_t p = 0; p < paths_.size(); ++p) {
    double const at = point(static_cast<Index>(p));
    auto const& [path, prior, options] = paths_[p];
    values.push_back(options.empty() ? draw_of(prior, at) : options[option_at(at, options.size())]);
  }
  return values;
}

Scenario TargetRuns::with_worlds(Part const& part, std::vector<std::vector<double>> const& worlds,
                                 std::uint32_t seed) const {
  auto scenario = part.scenario;
  scenario.run.counts.parameter_draws = static_cast<int>(worlds.size());
  scenario.run.counts.seed = seed;
  for (std::size_t i = 0; i < scenario.uncertain.size(); ++i) {
    auto& prior = scenario.uncertain[i].prior;
    prior = {.shape = Prior::Shape::draws, .numbers = {}, .range = prior.range};
    for (auto const& world : worlds) prior.numbers.push_back(world[part.paths[i]]);
  }
  for (std::size_t p = numbers_; p < paths_.size(); ++p) {
    auto& structure = scenario.uncertain.emplace_back(
        Uncertain{paths_[p].path, {.shape = Prior::Shape::draws, .numbers = {}}});
    for (auto const& world : worlds) structure.prior.numbers.push_back(world[p]);
  }
  return scenario;
}

std::vector<char> TargetRuns::possible(std::vector<std::vector<double>> const& worlds) const {
  auto const& part = parts_.front();
  auto const scenario = with_worlds(part, worlds, 1);
  std::vector<char> are(worlds.size());
  in_parallel(worlds.size(), [&](std::size_t i) {
    are[i] = can_be(setting_of(scenario, {.name = "base", .values = {}}, static_cast<int>(i)),
                    part.areas)
                 ? 1
                 : 0;
  });
  return are;
}

std::optional<ArrayXXd> TargetRuns::simulate(ArrayXXd const& points, std::uint32_t seed,
                                             ExperimentOptions const& options) const {
  use_threads(options);
  std::vector<std::vector<double>> worlds;
  for (Index i = 0; i < points.rows(); ++i) worlds.push_back(values_at(points.row(i)));
  auto const are_possible = possible(worlds);
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < worlds.size(); ++i)
    if (are_possible[i] != 0) rows.push_back(i);
  ArrayXXd figures =
      ArrayXXd::Constant(points.rows(), static_cast<Index>(targets_.size()), not_defined);
  if (rows.empty()) return figures;
  std::vector<std::vector<double>> those;
  for (auto const row : rows) those.push_back(worlds[row]);
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    auto const& part = parts_[p];
    auto here = options;
    // Lists of other worlds are of no use, and there are thousands.
    here.lists = no_known_lists();
    if (options.progress)
      here.progress = [&, p](double done) {
        options.progress((static_cast<double>(p) + done) / static_cast<double>(parts_.size()));
      };
    auto const scenario = with_worlds(part, those, seed);
    bool const is_whole = part.is_trial ? simulate_trials(part, scenario, here, rows, figures)
                                        : simulate_run(part, scenario, here, rows, figures);
    if (!is_whole) return std::nullopt;
  }
  return figures;
}

bool TargetRuns::simulate_run(Part const& part, Scenario const& scenario,
                              ExperimentOptions const& options,
                              std::vector<std::size_t> const& rows, ArrayXXd& figures) const {
  auto const results = run_experiment(scenario, part.areas, options);
  if (!is_complete(results)) return false;
  for (auto const t : part.targets) {
    auto const& target = targets_[t];
    auto const at = [&](int month, std::string const& measure) {
      return values_of(results,
                       {.policy = policy_called(scenario, target.policy),
                        .row = static_cast<std::size_t>(month)},
                       measure);
    };
    std::vector<double> sum(rows.size(), 0);
    for (auto const& measure : target.measures) {
      auto const there = at(target.month, measure);
      auto const before = target.since ? at(*target.since, measure) : std::vector<double>();
      for (std::size_t i = 0; i < rows.size(); ++i)
        sum[i] += there[i] - (before.empty() ? 0 : before[i]);
    }
    auto const whole = target.of.empty() ? std::vector<double>() : at(target.month, target.of);
    for (std::size_t i = 0; i < rows.size(); ++i)
      figures(static_cast<Index>(rows[i]), static_cast<Index>(t)) =
          whole.empty() ? sum[i] : sum[i] / whole[i];
  }
  return true;
}

bool TargetRuns::simulate_trials(Part const& part, Scenario const& scenario,
                                 ExperimentOptions const& options,
                                 std::vector<std::size_t> const& rows, ArrayXXd& figures) const {
  std::set<int> months;
  for (auto const t : part.targets)
    for (int const month : months_of(*finding_called(scenario, targets_[t].finding)))
      months.insert(month);
  std::vector<int> const looked_at(months.begin(), months.end());
  auto const kernel = kernel_for(options.isa);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (options.stop != nullptr && options.stop->load()) return false;
    auto const trial = carry_out(scenario, part.areas, {.name = "base", .values = {}},
                                 static_cast<int>(i), looked_at, kernel);
    for (auto const t : part.targets)
      figures(static_cast<Index>(rows[i]), static_cast<Index>(t)) =
          estimate_finding(trial, *finding_called(scenario, targets_[t].finding)).value;
    if (options.progress)
      options.progress(static_cast<double>(i + 1) / static_cast<double>(rows.size()));
  }
  return true;
}

}  // namespace graduasi
