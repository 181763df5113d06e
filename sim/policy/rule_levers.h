// Levers of the rules by which the programme is run: when families are assessed, what assessors ask
// for, what else facilitators have to do, and how posts are filled.
#pragma once

#include "parameters/parameter.h"

namespace graduasi {

/// When families are assessed, how much of it is done, and what comes of a proposal.
struct AssessmentLevers {
  int gap = 24;
  float coverage = 1;
  float line_margin = 0.45f;
  float approval = 0.94f;
  AssessmentCalendar calendar = AssessmentCalendar::any;
  int calendar_month = 7;
};

template <>
struct Table<AssessmentLevers> {
  static constexpr std::string_view group = "assessment";
  static constexpr auto rows = std::to_array<Parameter<AssessmentLevers>>({
      {"gap",
       &AssessmentLevers::gap,
       "months",
       {1, 100},
       "between two assessments of a family, on average; the next visit after it assesses",
       "assumption, 6 to 48"},
      {"coverage",
       &AssessmentLevers::coverage,
       "share",
       {0, 1},
       "of assessments due at a visit that are done; those left out are due again after the gap",
       "assumption: below 1 where assessments are not fully done"},
      {"line_margin",
       &AssessmentLevers::line_margin,
       "log points",
       {0, 2},
       "above the poverty line that earnings must seem to be, where policy.criteria.line is margin",
       "assumption, 0.1 to 0.7: stricter than the line (S168g)"},
      {"approval",
       &AssessmentLevers::approval,
       "share",
       {0, 1},
       "proposals that are approved",
       "S105: one district, 0.85 to 1"},
      {"calendar",
       &AssessmentLevers::calendar,
       "",
       {0, 1},
       "any: families are assessed all year round; once_a_year: only in calendar_month, and the "
       "gap of a family is rounded to whole years",
       "assumption: any"},
      {"calendar_month",
       &AssessmentLevers::calendar_month,
       "month of the year",
       {1, 12},
       "in which families are assessed where the calendar is once_a_year",
       "choice of the user"},
  });
  static_assert(describes(rows));
};

/// What assessors ask of a family that is to leave. Whether it is able, in truth, is
/// `world.readiness`, by which all policies are compared.
struct CriteriaLevers {
  CriteriaLine line = CriteriaLine::margin;
  float multiple = 1.5f;
  int decile = 4;
  int months = 1;
};

template <>
struct Table<CriteriaLevers> {
  static constexpr std::string_view group = "criteria";
  static constexpr auto rows = std::to_array<Parameter<CriteriaLevers>>({
      {"line",
       &CriteriaLevers::line,
       "",
       {0, 3},
       "what the earnings of a family must seem to exceed: the poverty line by "
       "policy.assessment.line_margin, a multiple of it, the lowest tenths of all families on the "
       "first day, or the minimum wage of the district (minimum_wage_rp_month of the areas file), "
       "which all of the family earn together. Whether it is able, in truth, stays world.readiness",
       "assumption: margin; S168g: PENA asks for the minimum wage of the district"},
      {"multiple",
       &CriteriaLevers::multiple,
       "poverty lines",
       {1, 8},
       "what earnings must seem to exceed where the line is multiple",
       "assumption, 1 to 3"},
      {"decile",
       &CriteriaLevers::decile,
       "tenths of all families",
       {1, 9},
       "where the line is decile, earnings must seem to exceed what the lowest so many tenths of "
       "all families of the nation spend, luck aside",
       "choice of the user: the register counts the lowest four tenths as those in need"},
      {"months",
       &CriteriaLevers::months,
       "months",
       {1, 24},
       "of which assessors look at the earnings, by a running mean that is as old as that of so "
       "many months; it begins in the month in which a family enters or the rule does. 1: this "
       "month alone",
       "assumption: 1; S168a: PENA asks for four months above the minimum wage, S75: PPSE looks at "
       "a year"},
  });
  static_assert(describes(rows));
};

/// How long a proposal of a self-reliant exit, of the facilitator or of the family itself, takes
/// until it counts: village meeting, district, centre.
struct ApprovalLevers {
  int months = 0;
  float capacity = 0;

  /// Whether a family leaves in the month of the proposal.
  bool at_once() const { return months == 0 && capacity <= 0.0f; }
};

template <>
struct Table<ApprovalLevers> {
  static constexpr std::string_view group = "approval";
  static constexpr auto rows = std::to_array<Parameter<ApprovalLevers>>({
      {"months",
       &ApprovalLevers::months,
       "months",
       {0, 60},
       "that pass at least between the proposal of a self-reliant exit and its approval, of those "
       "that policy.assessment.approval does not refuse; meanwhile the family stays, is paid and "
       "is not assessed again. 0: it leaves in the month of the proposal",
       "assumption: 0, no duration is published"},
      {"capacity",
       &ApprovalLevers::capacity,
       "families per month",
       {0, 1e8},
       "proposals of the nation, under a where of its areas together, that can be approved in a "
       "month, shared among districts by families, the oldest of a district first and none in its "
       "own month; what a month leaves over is lost. 0: any number",
       "choice of the user: no limit is known"},
  });
  static_assert(describes(rows));
};

/// What facilitators do for others than the families of the programme.
struct DutyLevers {
  float hours_per_month = 0;
};

template <>
struct Table<DutyLevers> {
  static constexpr std::string_view group = "duties";
  static constexpr auto rows = std::to_array<Parameter<DutyLevers>>({
      {"hours_per_month",
       &DutyLevers::hours_per_month,
       "hours per month",
       {0, 160},
       "of a full post for ground checks of the register and other programmes, beside "
       "world.workload.fixed_admin",
       "derived: the ground checks of 2025, 12 million families, are 364 a facilitator; at 0.5 to "
       "1 hour each 15 to 30 hours a month in that year; none as a rule"},
  });
  static_assert(describes(rows));
};

/// How posts are filled, and what those who fill them get.
struct StaffLevers {
  int recruitment_months = 0;
  float supervision = 0;
  float selection = 0;
  float incentive = 0;
};

template <>
struct Table<StaffLevers> {
  static constexpr std::string_view group = "staff";
  static constexpr auto rows = std::to_array<Parameter<StaffLevers>>({
      {"recruitment_months",
       &StaffLevers::recruitment_months,
       "months",
       {0, 60},
       "from the month in which caseload levers ask for more posts to that in which these are "
       "filled; posts that they take away go at once",
       "assumption: 0, posts are filled on the day; selection of civil servants takes 6 to 18"},
      {"supervision",
       &StaffLevers::supervision,
       "hours per facilitator and month",
       {0, 20},
       "that a supervisor spends with each facilitator; they are hours of his own as well, and "
       "stand with administration. What they do is world.supervision",
       "choice of the user: none beyond today's"},
      {"selection",
       &StaffLevers::selection,
       "sd",
       {0, 1.5},
       "by which the talent of facilitators who are hired while it holds lies above that of "
       "today's recruits; nobody in post moves",
       "choice of the user: none beyond today's"},
      {"incentive",
       &StaffLevers::incentive,
       "rupiah per self-reliant exit",
       {0, 5e6},
       "paid to the facilitator for each family that leaves self-reliantly, those included whose "
       "exit is only booked so. It is felt as a target is "
       "(world.target_pressure.incentive_felt), with or without one",
       "choice of the user: none today"},
  });
  static_assert(describes(rows));
};

}  // namespace graduasi
