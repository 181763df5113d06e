// Subjective assessments: a facilitator visits, sees earnings with noise and bias of his own, and
// raises whom he thinks able to leave.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What a facilitator sees, and whom he raises.
struct AssessmentParameters {
  bool on = true;
  int gap = 24;
  int split_delay = 6;
  float assess_hours = 0.5f;
  float line_margin = 0.45f;
  float sight_sd = 0.25f;
  float sight_bias = 0;
  float reluctance = 0.75f;
  float coverage = 1;
  float sight_spread = 0.2f;
  float bias_spread = 0.05f;
  float reluctance_spread = 0.08f;
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
      {"split_delay",
       &AssessmentParameters::split_delay,
       "months",
       {0, 60},
       "that a change in a family's state reaches the one who decides later, where visits and "
       "decisions are two people's work (policy.mentoring.split_roles)",
       "assumption, 0 to 12: E098 integrated workers saw changes sooner"},
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
       "of families seen able that are not nominated",
       "assumption: gives self-reliant exits of 1 to 2 percent a year (scenarios/targets.sh)"},
      {"coverage",
       &AssessmentParameters::coverage,
       "share",
       {0, 1},
       "of assessments due at a visit that are done; those left out are due again at the next",
       "assumption: below 1 where assessments are not fully done"},
      {"sight_spread",
       &AssessmentParameters::sight_spread,
       "share of sight_sd",
       {0, 1},
       "differences between facilitators in the noise of what they see",
       "assumption, 0 to 0.5"},
      {"bias_spread",
       &AssessmentParameters::bias_spread,
       "log points",
       {0, 0.5},
       "differences between facilitators in the bias of what they see",
       "assumption, 0 to 0.15"},
      {"reluctance_spread",
       &AssessmentParameters::reluctance_spread,
       "share",
       {0, 0.5},
       "differences between facilitators in reluctance",
       "assumption, 0 to 0.2"},
  });
  static_assert(describes(rows));
};

/// How one facilitator judges.
struct Judgement {
  float noise = 0;       ///< sd of what he sees, log points
  float bias = 0;        ///< log points
  float reluctance = 0;  ///< share of families seen able that he does not nominate, [0, 1]
};

/// @param noise, bias, reluctance  standard normal traits of the facilitator
inline Judgement judgement_of(float noise, float bias, float reluctance,
                              AssessmentParameters const& p) {
  return {.noise = p.sight_sd * math::max(1.0f + p.sight_spread * noise, 0.0f),
          .bias = p.sight_bias + p.bias_spread * bias,
          .reluctance = math::clip01(p.reluctance + p.reluctance_spread * reluctance)};
}

/// Months between two assessments, later by what is lost between two people where roles are split.
/// @param split_roles  share of families accompanied and decided on by two people
inline std::int32_t assessment_gap(float split_roles, AssessmentParameters const& p) {
  return p.gap + static_cast<std::int32_t>(split_roles * static_cast<float>(p.split_delay) + 0.5f);
}

/// Chance in a month that a family due is assessed: it is visited, and the assessment is done.
/// @param visits  per family and month
inline float assessed_when_due(float visits, AssessmentParameters const& p) {
  return p.on ? math::min(visits, 1.0f) * p.coverage : 0.0f;
}

/// Visits per family and month that given hours allow for years, when each assessment takes hours
/// of its own: one in every gap + 1 / (chance of being assessed when due) months.
/// @param hours        for visits and assessments, per family and month
/// @param visit_hours  of one visit, > 0
inline float steady_visits(float hours, float visit_hours, std::int32_t gap,
                           AssessmentParameters const& p) {
  auto const hours_of = [&](float visits) {
    float const chance = assessed_when_due(visits, p);
    return visits * visit_hours +
           p.assess_hours * chance / (1.0f + static_cast<float>(gap) * chance);
  };
  // Hours rise with visits: halve the range to the last bit.
  float min = 0, max = hours / visit_hours;
  for (int i = 0; i < 40; ++i) {
    float const middle = 0.5f * (min + max);
    (hours_of(middle) < hours ? min : max) = middle;
  }
  return 0.5f * (min + max);
}

/// What an assessment rests on.
struct AssessmentInputs {
  std::span<float const> active;      ///< 1 while in the programme, else 0
  std::span<float const> visits;      ///< this month
  std::span<float const> log_earned;  ///< truth, log of poverty lines
  std::span<float const> sight;       ///< standard normal draws
  std::span<float const> draw;        ///< uniform in [0, 1)
  Judgement judge;
  std::int32_t gap;        ///< months between two assessments
  float raised_more = 1;   ///< times as many are raised, under the pressure of a target
  float margin_lower = 0;  ///< log points that the line comes down under it
};

/// The first visit after the gap assesses, as far as assessments are done: true earnings, seen with
/// noise and bias, against a margin above the line; of those seen able, the facilitator raises
/// some. One draw decides what is done and who is raised: raised are the highest part of the
/// assessed.
/// @param since   months since the last assessment, stops at 127, changed in place
/// @param assessed out: 1 or 0
/// @param able     out: 1 if seen above the margin, else 0
/// @param raised   out: 1 if leaving is proposed to the family, else 0
/// @param pushed   out: 1 if it would not have been without the pressure of a target
inline void assess(std::span<std::int32_t> since, std::span<float> assessed, std::span<float> able,
                   std::span<float> raised, std::span<float> pushed, AssessmentInputs const& in,
                   AssessmentParameters const& p) {
  float const works = p.on ? 1.0f : 0.0f;
  float const done_from = 1.0f - p.coverage;
  float const open = 1.0f - in.judge.reluctance;
  float const usual_from = 1.0f - p.coverage * open;
  float const raised_from = 1.0f - p.coverage * math::min(open * in.raised_more, 1.0f);
  float const margin = p.line_margin - in.margin_lower;
  auto const slots = since.size();
  // Short loops: two comparisons that decide one value would become branches.
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const overdue = since[i] >= in.gap ? works : 0.0f;
    float const visited = in.visits[i] > 0.0f ? in.active[i] : 0.0f;
    able[i] = overdue * visited;
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const due = in.draw[i] >= done_from ? able[i] : 0.0f;
    std::int32_t const longer = since[i] < 127 ? since[i] + 1 : 127;
    since[i] = due > 0.0f ? 0 : longer;
    assessed[i] = due;
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const seen = in.log_earned[i] + in.judge.bias + in.judge.noise * in.sight[i];
    able[i] = seen > margin ? assessed[i] : 0.0f;
    pushed[i] = seen > p.line_margin ? assessed[i] : 0.0f;
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const proposed = in.draw[i] >= raised_from ? able[i] : 0.0f;
    float const unpushed = in.draw[i] >= usual_from ? pushed[i] : 0.0f;
    raised[i] = proposed;
    pushed[i] = proposed - unpushed;
  }
}

}  // namespace graduasi
