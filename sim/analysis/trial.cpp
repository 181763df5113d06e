#include "analysis/trial.h"

#include "base/contract.h"
#include "model/arms.h"
#include "model/family_outcomes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace graduasi {

namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

/// The arm that trials draw by; scenarios number theirs from 1.
constexpr int trial_arm = 0;

/// An arm's part of all units: from, and how much.
struct Part {
  float from, width;
};

Part part_of(std::size_t arm, TrialDesign const& design, std::size_t arms) {
  auto const width = static_cast<float>(design.share / static_cast<double>(arms - 1));
  return {static_cast<float>(arm - 1) * width, width};
}

/// Events that name no share of their own reach the units of their arm.
void aim_events(std::vector<Policy>& policies, TrialDesign const& design) {
  for (std::size_t arm = 1; arm < policies.size(); ++arm) {
    auto const part = part_of(arm, design, policies.size());
    for (auto& event : policies[arm].events) {
      if (event.share < 1 || event.share_from > 0) continue;
      event.share = part.width;
      event.share_from = part.from;
      event.unit = design.unit;
      event.arm = trial_arm;
    }
  }
}

std::size_t arm_drawn(std::uint32_t unit, TrialDesign const& design, std::size_t arms, Key key) {
  float const at = position_in_arm(unit, arm_question(design.unit, trial_arm), key);
  for (std::size_t arm = 1; arm < arms; ++arm) {
    auto const part = part_of(arm, design, arms);
    if (part.from <= at && at < part.from + part.width) return arm;
  }
  return 0;
}

/// A mean over families, its clustered variance and their spread.
struct MeanOfFamilies {
  double mean = not_defined;
  double variance = not_defined;  ///< of the mean
  double spread = not_defined;    ///< variance over families
  std::size_t families = 0;
};

/// Hands every family looked at to `take(unit, value)`, in the order of units.
template <class Take>
void for_each_family(Trial const& trial, TrialMean const& of, Take take) {
  auto const& world = trial.worlds[of.arm];
  auto const row =
      static_cast<std::size_t>(std::ranges::find(world.months, of.month) - world.months.begin());
  expects(row < world.notes.size(), "the month was noted");
  auto const& outcome = family_outcomes()[of.outcome];
  auto const& group = family_groups()[of.group];
  for (std::size_t i = 0; i < world.ids.size(); ++i) {
    if (trial.arm_of[i] != of.arm) continue;
    FamilyView const family{world.notes[row][i], world.notes.front()[i]};
    if (group.holds(family)) take(trial.unit_of[i], outcome.value(family));
  }
}

MeanOfFamilies mean_of(Trial const& trial, TrialMean const& of) {
  MeanOfFamilies result;
  double sum = 0;
  for_each_family(trial, of, [&](std::uint64_t, double value) {
    sum += value;
    ++result.families;
  });
  if (result.families == 0) return result;
  auto const families = static_cast<double>(result.families);
  result.mean = sum / families;
  double squares = 0, of_units = 0, here = 0;
  std::size_t units = 0;
  std::uint64_t unit = 0;
  for_each_family(trial, of, [&](std::uint64_t its_unit, double value) {
    if (units == 0 || its_unit != unit) {
      of_units += here * here;
      here = 0;
      unit = its_unit;
      ++units;
    }
    double const deviation = value - result.mean;
    here += deviation;
    squares += deviation * deviation;
  });
  of_units += here * here;
  if (units < 2) return result;
  auto const number = static_cast<double>(units);
  result.variance = number / (number - 1) * of_units / (families * families);
  result.spread = squares / (families - 1);
  return result;
}

double square(double x) { return x * x; }

/// A mean in percent of another one, or of the whole.
EffectEstimate share_of(Trial const& trial, Effect const& effect) {
  auto const top = mean_of(trial, effect.mean);
  if (!effect.of) return {100 * top.mean, 100 * std::sqrt(top.variance), top.families};
  auto below = effect.mean;
  below.outcome = *effect.of;
  auto const bottom = mean_of(trial, below);
  if (!(bottom.mean > 0)) return {not_defined, not_defined, top.families};
  // As if both were independent: they are of the same families, so this is too wide, not too small.
  double const variance =
      top.variance / square(bottom.mean) + bottom.variance * square(top.mean / square(bottom.mean));
  return {100 * top.mean / bottom.mean, 100 * std::sqrt(variance), top.families};
}

}  // namespace

std::uint32_t unit_of_family(FamilyPanel const& panel, std::size_t family, ArmUnit unit) {
  ArmMember const member{.first_id = panel.ids[family],
                         .district_number = panel.districts[family],
                         .facilitator = panel.notes.back()[family].facilitator,
                         .month = 0,
                         .key = {}};
  ArmUnits const units = units_of({.unit = unit}, member);
  return units.first >> units.shift;
}

Trial carry_out(Scenario const& scenario, Areas const& areas, Variant const& variant, int draw,
                std::vector<int> const& months, Kernel const& kernel) {
  auto const design = scenario.trial.value_or(TrialDesign{});
  Scenario aimed = scenario;
  aim_events(aimed.policies, design);
  PreparedVariant const e = prepared(aimed, areas, variant, draw);
  Key const key = e.key(0, static_cast<std::size_t>(draw));
  std::vector<int> looked_at = {0};
  std::ranges::copy_if(months, std::back_inserter(looked_at), [](int month) { return month > 0; });
  // Facilitators are known from the first month on.
  if (looked_at.size() == 1) looked_at.push_back(1);
  auto const families = initial_families(e, key, kernel);
  Trial trial;
  for (std::size_t arm = 0; arm < aimed.policies.size(); ++arm)
    trial.worlds.push_back(follow_families(e, arm, key, families, looked_at, kernel));
  auto const& control = trial.worlds.front();
  for (std::size_t i = 0; i < control.ids.size(); ++i) {
    auto const unit = unit_of_family(control, i, design.unit);
    trial.unit_of.push_back(unit);
    trial.arm_of.push_back(arm_drawn(unit, design, aimed.policies.size(), key));
  }
  return trial;
}

EffectEstimate estimate_effect(Trial const& trial, Effect const& effect) {
  if (effect.unit == EffectUnit::share) return share_of(trial, effect);
  auto const treated = mean_of(trial, effect.mean);
  auto const control = mean_of(trial, effect.against);
  double const difference = treated.mean - control.mean;
  double const variance = treated.variance + control.variance;
  std::size_t const families = treated.families + control.families;
  switch (effect.unit) {
    case EffectUnit::percent: {
      if (!(control.mean > 0)) break;
      double const relative = treated.variance / square(control.mean) +
                              control.variance * square(treated.mean / square(control.mean));
      return {100 * difference / control.mean, 100 * std::sqrt(relative), families};
    }
    case EffectUnit::control_sd: {
      double const sd = std::sqrt(control.spread);
      if (!(sd > 0)) break;
      return {difference / sd, std::sqrt(variance) / sd, families};
    }
    case EffectUnit::points:
      return {100 * difference, 100 * std::sqrt(variance), families};
    case EffectUnit::share:
      break;
  }
  return {not_defined, not_defined, families};
}

EffectEstimate estimate_finding(Trial const& trial, Finding const& finding) {
  auto estimate = estimate_effect(trial, finding.effect);
  if (!finding.than) return estimate;
  auto const other = estimate_effect(trial, *finding.than);
  return {estimate.value - other.value,
          std::sqrt(square(estimate.standard_error) + square(other.standard_error)),
          estimate.families + other.families};
}

}  // namespace graduasi
