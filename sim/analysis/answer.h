// What a policy brings against the baseline, in the figures that are never shown apart: families
// that became able, exits, those of them that last, those that are premature, and the cost.
#pragma once

#include "analysis/target_reached.h"
#include "outcome/comparison.h"
#include "outcome/estimate.h"
#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace graduasi {

/// Whether a difference to the baseline can be told from none, and its direction.
enum class Told {
  more,        ///< the interval lies above zero
  fewer,       ///< the interval lies below zero
  equal,       ///< every pair agrees exactly
  unclear,     ///< the interval holds zero
  no_interval  ///< one value only, or none
};

/// "more", "fewer", "equal", "unclear" or "no_interval", as in the files.
std::string_view name_of(Told told);

Told told_of(Estimate const& difference);

/// What can be said of the premature part of the exits that a policy brings, or spares.
enum class PrematurePart {
  share,     ///< a share of the difference, 0 to 1
  opposite,  ///< premature exits go the other way: fewer of them while exits are more
  beyond,    ///< premature exits differ by more than all exits do: other exits go the other way
  exits_unclear,  ///< exits do not differ distinguishably, so there is nothing to be a part of
  no_figures      ///< not known
};

/// "share", "opposite", "beyond", "exits_unclear" or "no_figures", as in the files.
std::string_view name_of(PrematurePart part);

/// Values of one policy and group at the end of the run, pair by pair and twin by twin (`gather`).
struct EndValues {
  std::vector<double> became_able;
  std::vector<double> exits;    ///< self-reliant, since the start
  std::vector<double> lasting;  ///< of them, those that have lasted two years
  std::vector<double> premature;
  std::vector<double> assessed_out;  ///< graduated without consent: they may be premature as well
};

/// A policy less the baseline, families.
struct Gains {
  Estimate became_able{}, exits{}, lasting{}, premature{};
  Estimate judged{};  ///< exits that may be premature: self-reliant ones, and without consent
  /// Premature exits more, for each judged exit more. The interval is that of the ratio over the
  /// pairs (`ratio_of_means`); not defined where `part` is `exits_unclear` or `no_figures`.
  Estimate premature_share{};
  PrematurePart part = PrematurePart::no_figures;
};

/// The gains from the values of both; NaN and twins as `difference` takes them.
Gains gains_of(EndValues const& policy, EndValues const& baseline, Lives lives);

/// The same from differences that are known without their pairs: the share has no interval.
Gains gains_of(Estimate const& became_able, Estimate const& exits, Estimate const& lasting,
               Estimate const& premature, Estimate const& assessed_out);

/// Whether exits without consent differ, so that `judged` and `exits` are not the same.
inline bool has_assessed_out(Gains const& gains) {
  return gains.judged.mean < gains.exits.mean || gains.judged.mean > gains.exits.mean;
}

/// Whether most of the further exits, more than half, are premature.
bool is_mostly_premature(Gains const& gains);

/// Who the families are that leave self-reliantly, a policy less the baseline.
struct WhoLeft {
  Estimate able_at_start{};  ///< able on the first day
  Estimate became_able{};    ///< able at some time since
  Estimate never_able{};
};

/// Families taken off by a rule, a time limit or a rank, whatever they want; a policy less the
/// baseline.
struct TakenOff {
  Estimate families{}, not_able{};
  Estimate not_able_share{};  ///< of the families more; defined where they are distinguishably more
};

/// To whom benefits go, a policy less the baseline, rupiah, discounted.
struct BenefitsTo {
  Estimate first{};     ///< families of the first day that have been in all the time
  Estimate entered{};   ///< families let in since
  Estimate returned{};  ///< families of the first day that had left and are back
};

/// Whether most of the families that a policy takes off by a rule are not able to leave.
bool takes_off_unable(TakenOff const& off);

/// A policy in a variant, for the whole programme or a subgroup.
struct Answer {
  std::size_t policy = 0;
  std::size_t variant = 0;
  std::size_t subgroup = 0;
  Gains gains{};
  WhoLeft who{};
  TakenOff off{};
  bool can_last = true;  ///< whether exits that the policy brings can count as lasting in this run
  // Of the whole programme only. Rupiah, families discounted like money.
  std::optional<TargetReached> target{};  ///< of the policy itself, not a difference
  BenefitsTo benefits{};
  Estimate cost{};           ///< what the programme pays more
  Estimate cost_per_able{};  ///< per family more that became able; where both are distinguishable
  Estimate cost_per_lasting{};  ///< per lasting exit more; where both are distinguishable
};

/// Every policy but the baseline, by variant, policy and subgroup, at the last month of the run.
/// @returns nothing with one policy
std::vector<Answer> answers_of(RunResults const& results, Scenario const& scenario);

}  // namespace graduasi
