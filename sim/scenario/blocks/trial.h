// A trial that a scenario asks for, and what was published of such trials.
#pragma once

#include "policy/events.h"
#include "scenario/blocks/key.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// Who is drawn together, and how many of them are treated. The policies are the arms, the first
/// one is the control; the treated units are shared out evenly over the others.
struct TrialDesign {
  ArmUnit unit = ArmUnit::family;
  double share = 0.5;  ///< of units, over all arms but the control
};

template <>
struct BlockOf<TrialDesign> {
  using Plan = TrialDesign;
  static constexpr std::string_view name = "trial";
  static constexpr std::string_view meaning =
      "how units are drawn, where policies are arms of a trial";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {"unit",
       {&Plan::unit, arm_unit_names},
       "",
       "who is drawn together, where policies are the arms of a trial (graduasi evidence)"},
      // Some must be left to compare with.
      {"share",
       {&Plan::share, {0.01, 0.99}},
       "share",
       "of units that are treated, shared out evenly over all policies but the first"},
  });
};

/// One mean over families: of which arm, when, of whom.
struct TrialMean {
  std::size_t arm = 0;      ///< number of the policy
  std::size_t outcome = 0;  ///< of `family_outcomes()`
  std::size_t group = 0;    ///< of `family_groups()`
  int month = 0;            ///< 0 is the first day
  bool operator==(TrialMean const&) const = default;
};

/// In what the difference of two means is told.
enum class EffectUnit {
  percent,     ///< of the mean of the one it is compared with
  control_sd,  ///< standard deviations of the one it is compared with
  points,      ///< 100 times the difference: percentage points of a share
  share        ///< 100 times the mean itself, or of another mean (`of`): no difference
};
inline constexpr auto effect_unit_names =
    std::to_array<std::string_view>({"percent", "control_sd", "points", "share"});

inline std::string_view name_of(EffectUnit unit) {
  return effect_unit_names[static_cast<std::size_t>(unit)];
}

/// An effect: a mean against another one.
struct Effect {
  TrialMean mean;
  TrialMean against;  ///< looked at unless the unit is `share`
  EffectUnit unit = EffectUnit::percent;
  std::optional<std::size_t> of{};  ///< outcome whose mean the mean is a share of
  bool operator==(Effect const&) const = default;
};

/// When a published finding is reproduced.
enum class PassRule {
  value,      ///< inside the interval, and the interval no wider than the evidence allows
  positive,   ///< the whole interval above zero
  negative,   ///< the whole interval below zero
  near_zero,  ///< the whole interval within `bound` of zero
  at_least,   ///< the whole interval at `bound` or above
  at_most,    ///< the whole interval at `bound` or below
  cannot      ///< the model has no place for it: never reproduced
};

/// One published finding, and what of the trial it is compared with.
struct Finding {
  std::string finding, id, role, source;
  std::string outcome;    ///< in words, as the table shows it
  std::string published;  ///< in words or as a number, as the table shows it
  std::string note;       ///< what is to be said when it is not reproduced
  Effect effect;
  std::optional<Effect> than{};  ///< subtracted
  PassRule rule = PassRule::value;
  double value = 0;  ///< that was published
  double standard_error = 0;
  double bound = 0;
};

/// "validation": to be reproduced, never fitted; "constraint": already used, reported apart;
/// "calibration": a target that the start values are held against.
inline constexpr auto finding_roles =
    std::to_array<std::string_view>({"validation", "constraint", "calibration"});

}  // namespace graduasi
