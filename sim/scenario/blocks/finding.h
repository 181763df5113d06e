// What was published of trials, and what of a trial it is compared with.
#pragma once

#include "scenario/blocks/key.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace graduasi {

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

/// Names of `family_outcomes()` and of `family_groups()`.
std::span<std::string_view const> outcome_names();
std::span<std::string_view const> group_names();

/// Where an effect is looked at.
template <>
struct BlockOf<Effect> {
  using Plan = Effect;
  static OwnForm<Plan> const of;

  static constexpr std::string_view name = "findings";
  static constexpr std::string_view meaning = "where an effect is looked at";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {.name = "arm",
       .holding = {[](Plan const& e) -> std::size_t const& { return e.mean.arm; }, KeyForm::arm},
       .unit = "",
       .meaning = "policy that a finding is about",
       .standard = "the last policy"},
      {.name = "against",
       .holding = {[](Plan const& e) -> std::size_t const& { return e.against.arm; }, KeyForm::arm},
       .unit = "",
       .meaning = "policy that it is compared with",
       .standard = "the baseline"},
      {"group",
       {[](Plan const& e) -> std::size_t const& { return e.mean.group; }, group_names},
       "",
       "families that are looked at"},
      {.name = "against_group",
       .holding = {[](Plan const& e) -> std::size_t const& { return e.against.group; },
                   group_names},
       .unit = "",
       .meaning = "families that they are compared with",
       .standard = "that of group"},
      {.name = "measure",
       .holding = {[](Plan const& e) -> std::size_t const& { return e.mean.outcome; },
                   outcome_names},
       .unit = "",
       .meaning = "what is measured of a family",
       .missing = " is missing"},
      {.name = "month",
       .holding = {[](Plan const& e) -> int const& { return e.mean.month; },
                   KeyForm::month_from_start},
       .unit = "months",
       .meaning = "when it is measured; 0 is the first day",
       .missing = " is missing"},
      {"unit", {&Plan::unit, effect_unit_names}, "", "in what the difference is told"},
      {"of", &of, "", "measure whose mean the mean is a share of, beside the unit share"},
  });

  /// A share is compared with nothing.
  static bool leaves_out(Plan const& effect, std::string_view key) {
    return effect.unit == EffectUnit::share && (key == "against" || key == "against_group");
  }
};

/// "validation": to be reproduced, never fitted; "constraint": already used, reported apart;
/// "calibration": a target that the start values are held against.
inline constexpr auto finding_roles =
    std::to_array<std::string_view>({"validation", "constraint", "calibration"});

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

template <>
struct BlockOf<Finding> {
  using Plan = Finding;
  /// What is no single value; with their functions in blocks/finding.cpp.
  static OwnForm<Plan> const than, value, sign, within, at_least, at_most, cannot;

  static constexpr std::string_view name = "findings";
  static constexpr std::string_view meaning =
      "what a trial is compared with, and when it is reproduced (scenarios/evidence)";
  static constexpr std::string_view must_be_there = " is missing";
  static constexpr auto keys = std::to_array<KeyRow<Plan>>({
      {.name = "finding",
       .holding = {&Plan::finding, KeyForm::text},
       .unit = "",
       .meaning = "what was found, the same in all rows of one finding",
       .missing = must_be_there},
      {.name = "id",
       .holding = {&Plan::id, KeyForm::text},
       .unit = "",
       .meaning = "code of the row",
       .missing = must_be_there},
      {.name = "role",
       .holding = {&Plan::role, finding_roles},
       .unit = "",
       .meaning = "whether it is to be reproduced, was used already, or is a target",
       .missing = must_be_there},
      {.name = "source",
       .holding = {&Plan::source, KeyForm::text},
       .unit = "",
       .meaning = "study that published it, as in scenarios/sources.csv",
       .missing = must_be_there},
      {.name = "outcome",
       .holding = {&Plan::outcome, KeyForm::text},
       .unit = "",
       .meaning = "what was looked at, in words",
       .missing = must_be_there},
      {.name = "published",
       .holding = {&Plan::published, KeyForm::text},
       .unit = "",
       .meaning = "what was found, in words",
       .standard = "that of value"},
      {"note", {&Plan::note, KeyForm::text}, "", "what is to be said where it is not reproduced"},
      {"than", &than, "", "an effect that is subtracted"},
      {"value", &value, "", "figure that was published: reproduced where the interval holds it"},
      {"sign", &sign, "", "reproduced where the whole interval has this sign"},
      {"within", &within, "", "reproduced where the whole interval is so near to zero"},
      {"at_least", &at_least, "", "reproduced where the whole interval is this or more"},
      {"at_most", &at_most, "", "reproduced where the whole interval is this or less"},
      {"cannot", &cannot, "", "why the model has no place for it: never reproduced"},
      {"standard_error",
       {&Plan::standard_error, {0, 1e9}},
       "",
       "of the published value; the interval may be four of them wide"},
  });

  static bool leaves_out(Plan const& finding, std::string_view key) {
    return (key == "note" && finding.rule == PassRule::cannot) ||
           (key == "standard_error" && finding.rule != PassRule::value);
  }
};

}  // namespace graduasi
