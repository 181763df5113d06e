#pragma once

#include "parameters/parameter.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What a facilitator sees, and whom he raises.
struct AssessmentParameters {
  bool on = true;
  int gap = 24;
  float assess_hours = 0.5f;
  float line_margin = 0.45f;
  float sight_sd = 0.25f;
  float sight_bias = 0;
  float reluctance = 0.75f;
};

template <>
struct Table<AssessmentParameters> {
  static constexpr std::string_view group = "assessment";
  static constexpr auto rows = std::to_array<Parameter<AssessmentParameters>>({
      {"on",
       &AssessmentParameters::on,
       "",
       {0, 1},
       "whether families are assessed",
       "choice of the user"},
      {"gap",
       &AssessmentParameters::gap,
       "months",
       {1, 100},
       "between two assessments of a family; the next visit after it assesses",
       "assumption, 6 to 48"},
      {"assess_hours",
       &AssessmentParameters::assess_hours,
       "hours",
       {0, 8},
       "what an assessing visit takes on top",
       "assumption, 0.25 to 1.5"},
      {"line_margin",
       &AssessmentParameters::line_margin,
       "log points",
       {0, 2},
       "above the poverty line that earnings must seem to be",
       "assumption, 0.1 to 0.7: stricter than the line (S168g)"},
      {"sight_sd",
       &AssessmentParameters::sight_sd,
       "log points",
       {0, 1},
       "noise of what is seen",
       "assumption, 0.1 to 0.5"},
      {"sight_bias",
       &AssessmentParameters::sight_bias,
       "log points",
       {-0.5, 0.5},
       "bias of what is seen",
       "assumption, -0.2 to 0.2"},
      {"reluctance",
       &AssessmentParameters::reluctance,
       "share",
       {0, 1},
       "of families seen able that are not raised",
       "assumption: gives self-reliant exits of 1 to 2 percent a year (scenarios/targets.sh)"},
  });
  static_assert(describes(rows));
};

/// What an assessment rests on.
struct AssessmentInputs {
  std::span<float const> active;      ///< 1 while in the programme, else 0
  std::span<float const> visits;      ///< this month
  std::span<float const> log_earned;  ///< truth, log of poverty lines
  std::span<float const> sight;       ///< standard normal draws
  std::span<float const> draw;        ///< uniform in [0, 1)
};

/// The first visit after the gap assesses: true earnings, seen with noise and bias, against a
/// margin above the line; of those seen able, the facilitator raises some.
/// @param since   months since the last assessment, stops at 127, changed in place
/// @param assessed out: 1 or 0
/// @param able     out: 1 if seen above the margin, else 0
/// @param raised   out: 1 if leaving is proposed to the family, else 0
inline void assess(std::span<std::int32_t> since, std::span<float> assessed, std::span<float> able,
                   std::span<float> raised, AssessmentInputs const& in,
                   AssessmentParameters const& p) {
  float const works = p.on ? 1.0f : 0.0f;
  auto const slots = since.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const overdue = since[i] >= p.gap ? works : 0.0f;
    float const visited = in.visits[i] > 0.0f ? in.active[i] : 0.0f;
    float const due = overdue * visited;
    float const seen = in.log_earned[i] + p.sight_bias + p.sight_sd * in.sight[i];
    float const found = seen > p.line_margin ? due : 0.0f;
    std::int32_t const longer = since[i] < 127 ? since[i] + 1 : 127;
    since[i] = due > 0.0f ? 0 : longer;
    assessed[i] = due;
    able[i] = found;
    raised[i] = in.draw[i] >= p.reluctance ? found : 0.0f;
  }
}

}  // namespace graduasi
