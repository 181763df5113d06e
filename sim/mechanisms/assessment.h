// Subjective assessments: a facilitator visits, sees earnings with noise and bias of his own, the
// clearer the better he knows the family, and nominates whom he thinks able to leave.
#pragma once

#include "base/assessment_gap.h"
#include "base/columns.h"
#include "base/math.h"
#include "base/odds.h"
#include "base/running_mean.h"
#include "parameters/parameter.h"
#include "policy/levers.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What a facilitator sees, and whom he raises.
struct AssessmentParameters {
  bool on = true;
  float gap_spread = 0.2f;
  int split_delay = 6;
  float assess_hours = 0.5f;
  float sight_sd = 0.25f;
  float sight_bias = 0;
  float know_half = 0.5f;
  float sees_by_competence = 0.15f;
  float reluctance = 0.75f;
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
      {"gap_spread",
       &AssessmentParameters::gap_spread,
       "share of gap",
       {0, 0.5},
       "by which the gap of a family may be shorter or longer, evenly spread between families",
       "assumption, 0 to 0.4: else families enrolled together are assessed together for ever"},
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
      {"know_half",
       &AssessmentParameters::know_half,
       "visit hours per month",
       {0.01, 100},
       "remembered contact at which half of what is seen is what the family usually earns, and "
       "half what it earns this month",
       "assumption, 0.2 to 1.5"},
      {"sees_by_competence",
       &AssessmentParameters::sees_by_competence,
       "log of sight_sd per sd of competence",
       {0, 2},
       "how much clearer a more competent facilitator sees",
       "assumption, 0 to 0.4"},
      {"reluctance",
       &AssessmentParameters::reluctance,
       "share",
       {0, 1},
       "of families seen able that are not nominated",
       "assumption: gives self-reliant exits of 1 to 2 percent a year (scenarios/targets.sh)"},
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
  float noise = 0;       ///< sd of what he sees of a family that he does not know, log points
  float bias = 0;        ///< log points
  float reluctance = 0;  ///< share of families seen able that he does not nominate, [0, 1]
};

/// @param noise, bias, reluctance  standard normal traits of the facilitator
/// @param skill  his competence against the mean, in its standard deviations
/// @param institution  times the odds that he nominates
inline Judgement judgement_of(float noise, float bias, float reluctance, float skill,
                              float institution, AssessmentParameters const& p) {
  // The odds of the one are those of the other turned round.
  float const reluctant = math::clip01(p.reluctance + p.reluctance_spread * reluctance);
  return {.noise = p.sight_sd * math::max(1.0f + p.sight_spread * noise, 0.0f) *
                   math::exp(-p.sees_by_competence * skill),
          .bias = p.sight_bias + p.bias_spread * bias,
          .reluctance = at_odds(reluctant, 1.0f / institution)};
}

/// What the poverty line of a district is against other lines.
struct OtherLines {
  std::array<float, 9> tenth_below;  ///< log of the line: what the lowest 1 to 9 tenths of all
                                     ///< families spend at most, luck aside
  float minimum_wage = 0;            ///< a month, poverty lines of one person; 0: not known
};

/// What the earnings of a family must seem to exceed.
struct AskedLine {
  float margin = 0.45f;    ///< log of the poverty line
  bool of_family = false;  ///< what all earn together counts, not what there is for each
};

inline AskedLine asked_line(AssessmentLevers const& rules, CriteriaLevers const& criteria,
                            OtherLines const& others) {
  switch (criteria.line) {
    case CriteriaLine::multiple:
      return {.margin = math::log(criteria.multiple)};
    case CriteriaLine::decile:
      return {.margin = others.tenth_below[static_cast<std::size_t>(criteria.decile) - 1]};
    case CriteriaLine::minimum_wage:
      return {.margin = math::log(others.minimum_wage), .of_family = true};
    case CriteriaLine::margin:
      break;
  }
  return {.margin = rules.line_margin};
}

/// Whether families are assessed in a month.
/// @param month  of the year, 1 to 12
inline bool assesses_in(int month, AssessmentLevers const& rules, AssessmentParameters const& p) {
  return p.on && (rules.calendar == AssessmentCalendar::any || month == rules.calendar_month);
}

/// @param split_roles  share of families accompanied and decided on by two people: what is lost
///                     between the two comes on top
inline AssessmentGap assessment_gap(float split_roles, AssessmentLevers const& rules,
                                    AssessmentParameters const& p) {
  auto const gap = static_cast<float>(rules.gap);
  auto const later =
      static_cast<std::int32_t>(split_roles * static_cast<float>(p.split_delay) + 0.5f);
  bool const once_a_year = rules.calendar == AssessmentCalendar::once_a_year;
  std::int32_t const sooner = once_a_year ? half_a_year : 0;
  return {.shortest = gap * (1.0f - p.gap_spread) + static_cast<float>(later - sooner),
          .longer = gap * p.gap_spread * (2.0f / 127.0f),
          .once_a_year = once_a_year};
}

/// Whose assessment is due.
/// @param due       out: 1 or 0
/// @param active    1 for families of the programme that may be assessed, else 0
/// @param since     months since the last assessment
/// @param assesses  whether families are assessed this month
inline void mark_due(std::span<float> due, std::span<float const> active,
                     std::span<std::int32_t const> since, std::span<std::int32_t const> lot,
                     AssessmentGap const& gap, bool assesses) {
  float const works = assesses ? 1.0f : 0.0f;
  auto const slots = due.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    due[i] = is_due(since[i], lot[i], gap) ? works * active[i] : 0.0f;
}

/// Chance that a family due is visited in a month, or in the month of the year in which all are
/// assessed, for years, so that its turn comes.
/// @param visits  per family and month
inline float assessed_when_due(float visits, AssessmentGap const& gap, VisitTargeting rule,
                               AssessmentParameters const& p) {
  if (!p.on) return 0.0f;
  // Due first, a family waits 1 / chance months after its gap: visits are 1 / (gap + 1 / chance).
  float const rest = 1.0f - visits * mean_turns(gap);
  float const visited = rule != VisitTargeting::due ? visits : visits < rest ? visits / rest : 1.0f;
  return math::min(visited, 1.0f);
}

/// Visits per family and month that given hours allow for years, when each assessment takes hours
/// of its own: one in every gap + 1 / (chance of being visited when due) months, as far as it is
/// done.
/// @param hours        for visits and assessments, per family and month
/// @param visit_hours  of one visit, > 0
/// @param coverage     part of the assessments that is done, [0, 1]
inline float steady_visits(float hours, float visit_hours, AssessmentGap const& gap,
                           VisitTargeting rule, float coverage, AssessmentParameters const& p) {
  float const turns = mean_turns(gap);
  float const a_month = gap.once_a_year ? 1.0f / 12.0f : 1.0f;
  auto const hours_of = [&](float visits) {
    float const chance = assessed_when_due(visits, gap, rule, p);
    return visits * visit_hours +
           a_month * (p.assess_hours * coverage * chance / (1.0f + turns * chance));
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
  std::span<float const> due;         ///< 1 for active families that are due, else 0
  std::span<float const> visits;      ///< this month
  std::span<float const> log_earned;  ///< truth of this month, log of poverty lines
  std::span<float const> lasting;     ///< earnings without luck, line-months, > 0
  std::span<float const> contact;     ///< remembered, visit hours per month
  std::span<float const> sight;       ///< standard normal draws
  std::span<float const> called;      ///< 1 for those assessed for a target, due or not, else 0
  std::span<float const> draw;        ///< uniform in [0, 1)
  std::span<float const> digits;      ///< the same: the later ones round running means
  std::span<float const> persons;     ///< in the family, 1 or more
  std::span<std::int32_t> seen;       ///< running mean of what is seen, changed in place if kept
  Judgement judge;
  AskedLine asked;         ///< what earnings must seem to exceed
  float coverage = 1;      ///< part of the assessments due that is done, [0, 1]
  float knows = 1;         ///< part of the contact that is with the one who decides, [0, 1]
  float raised_more = 1;   ///< times as many are raised, under the pressure of a target
  float margin_lower = 0;  ///< log points that the line comes down under it
  bool calls = false;      ///< whether anybody is called
  bool averages = false;   ///< whether a running mean is kept
  float newest = 1;        ///< part of this month in it, (0, 1]
};

/// Earnings of one register as the facilitator sees them. Of a family that he meets often he knows
/// what it usually earns, and errs less: luck of the month counts for less, and so does chance.
/// Where more than a month counts, it is the running mean of that, before he errs.
/// @param able    1 for families assessed; stays 1 if seen above the margin that holds now
/// @param pushed  the same against the usual margin
inline void see(std::span<float> able, std::span<float> pushed, std::size_t from,
                AssessmentInputs const& in, AssessmentParameters const& p) {
  float const margin = in.asked.margin - in.margin_lower;
  float seen[lanes], errs[lanes];
#pragma omp simd
  for (std::size_t k = 0; k < lanes; ++k) {
    std::size_t const i = from + k;
    float const contact = in.knows * in.contact[i];
    float const known = contact / (contact + p.know_half);
    float const rest = 1.0f - known;
    seen[k] = rest * in.log_earned[i] + known * math::log(in.lasting[i]);
    errs[k] = in.judge.noise * std::sqrt(rest) * in.sight[i];
  }
  if (in.averages) {
#pragma omp simd
    for (std::size_t k = 0; k < lanes; ++k) {
      std::size_t const i = from + k;
      seen[k] = seen_after(in.seen[i], seen[k], in.newest);
      in.seen[i] = in_steps_of_seen(seen[k], in.digits[i]);
    }
  }
#pragma omp simd
  for (std::size_t k = 0; k < lanes; ++k) seen[k] = seen[k] + in.judge.bias + errs[k];
  if (in.asked.of_family) {
#pragma omp simd
    for (std::size_t k = 0; k < lanes; ++k) seen[k] += math::log(in.persons[from + k]);
  }
  // One comparison a loop: two of them would become branches.
  float const usual = in.asked.margin;
#pragma omp simd
  for (std::size_t i = from; i < from + lanes; ++i)
    pushed[i] = seen[i - from] > usual ? able[i] : 0.0f;
#pragma omp simd
  for (std::size_t i = from; i < from + lanes; ++i)
    able[i] = seen[i - from] > margin ? able[i] : 0.0f;
}

/// The first visit after the gap assesses, as far as assessments are done: what the facilitator
/// sees, against a margin above the line; of those seen able, he nominates some. One draw decides
/// what is done and who is nominated: they are the highest part of the assessed.
/// @param since   months since the last assessment was due and visited, stops at 127, changed in
///                place
/// @param assessed out: 1 or 0
/// @param able     out: 1 if seen above the margin, else 0
/// @param raised   out: 1 if leaving is proposed to the family, else 0
/// @param pushed   out: 1 if it would not have been without the pressure of a target
inline void assess(std::span<std::int32_t> since, std::span<float> assessed, std::span<float> able,
                   std::span<float> raised, std::span<float> pushed, AssessmentInputs const& in,
                   AssessmentParameters const& p) {
  float const done_from = 1.0f - in.coverage;
  float const open = 1.0f - in.judge.reluctance;
  float const usual_from = 1.0f - in.coverage * open;
  float const raised_from = 1.0f - in.coverage * math::min(open * in.raised_more, 1.0f);
  auto const slots = since.size();
  // Short loops: two comparisons that decide one value would become branches.
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const turn = math::max(in.visits[i] > 0.0f ? in.due[i] : 0.0f, in.called[i]);
    std::int32_t const longer = since[i] < 127 ? since[i] + 1 : 127;
    // Whose assessment is left out waits for the next: else a visit soon after would do it.
    since[i] = turn > 0.0f ? 0 : longer;
    able[i] = turn;
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const done = in.draw[i] >= done_from ? able[i] : 0.0f;
    assessed[i] = done;
    able[i] = done;
    pushed[i] = 0;
  }
  for (std::size_t from = 0; from < slots; from += lanes)
    if (in.averages || any_in_register(assessed, from)) see(able, pushed, from, in, p);
  // Who is called would not have been assessed without the target.
  if (in.calls) {
#pragma omp simd
    for (std::size_t i = 0; i < slots; ++i) pushed[i] *= 1.0f - in.called[i];
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
