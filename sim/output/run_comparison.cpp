#include "output/run_comparison.h"

#include "base/errors.h"
#include "base/month_text.h"
#include "base/text.h"
#include "outcome/student.h"
#include "scenario/headline.h"
#include "scenario/renamed.h"
#include "scenario/short_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

namespace {

/// Enough of a hash to tell it from another.
std::string short_hash(std::string const& hash) {
  return hash.empty() ? "none" : hash.substr(0, 12);
}

/// The facts that two runs must share to have met the same luck, with both values where not.
std::vector<std::string> different_facts(StoredResult const& a, StoredResult const& b) {
  std::vector<std::string> facts;
  auto const check = [&](std::string_view name, auto const& one, auto const& other) {
    if (one != other) facts.push_back(fmt::format("{} ({} and {})", name, one, other));
  };
  check("seed", a.seed, b.seed);
  check("replicates", a.replicates, b.replicates);
  check("parameter draws", a.draws, b.draws);
  check("given draws", short_hash(a.given_draws), short_hash(b.given_draws));
  check("twins", a.twins, b.twins);
  check("population", a.population_hash, b.population_hash);
  check("program version", a.version, b.version);
  check("first month", month_text(a.start), month_text(b.start));
  return facts;
}

/// Why the runs cannot be paired; empty when they can.
std::vector<std::string> reasons_against(StoredResult const& baseline, StoredResult const& result) {
  auto const facts = different_facts(baseline, result);
  if (facts.empty()) return {};
  std::vector<std::string_view> const views(facts.begin(), facts.end());
  std::vector<std::string> reasons = {"unpaired: the runs differ in " + joined(views)};
  bool const only_families = facts.size() == 1 && facts.front().starts_with("population");
  if (only_families) {
    reasons.emplace_back(
        "families on the first day depend on the baseline's levers, areas and parameters, so this "
        "compares two programmes that always were as they are, not a change made today; to ask "
        "what a change brings, with common random numbers, write both as policies of one scenario, "
        "that of today first");
  }
  return reasons;
}

/// The figures of every simulation of two runs.
struct BothReplicates {
  Replicates of_baseline, of_result;
};

/// @param reasons  why there are none, added to
BothReplicates replicates_of_both(StoredResult const& baseline, StoredResult const& result,
                                  std::vector<std::string>& reasons) {
  BothReplicates both;
  for (auto const& [run, replicates] :
       {std::pair(&baseline, &both.of_baseline), std::pair(&result, &both.of_result)}) {
    if (auto all = read_replicates(*run))
      *replicates = std::move(*all);
    else
      reasons.push_back("unpaired: " + run->folder.generic_string() +
                        " keeps no figures of single simulations that this program knows, neither "
                        "in results.sqlite nor in replicates.csv; run it again for a paired "
                        "comparison, whose intervals are narrower");
  }
  return both;
}

double squared(double value) { return std::isnan(value) ? 0 : value * value; }

/// Of the mean of a run.
double variance_of_mean(Estimate const& e, std::size_t draws) {
  if (e.interval == Interval::chance) return squared(e.sd_chance);
  return (squared(e.sd_chance) + squared(e.sd_parameters)) / static_cast<double>(draws);
}

/// Values that the variance of a run's mean is taken from.
std::size_t draws_of(Estimate const& e, std::size_t draws) {
  return e.interval == Interval::parameters ? draws : e.replicates;
}

/// Degrees of freedom after Welch and Satterthwaite, rounded down.
std::size_t freedom_of(double va, std::size_t na, double vb, std::size_t nb) {
  auto const min = static_cast<double>(std::min(na, nb) - 1);
  double const parts =
      va * va / static_cast<double>(na - 1) + vb * vb / static_cast<double>(nb - 1);
  return static_cast<std::size_t>(parts > 0 ? std::max((va + vb) * (va + vb) / parts, min) : min);
}

/// The difference of two independent runs, from their means and standard deviations.
Estimate unpaired(Estimate const& a, std::size_t draws_a, Estimate const& b, std::size_t draws_b) {
  Estimate result;
  result.mean = a.mean - b.mean;
  result.replicates = std::min(a.replicates, b.replicates);
  // Draws of which nothing tells chance from parameters cannot be taken apart.
  bool const known = a.interval != Interval::none && b.interval != Interval::none &&
                     !std::isnan(a.sd_chance) && !std::isnan(b.sd_chance);
  if (!known || std::isnan(result.mean)) return result;
  double const va = variance_of_mean(a, draws_a), vb = variance_of_mean(b, draws_b);
  result.standard_error = std::sqrt(va + vb);
  result.sd_chance = std::sqrt(squared(a.sd_chance) + squared(b.sd_chance));
  double half = 0;
  if (a.interval == Interval::chance && b.interval == Interval::chance) {
    result.interval = Interval::chance;
    half = student_quantile(freedom_of(va, a.replicates, vb, b.replicates)) * result.standard_error;
  } else {
    // What is believed of the parameters, as a normal distribution around each mean, and the error
    // of the means.
    result.interval = Interval::parameters;
    double const spread = squared(a.sd_parameters) + squared(b.sd_parameters);
    result.sd_parameters = std::sqrt(spread);
    half = student_quantile(freedom_of(va, draws_of(a, draws_a), vb, draws_of(b, draws_b))) *
           std::sqrt(spread + va + vb);
  }
  result.lower = result.mean - half;
  result.upper = result.mean + half;
  return result;
}

std::string_view better_of(std::string const& measure) {
  auto const index = find_measure(measure);
  return index ? measures()[*index].better : std::string_view();
}

/// The name of the policy in `result` that one of the baseline run is compared with; itself but
/// where both runs have one policy.
struct PolicyMatch {
  bool whatever_its_name;
  std::string only;
  std::string operator()(std::string const& policy) const {
    return whatever_its_name ? only : policy;
  }
};

void note_unmatched(StoredResult const& run, StoredResult const& other, RunComparison& result) {
  for (auto const& policy : run.policies) {
    if (std::ranges::find(other.policies, policy) != other.policies.end()) continue;
    result.notes.push_back("the policy " + policy + " is only in " + run.folder.generic_string());
  }
}

std::set<std::string> measures_of(StoredResult const& run) {
  std::set<std::string> measures;
  for (auto const& key : run.keys) measures.insert(key.measure);
  return measures;
}

/// What cannot be compared since one run alone has it, and what a measure is called now.
void note_measures_only_in(StoredResult const& run, StoredResult const& other,
                           RunComparison& result) {
  auto const here = measures_of(run), there = measures_of(other);
  std::vector<std::string_view> only;
  std::string renamed;
  for (auto const& measure : here) {
    if (there.contains(measure)) continue;
    only.push_back(measure);
    if (auto const* const row = renamed_measure(measure))
      renamed += fmt::format("; {} is now called {}: {}", row->before, row->now, row->consequence);
  }
  if (only.empty()) return;
  result.notes.push_back(
      fmt::format("only {} has {}{}", run.folder.generic_string(), joined(only), renamed));
}

void note_interrupted(StoredResult const& run, RunComparison& result) {
  if (run.simulations_finished == run.simulations) return;
  result.notes.push_back(fmt::format("{} was interrupted: {} of {} simulations are finished",
                                     run.folder.generic_string(), run.simulations_finished,
                                     run.simulations));
}

/// The figures of one run that gains are made of.
constexpr auto gain_measures =
    std::to_array<std::string_view>({"became_able", headline_measure, sustained_measure,
                                     "premature_exit", "cumulative_assessed_out"});

EndValues end_values(Replicates const& run, FigureKey key) {
  auto const values = [&](std::string_view measure) {
    key.measure = measure;
    return run.at(key);
  };
  return {.became_able = values(gain_measures[0]),
          .exits = values(gain_measures[1]),
          .lasting = values(gain_measures[2]),
          .premature = values(gain_measures[3]),
          .assessed_out = values(gain_measures[4])};
}

/// The last month that both runs have of the whole programme.
int last_shared_month(RunComparison const& comparison) {
  int last = 0;
  for (auto const& row : comparison.rows) {
    if (row.key.subgroup == "all") last = std::max(last, row.key.month);
  }
  return last;
}

/// Gains of every policy and variant of which all figures are there.
/// @param paired_gains  what the pairs of a policy say, given the key of one of its figures; called
///                      where the comparison is paired
template <class PairedGains>
std::vector<RunGains> gains_in(RunComparison const& comparison, PairedGains paired_gains) {
  std::vector<RunGains> all;
  int const month = last_shared_month(comparison);
  std::map<FigureKey, Estimate const*> found;
  for (auto const& [key, difference] : comparison.rows) found[key] = &difference.estimate;
  for (auto const& row : comparison.rows) {
    auto key = row.key;
    if (key.subgroup != "all" || key.month != month || key.measure != headline_measure) continue;
    std::vector<Estimate const*> estimates;
    for (auto const measure : gain_measures) {
      key.measure = measure;
      if (auto const there = found.find(key); there != found.end())
        estimates.push_back(there->second);
    }
    if (estimates.size() < gain_measures.size()) continue;
    all.push_back({key.policy, key.variant,
                   comparison.paired ? paired_gains(key)
                                     : gains_of(*estimates[0], *estimates[1], *estimates[2],
                                                *estimates[3], *estimates[4]),
                   month > sustained_after});
  }
  return all;
}

}  // namespace

RunComparison compare_runs(StoredResult const& baseline, StoredResult const& result) {
  RunComparison comparison{.result = result.folder.generic_string(),
                           .baseline = baseline.folder.generic_string(),
                           .start = baseline.start,
                           .paired = false,
                           .notes = reasons_against(baseline, result),
                           .rows = {}};
  BothReplicates both;
  if (comparison.notes.empty()) both = replicates_of_both(baseline, result, comparison.notes);
  comparison.paired = comparison.notes.empty();
  if (result.start != baseline.start) comparison.start.reset();
  PolicyMatch const match{baseline.policies.size() == 1 && result.policies.size() == 1,
                          result.policies.empty() ? "" : result.policies.front()};
  if (!match.whatever_its_name) {
    note_unmatched(baseline, result, comparison);
    note_unmatched(result, baseline, comparison);
  } else if (match.only != baseline.policies.front()) {
    comparison.notes.push_back("the policy " + match.only + " is compared with " +
                               baseline.policies.front() + ": each run has only one");
  }
  note_measures_only_in(baseline, result, comparison);
  note_measures_only_in(result, baseline, comparison);
  note_interrupted(baseline, comparison);
  note_interrupted(result, comparison);

  auto const& [of_baseline, of_result] = both;
  for (auto const& key : baseline.keys) {
    auto other = key;
    other.policy = match(key.policy);
    auto const there = result.estimates.find(other);
    if (there == result.estimates.end()) continue;
    if (!comparison.paired) {
      auto const estimate =
          unpaired(there->second, result.draws, baseline.estimates.at(key), baseline.draws);
      comparison.rows.push_back({key, {estimate, Estimate::not_defined}});
      continue;
    }
    auto const values = of_result.find(other), baseline_values = of_baseline.find(key);
    if (values == of_result.end() || baseline_values == of_baseline.end()) continue;
    comparison.rows.push_back(
        {key, difference(values->second, baseline_values->second,
                         Lives(result.replicates, result.twins), better_of(key.measure))});
  }
  if (comparison.rows.empty()) {
    throw ScenarioError(
        {{comparison.result,
          "shares no figure with " + comparison.baseline +
              "; compare runs that share a policy by name, a variant and measures"}});
  }
  comparison.gains = gains_in(comparison, [&](FigureKey const& key) {
    auto other = key;
    other.policy = match(key.policy);
    return gains_of(end_values(of_result, other), end_values(of_baseline, key),
                    Lives(result.replicates, result.twins));
  });
  return comparison;
}

}  // namespace graduasi
