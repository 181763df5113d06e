// What a month of a tile of families depends on, beside the families.
#pragma once

#include "agents/districts.h"
#include "model/count.h"
#include "model/parameters.h"
#include "model/tile.h"
#include "policy/events.h"
#include "policy/levers.h"
#include "random/draws.h"

namespace graduasi {

/// What all families of a district share this month.
struct MonthInDistrict {
  World const& world;
  Levers const& levers;
  District const& district;
  DrawFor draw_for;  ///< the first family of the tile at hand
  float cycle;       ///< business cycle, log points
  bool opens_quarter;
  bool opens_half_year;
  bool disaster;                  ///< strikes the district this month
  bool eventful;                  ///< whether an event of the policy happens this month
  std::span<Event const> events;  ///< of the policy, in any month
  std::uint32_t district_number;
  float ration;           ///< part of the referrals wanted that partners have places for
  std::int32_t assessment_gap;  ///< months between two assessments of a family
  float visits_of_coach;  ///< home visits that a full-time coach makes in a month
  QuarterRisks const& risks;
  bool strikes = false;      ///< whether families are struck off by rank this month
  StrikeBorder border = {};  ///< above it, if so
  Yardstick yardstick = {};
};

/// What a facilitator has to give this month.
struct MonthOfFacilitator {
  SessionRound round;        ///< `first` is that of the tile at hand
  float visit_rate;          ///< visits per active family, on average
  float visit_hours;         ///< with the family
  float quality;             ///< competence times resources
  float checks;              ///< part of the checks that hours allow
  Judgement judge;           ///< of who assesses
  Pushed pushed;             ///< by a target
  std::uint32_t number = 0;  ///< in the district
};

inline void fill(std::span<float> values, float value) {
  auto const slots = values.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) values[i] = value;
}

inline void zero(std::span<float> values) { fill(values, 0.0f); }

inline void without(std::span<float> still, std::span<float const> taken) {
  auto const slots = still.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) still[i] -= taken[i];
}

inline void add_to(std::span<float> sums, std::span<float const> marks, float size) {
  auto const slots = sums.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) sums[i] += size * marks[i];
}

/// Marks go where events strike, however many do.
inline void take_away(std::span<float> marks, std::span<float const> struck) {
  auto const slots = marks.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) marks[i] *= 1.0f - math::least(struck[i], 1.0f);
}

}  // namespace graduasi
