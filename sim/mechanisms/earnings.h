// Earnings of a family: how skills, self-confidence and access to education and jobs turn into
// income, against the luck of its district.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What a family earns, in its district's poverty lines.
struct EarningsParameters {
  bool on = true;
  float speed = 0.083333f;
  float skill_effect = 0.12f;
  float access_effect = 0.12f;
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
       "whether lasting earnings move: with skills, access and confidence, and with persons, "
       "growth and "
       "lasting shocks",
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
      {"access_effect",
       &EarningsParameters::access_effect,
       "log points per unit",
       {0, 2},
       "of access to education and jobs gained since the start",
       "E092: income of the head flat; 0 to 0.4"},
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
  std::span<float const>
      base;  ///< what they tend to, but for what was learnt since the start; log of poverty lines
  std::span<float const> skills, skills_start;          ///< shares in [0, 1]
  std::span<float const> access, access_start;          ///< shares in [0, 1]
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
                       p.access_effect * (in.access[i] - in.access_start[i]) +
                       p.effort_effect * (in.confidence[i] - in.confidence_start[i]);
    permanent[i] = math::clip(permanent[i] + p.speed * (goal - permanent[i]), -3.0f, 3.0f);
  }
}

/// log(1 + x) for x in [0, 2.5], error below 0.02, and exactly 0 at 0: what a business adds to the
/// logarithm of earnings.
inline float log_of_one_and(float x) { return x * (6.0f + 3.0f * x) / (6.0f + x * (6.0f + x)); }

/// Earnings this month: the lasting part, the family's luck and the district's cycle, less pay lost
/// to sessions, and what its business earns.
/// @param log_earned  out: log of the family's own poverty lines
/// @param earned      out: line-months
/// @param pay         share of earnings that is left, (0, 1]
/// @param income      of the business, line-months, >= 0
inline void earn(std::span<float> log_earned, std::span<float> earned,
                 std::span<float const> permanent, std::span<float const> shock,
                 std::span<float const> pay, std::span<float const> income, float cycle) {
  auto const slots = log_earned.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const log_wage = permanent[i] + shock[i] + cycle;
    float const full = math::exp(log_wage);
    // Lost pay is a small part: log(1 - x) is -x.
    log_earned[i] = log_wage + (pay[i] - 1.0f) + log_of_one_and(income[i] / full);
    earned[i] = full * pay[i] + income[i];
  }
}

/// What a family can live on for good: lasting earnings and its business, without luck.
/// @param lasting    out: line-months
/// @param permanent  log of the family's own poverty lines
/// @param income     of the business, line-months, >= 0
inline void lasting_earnings(std::span<float> lasting, std::span<float const> permanent,
                             std::span<float const> income) {
  auto const slots = lasting.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) lasting[i] = math::exp(permanent[i]) + income[i];
}

}  // namespace graduasi
