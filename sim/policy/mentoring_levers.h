// What mentoring is made of: how contact is held, and the modules that its time goes into.
#pragma once

#include "parameters/parameter.h"

namespace graduasi {

/// What mentoring is made of.
struct MentoringLevers {
  float strengths_share = 0.3f;
  float finance_share = 0;
  float enterprise_share = 0;
  float parenting_share = 0;
  float health_share = 0;
  float resources = 0.8f;
  float digital_share = 0;
  float split_roles = 0;
};

template <>
struct Table<MentoringLevers> {
  static constexpr std::string_view group = "mentoring";
  static constexpr auto rows = std::to_array<Parameter<MentoringLevers>>({
      {"strengths_share",
       &MentoringLevers::strengths_share,
       "share",
       {0, 1},
       "share of contact that builds on what the family can do, instead of checking compliance",
       "assumption, lever"},
      {"finance_share",
       &MentoringLevers::finance_share,
       "share",
       {0, 1},
       "of contact given to managing money, beyond what sessions hold today: families aim at more "
       "savings (world.money.finance_effect)",
       "assumption: none beyond today"},
      {"enterprise_share",
       &MentoringLevers::enterprise_share,
       "share",
       {0, 1},
       "of contact given to running a business, beyond what sessions hold today: fewer fail "
       "(world.enterprise.taught_effect)",
       "assumption: none beyond today"},
      {"parenting_share",
       &MentoringLevers::parenting_share,
       "share",
       {0, 1},
       "of contact given to raising children and to school, beyond what sessions hold today: fewer "
       "children leave school (world.member_clocks.parenting_effect)",
       "assumption: none beyond today"},
      {"health_share",
       &MentoringLevers::health_share,
       "share",
       {0, 1},
       "of contact given to health, beyond what sessions hold today: fewer setbacks "
       "(world.shocks.health_effect)",
       "assumption: none beyond today"},
      {"resources",
       &MentoringLevers::resources,
       "share",
       {0, 1},
       "material, rooms and institutional support of a contact, against what it needs",
       "assumption, 0.4 to 1"},
      {"digital_share",
       &MentoringLevers::digital_share,
       "share",
       {0, 1},
       "of group sessions given to using the card, a cash machine, a telephone",
       "assumption: none today"},
      {"split_roles",
       &MentoringLevers::split_roles,
       "share",
       {0, 1},
       "of families that one worker visits and another decides on, instead of one for both: what "
       "is seen reaches the decision later (world.assessment.split_delay)",
       "assumption: none today; E097 to E100"},
  });
  static_assert(describes(rows));
};

}  // namespace graduasi
