#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What a family earns, in its district's poverty lines.
struct EarningsParameters {
  bool on = true;
  float speed = 0.083333f;
  float skill_effect = 0.12f;
  float effort_effect = 0.14f;
};

template <>
struct Table<EarningsParameters> {
  static constexpr std::string_view group = "earnings";
  static constexpr auto rows = std::to_array<Parameter<EarningsParameters>>({
      {"on",
       &EarningsParameters::on,
       "",
       {0, 1},
       "whether earnings follow skills and confidence",
       "choice of the user"},
      {"speed",
       &EarningsParameters::speed,
       "per month",
       {0, 1},
       "part of the way to their goal that earnings go in a month",
       "assumption: about a year"},
      {"skill_effect",
       &EarningsParameters::skill_effect,
       "log points per unit",
       {0, 2},
       "of skill gained since the start",
       "E103: assumption, 0 to 0.4"},
      {"effort_effect",
       &EarningsParameters::effort_effect,
       "log points per unit",
       {0, 2},
       "of self-confidence gained since the start",
       "E128, E129: 0.06 SD, 0 to 0.23"},
  });
  static_assert(describes(rows));
};

/// What earnings follow.
struct EarningsInputs {
  std::span<float const> base;  ///< lasting earnings at the start, log of poverty lines
  std::span<float const> skills, skills_start;          ///< shares in [0, 1]
  std::span<float const> confidence, confidence_start;  ///< shares in [0, 1]
};

/// Lasting earnings move in about a year toward what skill and effort gained since the start allow;
/// skill is worth more to those who dare to use it. Levels at the start have no effect, so month 0
/// is the published distribution.
/// @param permanent  log of the family's own poverty lines, changed in place, kept within 3
inline void move_earnings(std::span<float> permanent, EarningsInputs const& in,
                          EarningsParameters const& p) {
  auto const slots = permanent.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const daring = 0.5f + in.confidence[i];
    float const goal = in.base[i] + p.skill_effect * (in.skills[i] - in.skills_start[i]) * daring +
                       p.effort_effect * (in.confidence[i] - in.confidence_start[i]);
    permanent[i] = math::clip(permanent[i] + p.speed * (goal - permanent[i]), -3.0f, 3.0f);
  }
}

/// Log earnings this month: lasting part, the family's luck and the district's cycle.
/// @param log_earned  out: log of the family's own poverty lines
inline void earn(std::span<float> log_earned, std::span<float const> permanent,
                 std::span<float const> shock, float cycle) {
  auto const slots = log_earned.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) log_earned[i] = permanent[i] + shock[i] + cycle;
}

}  // namespace graduasi
