#include "results/comparison.h"

#include "base/contract.h"
#include "results/student.h"

#include <fmt/format.h>

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
  for (std::size_t n = difference.replicates + 1; n <= most_replicates; ++n) {
    if (student_quantile(n - 1) * sd / std::sqrt(static_cast<double>(n)) < distance) return n;
  }
  return most_replicates + 1;
}

}  // namespace

Difference difference(std::span<double const> policy, std::span<double const> baseline,
                      std::size_t replicates, std::string_view better) {
  expects(policy.size() == baseline.size(), "policy and baseline hold the same pairs");
  std::vector<double> differences(policy.size());
  for (std::size_t i = 0; i < policy.size(); ++i) differences[i] = policy[i] - baseline[i];
  auto const paired = estimate(differences, replicates);
  return {paired, share_better(differences, better),
          variance_ratio(estimate(policy, replicates), estimate(baseline, replicates), paired)};
}

Verdict verdict(Estimate const& difference) {
  using Kind = Verdict::Kind;
  if (difference.interval == Interval::none) return {Kind::no_interval};
  if (difference.mean == 0 && difference.standard_error == 0) return {Kind::equal};
  if (excludes_zero(difference)) return {Kind::told_apart};
  if (difference.interval == Interval::parameters) return {Kind::parameters_decide};
  return {Kind::more_replicates, replicates_needed(difference)};
}

std::string words(Verdict verdict) {
  switch (verdict.kind) {
    case Verdict::Kind::told_apart:
      return "told apart";
    case Verdict::Kind::equal:
      return "equal in every replicate";
    case Verdict::Kind::parameters_decide:
      return "not told apart; uncertain parameters decide";
    case Verdict::Kind::no_interval:
      return "one value, no interval";
    case Verdict::Kind::more_replicates:
      break;
  }
  if (verdict.replicates > most_replicates) {
    return "not told apart; more than 10,000 replicates needed";
  }
  return fmt::format(fmt::runtime("not told apart; about {} replicates needed"),
                     verdict.replicates);
}

}  // namespace graduasi
