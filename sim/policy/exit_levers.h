// Levers of who leaves, who comes, and how many are meant to.
#pragma once

#include "parameters/parameter.h"

namespace graduasi {

/// How many exits a year is to bring.
struct TargetLevers {
  float families = 0;
  float per_facilitator = 0;
  float reached_so_far = 0;
  ExitKinds counts = ExitKinds::self_reliant;
  float enforced = 0.3f;
  float aim = 1;

  /// Whether exits are asked for.
  bool is_set() const { return families > 0.0f || per_facilitator > 0.0f; }
};

template <>
struct Table<TargetLevers> {
  static constexpr std::string_view group = "target";
  static constexpr auto rows = std::to_array<Parameter<TargetLevers>>({
      {"families",
       &TargetLevers::families,
       "families per calendar year",
       {0, 1e8},
       "exits that the nation is to reach, shared among districts by families; under a where, "
       "those "
       "that its areas are to reach together. 0: no target",
       "choice of the user"},
      {"per_facilitator",
       &TargetLevers::per_facilitator,
       "families per facilitator and calendar year",
       {0, 500},
       "exits that each post is to reach, of the posts that a district has in the month; 0: no "
       "such target. Only one of both, families or per_facilitator, may be above 0 in a month",
       "choice of the user: none; S52 asks for 10"},
      {"reached_so_far",
       &TargetLevers::reached_so_far,
       "families",
       {0, 1e8},
       "exits of the nation that count already when the run begins, in the calendar year of its "
       "start; shared among districts by families",
       "choice of the user: none"},
      {"counts",
       &TargetLevers::counts,
       "",
       {1, 3},
       "kinds of exit that the target counts",
       "choice of the user: 2017 to 2020 both, 2025 self-reliant only"},
      {"enforced",
       &TargetLevers::enforced,
       "ratio",
       {0, 5},
       "how hard the target is enforced; 1: a month behind the usual pace is felt in full",
       "choice of the user, 0 to 1.5"},
      {"aim",
       &TargetLevers::aim,
       "ratio",
       {0, 3},
       "what people aim at, against the target",
       "choice of the user, 1 to 1.2"},
  });
  static_assert(describes(rows));
};

/// How large the programme is meant to be.
struct ProgrammeLevers {
  float quota = 0;
};

template <>
struct Table<ProgrammeLevers> {
  static constexpr std::string_view group = "programme";
  static constexpr auto rows = std::to_array<Parameter<ProgrammeLevers>>({
      {"quota",
       &ProgrammeLevers::quota,
       "families",
       {0, 1e8},
       "places of the nation, under a where of its areas together; each quarter, free ones are "
       "filled from the waiting list (population.intake.reserve_share). 0: freed places stay free",
       "choice of the user: 10 million since 2018 (S09)"},
  });
  static_assert(describes(rows));
};

/// What happens to families that are found able.
struct GraduationLevers {
  float assessed_out_share = 0;
  float exit_bonus = 0;
  float guaranteed_return = 0;
};

template <>
struct Table<GraduationLevers> {
  static constexpr std::string_view group = "graduation";
  static constexpr auto rows = std::to_array<Parameter<GraduationLevers>>({
      {"assessed_out_share",
       &GraduationLevers::assessed_out_share,
       "share",
       {0, 1},
       "families nominated that do not agree to leave and are taken off all the same",
       "assumption: none today"},
      {"exit_bonus",
       &GraduationLevers::exit_bonus,
       "line-months",
       {0, 20},
       "paid to a family that leaves self-reliantly",
       "choice of the user: none today"},
      {"guaranteed_return",
       &GraduationLevers::guaranteed_return,
       "share",
       {0, 1},
       "of families that left self-reliantly and were below the line three months running since, "
       "those taken back at once, as they were promised",
       "choice of the user: none today"},
  });
  static_assert(describes(rows));
};

/// For how long a family may be in the programme.
struct TimeLimitLevers {
  float years = 0;
  AtTimeLimit then = AtTimeLimit::leave;
  bool exempt_elderly_disabled = true;
};

template <>
struct Table<TimeLimitLevers> {
  static constexpr std::string_view group = "time_limit";
  static constexpr auto rows = std::to_array<Parameter<TimeLimitLevers>>({
      {"years",
       &TimeLimitLevers::years,
       "years",
       {0, 15},
       "in the programme, after which a family leaves whatever its state, or is assessed (then); "
       "counted by half-years begun, 0: no limit",
       "choice of the user: none today, 5 is debated"},
      {"then",
       &TimeLimitLevers::then,
       "",
       {0, 1},
       "what happens at the limit: the family leaves, or its next visit assesses it whatever its "
       "gap; who is found able at or beyond the limit is taken off, and who is not stays and is "
       "due again after the gap",
       "choice of the user: leave; S171, the decree of 2025, treats more than five years as "
       "graduation"},
      {"exempt_elderly_disabled",
       &TimeLimitLevers::exempt_elderly_disabled,
       "",
       {0, 1},
       "whether families with an elderly or severely disabled member are exempt",
       "choice of the user"},
  });
  static_assert(describes(rows));
};

}  // namespace graduasi
