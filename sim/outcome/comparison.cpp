#include "outcome/comparison.h"

#include "base/contract.h"
#include "outcome/draw_spread.h"
#include "outcome/student.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace graduasi {

namespace {

double share_better(std::span<double const> differences, std::string_view better) {
  double const sign = better == "lower" ? -1 : 1;
  double better_pairs = 0;
  double pairs = 0;
  for (double const value : differences) {
    if (std::isnan(value)) continue;
    pairs += 1;
    if (value == 0)
      better_pairs += 0.5;
    else if (sign * value > 0)
      better_pairs += 1;
  }
  return better.empty() || pairs == 0 ? Estimate::not_defined : better_pairs / pairs;
}

/// The probability that the expected difference goes the better way.
double probability_better(std::span<double const> differences, Lives lives,
                          std::string_view better) {
  if (lives.own(differences.size()) <= lives.replicates || better.empty())
    return share_better(differences, better);
  double const above = probability_above_zero(spread_of(differences, lives));
  return better == "lower" ? 1 - above : above;
}

double squared(double value) { return value * value; }

double variance_ratio(Estimate const& policy, Estimate const& baseline, Estimate const& paired) {
  double const variance = squared(paired.sd_chance);
  if (!(variance > 0)) return Estimate::not_defined;
  return (squared(policy.sd_chance) + squared(baseline.sd_chance)) / variance;
}

bool excludes_zero(Estimate const& difference) {
  return difference.lower > 0 || difference.upper < 0;
}

/// The least number whose Student interval would just exclude zero.
std::size_t replicates_needed(Estimate const& difference) {
  double const distance = std::abs(difference.mean);
  double const sd =
      difference.standard_error * std::sqrt(static_cast<double>(difference.replicates));
  for (std::size_t n = difference.replicates + 1; n <= max_runs; ++n) {
    if (student_quantile(n - 1) * sd / std::sqrt(static_cast<double>(n)) < distance) return n;
  }
  return max_runs + 1;
}

/// With more draws chance goes out of the interval, and what the parameters do stays. Were it zero
/// that the rest holds, no number of draws would tell.
Verdict more_draws_or_none(Estimate const& difference) {
  using Kind = Verdict::Kind;
  if (std::isnan(difference.sd_parameters) || difference.draws < 2)
    return {Kind::parameters_decide};
  auto const draws = static_cast<double>(difference.draws);
  double const variance = squared(difference.standard_error) * draws;
  double const by_chance =
      squared(student_quantile(difference.draws - 1) * difference.standard_error) *
      (1 - squared(difference.sd_parameters) / variance);
  double const reach =
      difference.mean > 0 ? difference.mean - difference.lower : difference.upper - difference.mean;
  double const left = squared(difference.mean) - (squared(reach) - by_chance);
  if (!(left > 0)) return {Kind::parameters_decide};
  double const needed = std::ceil(draws * by_chance / left);
  return {Kind::more_draws, needed > max_runs
                                ? max_runs + 1
                                : std::max(static_cast<std::size_t>(needed), difference.draws + 1)};
}

// What can be told of a difference.
constexpr Text distinguishable("distinguishable", "dapat dibedakan");
constexpr Text equal("equal in every replicate", "sama pada setiap ulangan");
constexpr Text parameters_decide("not distinguishable; uncertain parameters decide",
                                 "tidak dapat dibedakan; bergantung pada parameter tidak pasti");
constexpr Text one_value("one value, no interval", "satu nilai, tanpa selang");
constexpr Text replicates("replicates", "ulangan");
constexpr Text parameter_draws("parameter draws", "tarikan parameter");
constexpr Text too_many_needed("not distinguishable; more than 10,000 {} needed",
                               "tidak dapat dibedakan; perlu lebih dari 10.000 {}");
constexpr Text so_many_needed("not distinguishable; about {} {} needed",
                              "tidak dapat dibedakan; perlu sekitar {} {}");

std::string needed(std::size_t runs, Text of_what, Language language) {
  auto const what = of_what.in(language);
  if (runs > max_runs) return filled(too_many_needed.in(language), {what});
  return filled(so_many_needed.in(language), {std::to_string(runs), what});
}

}  // namespace

Difference difference(std::span<double const> policy, std::span<double const> baseline, Lives lives,
                      std::string_view better) {
  expects(policy.size() == baseline.size(), "policy and baseline hold the same pairs");
  std::vector<double> differences(policy.size());
  for (std::size_t i = 0; i < policy.size(); ++i) differences[i] = policy[i] - baseline[i];
  auto const paired = estimate(differences, lives);
  return {paired, probability_better(differences, lives, better),
          variance_ratio(estimate(policy, lives), estimate(baseline, lives), paired)};
}

Verdict verdict(Estimate const& difference) {
  using Kind = Verdict::Kind;
  if (difference.interval == Interval::none) return {Kind::no_interval};
  if (difference.mean == 0 && difference.standard_error == 0) return {Kind::equal};
  if (excludes_zero(difference)) return {Kind::distinguishable};
  if (difference.interval == Interval::parameters) return more_draws_or_none(difference);
  return {Kind::more_replicates, replicates_needed(difference)};
}

std::string words(Verdict verdict, Language language) {
  switch (verdict.kind) {
    case Verdict::Kind::distinguishable:
      return std::string(distinguishable.in(language));
    case Verdict::Kind::equal:
      return std::string(equal.in(language));
    case Verdict::Kind::parameters_decide:
      return std::string(parameters_decide.in(language));
    case Verdict::Kind::no_interval:
      return std::string(one_value.in(language));
    case Verdict::Kind::more_draws:
      return needed(verdict.runs, parameter_draws, language);
    case Verdict::Kind::more_replicates:
      break;
  }
  return needed(verdict.runs, replicates, language);
}

}  // namespace graduasi
