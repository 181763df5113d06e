// How long, how often and under which seed a scenario is run.
#pragma once

#include "base/calendar.h"
#include "parameters/parameter.h"
#include "scenario/blocks/key.h"

#include <algorithm>
#include <tuple>

namespace graduasi {

struct RunCounts {
  int months = 120;
  int parameter_draws = 1;
  int replicates = 20;
  std::uint32_t seed = 1;
};

/// Draws that are lived once more, all under one luck. What differs between these twins comes from
/// the parameters, so that chance can be taken out of what differs between draws under luck of
/// their own. Twenty tell the two apart; with one draw there is nothing to tell apart.
constexpr int twins_of(RunCounts const& counts) {
  constexpr int most = 20;
  return counts.parameter_draws > 1 ? std::min(counts.parameter_draws, most) : 0;
}

template <>
struct Table<RunCounts> {
  static constexpr std::string_view group = "";
  static constexpr auto rows = std::to_array<Parameter<RunCounts>>({
      {"months", &RunCounts::months, "months", {1, 600}, "length of the run", "choice of the user"},
      {"parameter_draws",
       &RunCounts::parameter_draws,
       "draws",
       {1, 10000},
       "times that the parameters with a prior are drawn; 1 uses their central values",
       "choice of the user"},
      {"replicates",
       &RunCounts::replicates,
       "replicates",
       {1, 10000},
       "repetitions with other luck and other families, within each parameter draw",
       "choice of the user"},
      {"seed",
       &RunCounts::seed,
       "",
       {0, 4294967295.0},
       "key of all chance: the same seed gives the same result, on every machine",
       "choice of the user"},
  });
  static_assert(describes(rows));
};

/// Everything under `run:`; `start` is a month of the calendar, so it stands beside the table.
struct RunSettings {
  RunCounts counts;
  CalendarMonth start = calendar_month(2026, 1);

  static constexpr std::string_view root = "run";
  static constexpr auto groups() { return std::make_tuple(&RunSettings::counts); }
};

/// Quarters that open during a run.
inline int quarters_of(RunSettings const& run) {
  return quarters_until(run.start, run.counts.months);
}

/// What stands beside the table of `run`.
template <>
struct BlockOf<RunSettings> {
  static constexpr std::string_view name = "run";
  static constexpr std::string_view meaning = "how long, how often and under which seed";
  static constexpr auto keys = std::to_array<KeyRow<RunSettings>>({
      {"start", &RunSettings::start, "", "first month of the run"},
  });
};

}  // namespace graduasi
