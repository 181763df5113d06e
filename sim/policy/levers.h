// The levers that a ministry can pull. A policy is a set of their values over time, never a branch.
#pragma once

#include "parameters/parameter.h"

#include <tuple>

namespace graduasi {

/// How many families one facilitator accompanies.
struct CaseloadLevers {
  float households_per_facilitator = 300;
};

template <>
struct Table<CaseloadLevers> {
  static constexpr std::string_view group = "caseload";
  static constexpr auto rows = std::to_array<Parameter<CaseloadLevers>>({
      {"households_per_facilitator",
       &CaseloadLevers::households_per_facilitator,
       "households",
       {1, 1000},
       "active families per facilitator; each January, and whenever this lever moves, staff "
       "follows the active families (the ratio is kept, and so the wage bill falls as they leave)",
       "S38-S42 norm 250-350 in easy areas; D00 districts 212-541, mean about 300"},
  });
  static_assert(describes(rows));
};

/// Group meetings (P2K2) and when they are held.
struct SessionLevers {
  float per_month = 1;
  float hours = 2;
  float evening_share = 0;
};

template <>
struct Table<SessionLevers> {
  static constexpr std::string_view group = "sessions";
  static constexpr auto rows = std::to_array<Parameter<SessionLevers>>({
      {"per_month",
       &SessionLevers::per_month,
       "sessions",
       {0, 2},
       "group sessions planned for every group each month",
       "S175 monthly norm"},
      {"hours",
       &SessionLevers::hours,
       "hours",
       {0.5, 4},
       "length of a group session",
       "assumption, 1.5 to 2.5"},
      {"evening_share",
       &SessionLevers::evening_share,
       "share",
       {0, 1},
       "share of group sessions held in the evening, outside usual working hours",
       "assumption: none today"},
  });
  static_assert(describes(rows));
};

/// What mentoring is made of.
struct MentoringLevers {
  float strengths_share = 0.3f;
  float resources = 0.8f;
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
      {"resources",
       &MentoringLevers::resources,
       "share",
       {0, 1},
       "material, rooms and institutional support of a contact, against what it needs",
       "assumption, 0.4 to 1"},
  });
  static_assert(describes(rows));
};

/// How often the registry is compared with the family.
struct RegistryLevers {
  float cycle_months = 3;
};

template <>
struct Table<RegistryLevers> {
  static constexpr std::string_view group = "registry";
  static constexpr auto rows = std::to_array<Parameter<RegistryLevers>>({
      {"cycle_months",
       &RegistryLevers::cycle_months,
       "months",
       {1, 60},
       "mean time between two checks of a family's components; each check costs hours",
       "S121 quarterly since DTSEN in 2025, about 36 months before"},
  });
  static_assert(describes(rows));
};

/// What a family is paid for: the schedule in force since 2025.
struct BenefitLevers {
  int early_childhood = 30;
  int primary = 9;
  int junior_secondary = 15;
  int senior_secondary = 20;
  int disabled_or_elderly = 24;
  int elderly_from = 60;
};

template <>
struct Table<BenefitLevers> {
  static constexpr std::string_view group = "benefit";
  static constexpr auto rows = std::to_array<Parameter<BenefitLevers>>({
      {"early_childhood",
       &BenefitLevers::early_childhood,
       "100,000 rupiah per year",
       {0, 31},
       "for a pregnant mother and for each child up to six years",
       "S28"},
      {"primary",
       &BenefitLevers::primary,
       "100,000 rupiah per year",
       {0, 31},
       "for each child in primary school (SD)",
       "S28"},
      {"junior_secondary",
       &BenefitLevers::junior_secondary,
       "100,000 rupiah per year",
       {0, 31},
       "for each child in junior secondary school (SMP)",
       "S28"},
      {"senior_secondary",
       &BenefitLevers::senior_secondary,
       "100,000 rupiah per year",
       {0, 31},
       "for each child in senior secondary school (SMA)",
       "S28"},
      {"disabled_or_elderly",
       &BenefitLevers::disabled_or_elderly,
       "100,000 rupiah per year",
       {0, 31},
       "for a severely disabled and for each elderly member",
       "S28"},
      {"elderly_from",
       &BenefitLevers::elderly_from,
       "years",
       {50, 80},
       "age from which a member counts as elderly",
       "S28: 60 since 2025, 70 before"},
  });
  static_assert(describes(rows));
};

/// All levers of one policy in one month.
struct Levers {
  CaseloadLevers caseload;
  SessionLevers sessions;
  MentoringLevers mentoring;
  RegistryLevers registry;
  BenefitLevers benefit;

  static constexpr std::string_view root = "policy";
  static constexpr auto groups() {
    return std::make_tuple(&Levers::caseload, &Levers::sessions, &Levers::mentoring,
                           &Levers::registry, &Levers::benefit);
  }
};

}  // namespace graduasi
