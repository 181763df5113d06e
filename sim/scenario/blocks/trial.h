// A trial that a scenario asks for.
#pragma once

#include "policy/events.h"
#include "scenario/blocks/key.h"

#include <array>
#include <string_view>

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

}  // namespace graduasi
