// What things cost: counted, never fed back.
#pragma once

#include "parameters/parameter.h"

namespace graduasi {

/// Unit costs, in rupiah of one year, and how later years weigh.
struct UnitCosts {
  float wage_rupiah = 3.0e6f;
  float course_rupiah = 4.0e6f;
  float refresher_rupiah = 5.0e5f;
  float supervisor_rupiah = 35000;
  float selection_rupiah = 1.5e6f;
  float session_rupiah = 50000;
  float visit_rupiah = 15000;
  float assessment_rupiah = 5000;
  float administration_rupiah = 5000;
  float partner_course_rupiah = 3.0e6f;
  float discount_rate = 0.05f;
  int price_year = 2025;
};

template <>
struct Table<UnitCosts> {
  static constexpr std::string_view group = "costs";
  static constexpr auto rows = std::to_array<Parameter<UnitCosts>>({
      {"wage_rupiah",
       &UnitCosts::wage_rupiah,
       "rupiah per post and month",
       {0, 1e8},
       "wage of a facilitator",
       "S55, D00: 2.5 to 3.9 million"},
      {"course_rupiah",
       &UnitCosts::course_rupiah,
       "rupiah per facilitator and course",
       {0, 1e8},
       "a competence course of about a week: trainers, travel, board and lodging",
       "assumption, 2000000 to 8000000"},
      {"refresher_rupiah",
       &UnitCosts::refresher_rupiah,
       "rupiah per facilitator and refresher",
       {0, 1e8},
       "a refresher of a day",
       "assumption, 200000 to 1000000"},
      {"supervisor_rupiah",
       &UnitCosts::supervisor_rupiah,
       "rupiah per hour of a supervisor",
       {0, 1e7},
       "wage and way of who spends policy.staff.supervision with facilitators",
       "assumption, 20000 to 80000: a facilitator's hour costs 19000"},
      {"selection_rupiah",
       &UnitCosts::selection_rupiah,
       "rupiah per facilitator hired",
       {0, 1e8},
       "tests and interviews of candidates, where policy.staff.selection asks for better ones",
       "assumption, 500000 to 5000000"},
      {"session_rupiah",
       &UnitCosts::session_rupiah,
       "rupiah per group session",
       {0, 1e7},
       "modules, refreshments and the way to a group session",
       "assumption, 20000 to 150000"},
      {"visit_rupiah",
       &UnitCosts::visit_rupiah,
       "rupiah per visit",
       {0, 1e7},
       "the way to a home visit",
       "assumption, 5000 to 40000"},
      {"assessment_rupiah",
       &UnitCosts::assessment_rupiah,
       "rupiah per family assessed",
       {0, 1e7},
       "forms and data of a socio-economic assessment; its hours are in the wage",
       "assumption, 1000 to 20000"},
      {"administration_rupiah",
       &UnitCosts::administration_rupiah,
       "rupiah per active family and month",
       {0, 1e6},
       "payment, registry, complaints and offices; the hours of facilitators are in the wage",
       "assumption, 2000 to 15000: 1 to 6 percent of a mean benefit"},
      {"partner_course_rupiah",
       &UnitCosts::partner_course_rupiah,
       "rupiah per family and course",
       {0, 1e8},
       "a course for a member of a family, paid by a partner and not by the programme",
       "assumption, 1000000 to 6000000"},
      {"discount_rate",
       &UnitCosts::discount_rate,
       "per year",
       {0, 0.3},
       "how much less a year later weighs, beyond the rise of prices",
       "choice of the user; 0.03 and 0.08 bound what public projects take"},
      {"price_year",
       &UnitCosts::price_year,
       "year",
       {2000, 2100},
       "year whose prices all rupiah are in: a label, nothing is converted",
       "choice of the user; poverty lines are of 2025"},
  });
  static_assert(describes(rows));
};

}  // namespace graduasi
