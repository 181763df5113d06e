#include "analysis/answer.h"

#include "analysis/discounted_costs.h"
#include "analysis/lasting_exits.h"
#include "analysis/pairs.h"
#include "analysis/ratio.h"
#include "scenario/headline.h"

#include <cmath>

namespace graduasi {

namespace {

constexpr std::string_view able = "became_able";

bool is_distinguishable(Told told) { return told == Told::more || told == Told::fewer; }

std::vector<double> sum_of(std::vector<double> values, std::vector<double> const& more) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] += more[i];
  return values;
}

PrematurePart kind_of(Estimate const& share) {
  if (std::isnan(share.mean)) return PrematurePart::no_figures;
  if (share.mean < 0) return PrematurePart::opposite;
  return share.mean > 1 ? PrematurePart::beyond : PrematurePart::share;
}

/// `share` where the exits give a share a meaning, whatever it then is.
PrematurePart part_before_share(Gains const& gains) {
  double const more = gains.judged.mean;
  if (std::isnan(more) || std::isnan(gains.premature.mean)) return PrematurePart::no_figures;
  auto const told = told_of(gains.judged);
  bool const is_one_value = told == Told::no_interval && more != 0;
  return is_distinguishable(told) || is_one_value ? PrematurePart::share
                                                  : PrematurePart::exits_unclear;
}

EndValues end_values(RunResults const& results, Cell cell) {
  cell.row = recorded_months(results, cell.subgroup).size() - 1;
  auto const values = [&](std::string_view measure) { return values_of(results, cell, measure); };
  return {.became_able = values(able),
          .exits = values(headline_measure),
          .lasting = values(sustained_measure),
          .premature = values("premature_exit"),
          .assessed_out = values("cumulative_assessed_out")};
}

/// A measure of a policy less that of the baseline, at the last month.
std::vector<double> more_of(RunResults const& results, Cell cell, std::string_view measure) {
  cell.row = recorded_months(results, cell.subgroup).size() - 1;
  auto const policy = values_of(results, cell, measure);
  cell.policy = 0;
  return difference_of(policy, values_of(results, cell, measure));
}

WhoLeft who_left(RunResults const& results, Cell cell) {
  auto const more = [&](std::string_view measure) {
    return estimate(more_of(results, cell, measure), results.lives());
  };
  return {more("exits_able_at_start"), more("exits_became_able"), more("exits_not_able")};
}

TakenOff taken_off(RunResults const& results, Cell cell) {
  auto const lives = results.lives();
  auto const families = sum_of(more_of(results, cell, "cumulative_time_limit"),
                               more_of(results, cell, "cumulative_struck_off"));
  auto const not_able = more_of(results, cell, "rule_exit_not_able");
  TakenOff off{.families = estimate(families, lives), .not_able = estimate(not_able, lives)};
  if (told_of(off.families) == Told::more)
    off.not_able_share = ratio_of_means(not_able, families, lives);
  return off;
}

/// Adds to whom benefits go, and so where what is saved on some is paid to others.
void add_benefits(Answer& answer, DiscountedCosts const& discounted) {
  auto const to = more_benefits(discounted, answer.policy, 0);
  auto const lives = discounted.lives();
  answer.benefits = {estimate(to.first, lives), estimate(to.entered, lives),
                     estimate(to.returned, lives)};
}

/// Adds what the gains of the whole programme cost.
void add_costs(Answer& answer, DiscountedCosts const& discounted) {
  auto const lives = discounted.lives();
  auto const more = [&](std::string_view cumulative) {
    return difference_of(discounted.gain_of(answer.policy, cumulative),
                         discounted.gain_of(0, cumulative));
  };
  auto const cost = difference_of(discounted.total(answer.policy, Perspective::programme),
                                  discounted.total(0, Perspective::programme));
  answer.cost = estimate(cost, lives);
  if (told_of(answer.cost) != Told::more) return;
  auto const for_each = [&](std::vector<double> const& gain) {
    return told_of(estimate(gain, lives)) == Told::more ? ratio_of_means(cost, gain, lives)
                                                        : Estimate{};
  };
  answer.cost_per_able = for_each(more(able));
  if (answer.can_last) answer.cost_per_lasting = for_each(more(sustained_measure));
}

}  // namespace

std::string_view name_of(Told told) {
  switch (told) {
    case Told::more:
      return "more";
    case Told::fewer:
      return "fewer";
    case Told::equal:
      return "equal";
    case Told::unclear:
      return "unclear";
    case Told::no_interval:
      break;
  }
  return "no_interval";
}

std::string_view name_of(PrematurePart part) {
  switch (part) {
    case PrematurePart::share:
      return "share";
    case PrematurePart::opposite:
      return "opposite";
    case PrematurePart::beyond:
      return "beyond";
    case PrematurePart::exits_unclear:
      return "exits_unclear";
    case PrematurePart::no_figures:
      break;
  }
  return "no_figures";
}

Told told_of(Estimate const& difference) {
  switch (verdict(difference).kind) {
    case Verdict::Kind::distinguishable:
      return difference.mean > 0 ? Told::more : Told::fewer;
    case Verdict::Kind::equal:
      return Told::equal;
    case Verdict::Kind::no_interval:
      return Told::no_interval;
    case Verdict::Kind::more_replicates:
    case Verdict::Kind::more_draws:
    case Verdict::Kind::parameters_decide:
      break;
  }
  return Told::unclear;
}

Gains gains_of(EndValues const& policy, EndValues const& baseline, Lives lives) {
  auto premature = difference_of(policy.premature, baseline.premature);
  auto judged = difference_of(sum_of(policy.exits, policy.assessed_out),
                              sum_of(baseline.exits, baseline.assessed_out));
  auto const less = [&](std::vector<double> const& a, std::vector<double> const& b) {
    return estimate(difference_of(a, b), lives);
  };
  Gains gains{.became_able = less(policy.became_able, baseline.became_able),
              .exits = less(policy.exits, baseline.exits),
              .lasting = less(policy.lasting, baseline.lasting),
              .premature = estimate(premature, lives),
              .judged = estimate(judged, lives)};
  gains.part = part_before_share(gains);
  if (gains.part != PrematurePart::share) return gains;
  if (gains.judged.mean < 0) {
    // The share of exits that are fewer is one of those that do not happen.
    for (auto* values : {&premature, &judged}) {
      for (double& value : *values) value = -value;
    }
  }
  gains.premature_share = ratio_of_means(premature, judged, lives);
  gains.part = kind_of(gains.premature_share);
  return gains;
}

Gains gains_of(Estimate const& became_able, Estimate const& exits, Estimate const& lasting,
               Estimate const& premature, Estimate const& assessed_out) {
  Gains gains{.became_able = became_able,
              .exits = exits,
              .lasting = lasting,
              .premature = premature,
              .judged = exits};
  if (assessed_out.mean != 0) {
    gains.judged = {};
    gains.judged.mean = exits.mean + assessed_out.mean;
  }
  gains.part = part_before_share(gains);
  if (gains.part != PrematurePart::share) return gains;
  gains.premature_share.mean = premature.mean / gains.judged.mean;
  gains.part = kind_of(gains.premature_share);
  return gains;
}

bool is_mostly_premature(Gains const& gains) {
  bool const most = gains.part == PrematurePart::share && gains.premature_share.mean > 0.5;
  return gains.judged.mean > 0 && (most || gains.part == PrematurePart::beyond);
}

bool takes_off_unable(TakenOff const& off) { return off.not_able_share.mean > 0.5; }

std::vector<Answer> answers_of(RunResults const& results, Scenario const& scenario) {
  std::vector<Answer> answers;
  if (results.policies.size() < 2) return answers;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    DiscountedCosts const discounted(results, scenario, variant);
    auto const can_last = policies_with_lasting_exits(results, scenario, variant);
    // By subgroup: every policy is held against the same.
    std::vector<EndValues> baselines;
    for (std::size_t subgroup = 0; subgroup < results.subgroups.size(); ++subgroup)
      baselines.push_back(
          end_values(results, {.policy = 0, .variant = variant, .subgroup = subgroup}));
    for (std::size_t policy = 1; policy < results.policies.size(); ++policy) {
      for (std::size_t subgroup = 0; subgroup < results.subgroups.size(); ++subgroup) {
        Cell const cell{.policy = policy, .variant = variant, .subgroup = subgroup};
        Answer answer{
            .policy = policy,
            .variant = variant,
            .subgroup = subgroup,
            .gains = gains_of(end_values(results, cell), baselines[subgroup], results.lives()),
            .who = who_left(results, cell),
            .off = taken_off(results, cell),
            .can_last = can_last[policy] != 0};
        if (subgroup == 0) {
          answer.target = target_reached(results, scenario, policy, variant);
          add_benefits(answer, discounted);
          add_costs(answer, discounted);
        }
        answers.push_back(answer);
      }
    }
  }
  return answers;
}

}  // namespace graduasi
