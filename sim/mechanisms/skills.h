// Livelihood skills: what families learn from good mentoring, and how it fades.
#pragma once

#include "base/math.h"
#include "base/past_upkeep.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// How livelihood skills grow and fade.
struct SkillsParameters {
  bool on = true;
  float learning_rate = 0.06f;
  float fading_rate = 0.01f;
};

template <>
struct Table<SkillsParameters> {
  static constexpr std::string_view group = "skills";
  static constexpr auto rows = std::to_array<Parameter<SkillsParameters>>({
      {"on", &SkillsParameters::on, "", {0, 1}, "whether skills move", "choice of the user"},
      {"learning_rate",
       &SkillsParameters::learning_rate,
       "per month at full dose",
       {0, 1},
       "share of the missing skill that good contact closes",
       "assumption, 0.02 to 0.15"},
      {"fading_rate",
       &SkillsParameters::fading_rate,
       "per month",
       {0, 1},
       "share of the distance to home that is closed: what was gained fades",
       "E106: assumption, 0 to 0.03"},
  });
  static_assert(describes(rows));
};

/// What teaches, and what past mentoring has left.
struct SkillInputs {
  std::span<float const> start;  ///< skill at month 0, share in [0, 1]
  std::span<float const> good;   ///< dose times quality of this month's contact, in [0, 1]
  std::span<float const> waits;  ///< 1 while on the waiting list, where nobody was mentored, else 0
  float upkeep = 0;  ///< share of the skill missing at month 0 that the baseline's mentoring adds
                     ///< in a month, and that is lost without it
};

/// Good contact closes a share of the skill still missing; skill fades toward a home that lies
/// below the start by what past mentoring keeps up: start - upkeep / fading_rate (1 - start).
/// @param skills  share in [0, 1], one per slot, changed in place
inline void learn(std::span<float> skills, SkillInputs const& in, SkillsParameters const& p) {
  auto const slots = skills.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const gained = p.learning_rate * in.good[i] * (1.0f - skills[i]);
    float const credited = credited_to_past(in.upkeep, in.waits[i], in.start[i]);
    skills[i] =
        math::clip01(skills[i] + gained - credited - p.fading_rate * (skills[i] - in.start[i]));
  }
}

}  // namespace graduasi
