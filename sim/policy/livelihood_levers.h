// Levers of what lies beside mentoring: partners, cards, labels on houses.
#pragma once

#include "parameters/parameter.h"

namespace graduasi {

/// Partners outside the programme.
struct PartnerLevers {
  float capacity = 1.5f;
  float job_share = 0.35f;
  float capital_share = 0.15f;
  float grant = 2.15f;
  float supervision = 0;
  float joint_plans = 0;
  int benefit_continues = 0;
  bool return_on_failure = false;
};

template <>
struct Table<PartnerLevers> {
  static constexpr std::string_view group = "partners";
  static constexpr auto rows = std::to_array<Parameter<PartnerLevers>>({
      {"capacity",
       &PartnerLevers::capacity,
       "places per 1,000 families and month",
       {0, 1000},
       "jobs, grants and courses that partners have for families of the programme",
       "assumption, 0 to 10: ministry schemes reach 0.1 to 0.3"},
      {"job_share",
       &PartnerLevers::job_share,
       "share",
       {0, 1},
       "of referrals that lead to a job, at the nation's usual labour demand",
       "assumption, 0 to 0.7"},
      {"capital_share",
       &PartnerLevers::capital_share,
       "share",
       {0, 1},
       "of referrals that lead to an asset grant (PENA, KUBE, PPSE), as far as jobs leave room; "
       "the rest are courses",
       "assumption, 0 to 0.5"},
      {"grant",
       &PartnerLevers::grant,
       "line-months",
       {0, 20},
       "value of an asset grant",
       "S168f: 6 million rupiah in goods (PENA), 2.79 million a line-month"},
      {"supervision",
       &PartnerLevers::supervision,
       "share",
       {0, 1},
       "of enterprises that partners visit and advise every month",
       "assumption: none today; S140: KUBE pilot, monthly coaching"},
      {"joint_plans",
       &PartnerLevers::joint_plans,
       "share",
       {0, 1},
       "of referrals that facilitator, family and partner plan together",
       "assumption: none today"},
      {"benefit_continues",
       &PartnerLevers::benefit_continues,
       "months",
       {0, 60},
       "that the benefit goes on after the self-reliant exit of a family that had a grant",
       "choice of the user: 0 today; a year under PENA rules is recalled"},
      {"return_on_failure",
       &PartnerLevers::return_on_failure,
       "",
       {0, 1},
       "whether a family that left with a grant is taken back when its business fails",
       "choice of the user"},
  });
  static_assert(describes(rows));
};

/// Who holds the card, and what families know of their entitlement.
struct CardLevers {
  float own_card = 0;
  float audits_per_year = 0;
  float printed_entitlement = 0;
};

template <>
struct Table<CardLevers> {
  static constexpr std::string_view group = "card_custody";
  static constexpr auto rows = std::to_array<Parameter<CardLevers>>({
      {"own_card",
       &CardLevers::own_card,
       "share",
       {0, 1},
       "of families for whom it is enforced that the card stays in their own hands",
       "assumption: written, and not enforced, today"},
      {"audits_per_year",
       &CardLevers::audits_per_year,
       "per family and year",
       {0, 12},
       "audits that look who holds the card",
       "assumption: none today"},
      {"printed_entitlement",
       &CardLevers::printed_entitlement,
       "share",
       {0, 1},
       "of families that get the card by mail, with the entitlement printed on it",
       "choice of the user; E175, E176: what it brought for subsidised rice"},
  });
  static_assert(describes(rows));
};

/// Houses of beneficiaries marked in public as those of a poor family.
struct LabellingLevers {
  float share = 0;
};

template <>
struct Table<LabellingLevers> {
  static constexpr std::string_view group = "labelling";
  static constexpr auto rows = std::to_array<Parameter<LabellingLevers>>({
      {"share",
       &LabellingLevers::share,
       "share",
       {0, 1},
       "of active families whose house is labelled",
       "choice of the user: none in today.yaml"},
  });
  static_assert(describes(rows));
};

}  // namespace graduasi
