// A simulated randomised trial: units are drawn, each arm lives in a world of its own, and means
// are compared as a field trial would compare them.
#pragma once

#include "experiment/family_panel.h"
#include "model/kernel.h"
#include "population/areas.h"
#include "scenario/scenario.h"
#include "scenario/variants.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace graduasi {

/// One trial, carried out once.
struct Trial {
  std::vector<FamilyPanel> worlds;     ///< by arm: all families, as if this arm's policy held
  std::vector<std::size_t> arm_of;     ///< by family: the arm that its unit was drawn into
  std::vector<std::uint64_t> unit_of;  ///< by family; families of a unit are adjacent
};

/// Carries the trial of a scenario out in one variant and parameter draw.
///
/// Units are drawn once. An arm's events that name no share of their own reach its units only, and
/// its levers hold everywhere in its world, so what is looked at of an arm are its own units in its
/// own world: nobody is treated by another arm, and luck is the same in all of them. Control units
/// are those of the first policy's world, where partners' places are not taken by treated families.
/// @param months  at which families are looked at, ascending; the first day comes by itself
/// @param draw    counts from 0; also the number of the replicate, so that chance varies with it
Trial carry_out(Scenario const& scenario, Areas const& areas, Variant const& variant, int draw,
                std::vector<int> const& months, Kernel const& kernel);

/// The number of the unit that a family would be drawn with.
/// @param panel   of the control's world, with a month after the first day: facilitators are known
///                from then on
std::uint32_t unit_of_family(FamilyPanel const& panel, std::size_t family, ArmUnit unit);

/// An effect as a trial estimates it.
struct EffectEstimate {
  double value;           ///< in the effect's unit; NaN where nobody is left to look at
  double standard_error;  ///< of the trial, clustered on units; NaN with fewer than two of them
  std::size_t families;   ///< looked at, in both arms
};

/// Difference in means, with the standard error clustered on the unit that was drawn.
///
/// For each mean the variance is U / (U - 1) sum over U units of (sum of deviations)^2 / N^2; the
/// two means are independent, since their units differ. (Two groups of one arm are taken so too.)
EffectEstimate estimate_effect(Trial const& trial, Effect const& effect);

/// Two effects, the second one subtracted; their errors are taken as independent.
EffectEstimate estimate_finding(Trial const& trial, Finding const& finding);

}  // namespace graduasi
