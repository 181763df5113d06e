// The levers that a ministry can pull. A policy is a set of their values over time, never a branch.
#pragma once

#include "parameters/parameter.h"
#include "policy/exit_levers.h"
#include "policy/livelihood_levers.h"
#include "policy/mentoring_levers.h"
#include "policy/rule_levers.h"

#include <tuple>

namespace graduasi {

/// How many families one facilitator accompanies, and how facilitators are shared out.
struct CaseloadLevers {
  float households_per_facilitator = 300;
  Allotment allotment = Allotment::equal_ratio;
  Staffing staffing = Staffing::keep_ratio;
  VacancyCover vacancy_cover = VacancyCover::team;
  float more_facilitators = 0;
  MorePosts more_go = MorePosts::everywhere;
};

template <>
struct Table<CaseloadLevers> {
  static constexpr std::string_view group = "caseload";
  static constexpr auto rows = std::to_array<Parameter<CaseloadLevers>>({
      {"households_per_facilitator",
       &CaseloadLevers::households_per_facilitator,
       "households",
       {1, 1000},
       "active families per facilitator, when they are staffed",
       "S38-S42 norm 250-350 in easy areas; D00 districts 212-541, mean about 300"},
      {"allotment",
       &CaseloadLevers::allotment,
       "",
       {0, 3},
       "how facilitators are shared among districts: the same ratio everywhere, by the poverty "
       "rate, "
       "with more in hard-to-reach places (population.districts.hard_weight), or the same number "
       "for every district",
       "assumption: equal_ratio; no rule is published"},
      {"staffing",
       &CaseloadLevers::staffing,
       "",
       {0, 1},
       "keep_ratio: each January staff follows the active families, and so does the wage bill; "
       "keep_staff: as many posts as at the start, and the ratio falls as families leave",
       "assumption: keep_ratio"},
      {"vacancy_cover",
       &CaseloadLevers::vacancy_cover,
       "",
       {0, 1},
       "who looks after the families of a vacant post: the colleagues of the team, or nobody",
       "assumption: team"},
      {"more_facilitators",
       &CaseloadLevers::more_facilitators,
       "facilitators",
       {0, 100000},
       "posts of the nation beside those that households_per_facilitator gives, which stay where "
       "they are",
       "choice of the user: none"},
      {"more_go",
       &CaseloadLevers::more_go,
       "",
       {0, 3},
       "where more_facilitators go: everywhere alike by families, by the poverty rate, by the "
       "share "
       "of families in hard-to-reach places, or to crowded districts: those with more families per "
       "facilitator than the nation, until they are at its mean, and what is left over everywhere",
       "choice of the user: everywhere"},
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

/// Which families get the home visits.
struct VisitLevers {
  VisitTargeting targeting = VisitTargeting::due;
  float focus = 0.5f;
};

template <>
struct Table<VisitLevers> {
  static constexpr std::string_view group = "visits";
  static constexpr auto rows = std::to_array<Parameter<VisitLevers>>({
      {"targeting",
       &VisitLevers::targeting,
       "",
       {0, 4},
       "who is visited: all with the same chance, first those whose assessment is due and then all "
       "others with the same chance, the neediest by their record, those nearest to graduation by "
       "their record, or the same part of the caseload drawn by lot",
       "assumption: due, who must assess goes where an assessment is due"},
      {"focus",
       &VisitLevers::focus,
       "share",
       {0.05, 1},
       "part of the caseload that gets all visits; nothing where all have the same chance or those "
       "due come first",
       "assumption, lever"},
  });
  static_assert(describes(rows));
};

/// How facilitators are trained.
struct TrainingLevers {
  float courses_per_year = 0;
  float refreshers_per_year = 0;
};

template <>
struct Table<TrainingLevers> {
  static constexpr std::string_view group = "training";
  static constexpr auto rows = std::to_array<Parameter<TrainingLevers>>({
      {"courses_per_year",
       &TrainingLevers::courses_per_year,
       "per facilitator and year",
       {0, 12},
       "competence courses, at random times",
       "assumption: none beyond what the mean competence of today contains"},
      {"refreshers_per_year",
       &TrainingLevers::refreshers_per_year,
       "per facilitator and year",
       {0, 12},
       "refreshers, spread evenly",
       "assumption: none beyond what the mean competence of today contains"},
  });
  static_assert(describes(rows));
};

/// How often the registry is compared with the family, and whom it strikes off.
struct RegistryLevers {
  float cycle_months = 3;
  float strike_share = 0;
  int strike_month = 5;
  int keep_deciles = 0;
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
      {"strike_share",
       &RegistryLevers::strike_share,
       "share per year",
       {0, 1},
       "families delisted because their record ranks highest, once a year",
       "S29: about 0.10 in 2025, none in other years"},
      {"strike_month",
       &RegistryLevers::strike_month,
       "month of the year",
       {1, 12},
       "in which families are delisted",
       "S29: May 2025"},
      {"keep_deciles",
       &RegistryLevers::keep_deciles,
       "tenths of all families",
       {0, 9},
       "only the nation's lowest so many tenths stay: each quarter, families are delisted whose "
       "record is above what these tenths spend, luck aside, and no such family is let in; 0: no "
       "such rule",
       "choice of the user: none; the register counts the lowest four tenths as those in need"},
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
  int per_family = 0;
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
      {"per_family",
       &BenefitLevers::per_family,
       "100,000 rupiah per year",
       {0, 31},
       "for each family with an eligible member, whoever that is, beside what is paid for members; "
       "12.7 million a year at most is paid in all",
       "S28: none; S33: 0.55 million in 2019; S109, S184: 1.89 million and nothing else in 2017 "
       "and "
       "2018"},
  });
  static_assert(describes(rows));
};

/// All levers of one policy in one month.
struct Levers {
  CaseloadLevers caseload;
  SessionLevers sessions;
  VisitLevers visits;
  MentoringLevers mentoring;
  TrainingLevers training;
  RegistryLevers registry;
  PartnerLevers partners;
  CardLevers card_custody;
  LabellingLevers labelling;
  AssessmentLevers assessment;
  CriteriaLevers criteria;
  ApprovalLevers approval;
  DutyLevers duties;
  StaffLevers staff;
  GraduationLevers graduation;
  TimeLimitLevers time_limit;
  TargetLevers target;
  ProgrammeLevers programme;
  BenefitLevers benefit;

  static constexpr std::string_view root = "policy";
  static constexpr auto groups() {
    return std::make_tuple(
        &Levers::caseload, &Levers::sessions, &Levers::visits, &Levers::mentoring,
        &Levers::training, &Levers::registry, &Levers::partners, &Levers::card_custody,
        &Levers::labelling, &Levers::assessment, &Levers::criteria, &Levers::approval,
        &Levers::duties, &Levers::staff, &Levers::graduation, &Levers::time_limit, &Levers::target,
        &Levers::programme, &Levers::benefit);
  }
};

}  // namespace graduasi
