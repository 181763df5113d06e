// Mentoring as families receive it: what a month's hours of sessions and visits are worth, by the
// facilitator's competence and the institutional support behind him; a little contact does little,
// and how little is the question.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What hours of contact are worth.
struct ContactParameters {
  bool on = true;
  bool has_effect = true;
  float session_weight = 0.2f;
  float memory = 6;
  float dose_steepness = 1.8f;
  float dose_half = 1.4f;
};

template <>
struct Table<ContactParameters> {
  static constexpr std::string_view group = "contact";
  static constexpr auto rows = std::to_array<Parameter<ContactParameters>>({
      {"on",
       &ContactParameters::on,
       "",
       {0, 1},
       "whether contact does anything",
       "choice of the user"},
      {"has_effect",
       &ContactParameters::has_effect,
       "",
       {0, 1},
       "whether contact changes families: what it teaches, strengthens, encourages and refers to; "
       "if not, it never did, and facilitators know families by it all the same",
       "assumption: three in ten that it changes nothing; no trial of the content of these "
       "sessions is known, and the transfer with little of it changed nothing (E166)"},
      {"session_weight",
       &ContactParameters::session_weight,
       "visit hours per session hour",
       {0, 2},
       "worth of a session hour, shared by a group, in visit hours",
       "assumption, 0.05 to 1: 25 families share one facilitator"},
      {"memory",
       &ContactParameters::memory,
       "months",
       {1, 36},
       "memory of contact",
       "assumption, 3 to 12"},
      {"dose_steepness",
       &ContactParameters::dose_steepness,
       "ratio",
       {1, 20},
       "how steeply the dose sets in: 1, every hour counts from the first; above 6 nearly nothing "
       "happens up to half of dose_half",
       "assumption, 1 to 5: E095 nothing at a fifth of the hours of E092, which a straight line "
       "gives too; no trial shows a threshold"},
      {"dose_half",
       &ContactParameters::dose_half,
       "visit hours per month",
       {0.05, 20},
       "contact that gives half of the full dose",
       "assumption, 0.5 to 3.7: E092 1.3 hours a month at first, then 0.4"},
  });
  static_assert(describes(rows));
};

/// Home visits this month: the whole part of the rate for sure, the rest by chance.
/// @param visits  out: visits, one per slot
/// @param rate    visits per month of each family while active, >= 0
inline void visit(std::span<float> visits, std::span<float const> active,
                  std::span<float const> draw, std::span<float const> rate) {
  auto const slots = visits.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const whole = static_cast<float>(static_cast<std::int32_t>(rate[i]));
    float const one_more = draw[i] < rate[i] - whole ? 1.0f : 0.0f;
    visits[i] = active[i] * (whole + one_more);
  }
}

/// What a month of contact is made of.
struct ContactInputs {
  std::span<float const> attended;  ///< sessions
  std::span<float const> visits;    ///< by the facilitator
  std::span<float const> coached;   ///< visits by other staff
  float session_hours;              ///< hours of a session
  float visit_hours;                ///< hours of a visit
  float quality;  ///< competence times resources, as far as fatigue leaves it, in [0, 1]
};

/// x^h / (x^h + half^h), h the steepness: what remembered contact does, against the most that any
/// contact does. Worked out as the logistic function of h log(x / half), error below 1e-5.
/// @param contact  visit hours per month, >= 0
/// @returns        share in [0, 1)
inline float dose_of(float contact, float steepness, float log_half) {
  float const over_half = steepness * (math::log(math::max(contact, 1e-30f)) - log_half);
  // Below e^-60 a dose is nothing, and numbers too small for the processor's quick path would be.
  return math::logistic(math::max(over_half, -60.0f));
}

/// What the contact remembered so far is worth, before the month adds to it.
/// @param good     out: dose times quality, share in [0, 1)
/// @param quality  of who accompanies the families
inline void recall_contact(std::span<float> good, std::span<float const> contact, float quality,
                           ContactParameters const& p) {
  float const works = p.on && p.has_effect ? quality : 0.0f;
  float const log_half = math::log(p.dose_half);
  auto const slots = good.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    good[i] = works * dose_of(contact[i], p.dose_steepness, log_half);
}

/// Contact is remembered for months, sets in more or less steeply, and saturates.
/// @param contact  visit hours per month, remembered; changed in place
/// @param dose     out: share in [0, 1)
/// @param good     out: dose times quality, share in [0, 1)
inline void remember_contact(std::span<float> contact, std::span<float> dose, std::span<float> good,
                             ContactInputs const& in, ContactParameters const& p) {
  float const forgets = 1.0f / p.memory;
  float const session_worth = p.session_weight * in.session_hours;
  float const works = p.on && p.has_effect ? 1.0f : 0.0f;
  float const log_half = math::log(p.dose_half);
  auto const slots = contact.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const now =
        session_worth * in.attended[i] + in.visit_hours * (in.visits[i] + in.coached[i]);
    float const remembered = contact[i] + forgets * (now - contact[i]);
    contact[i] = remembered;
    float const effective = works * dose_of(remembered, p.dose_steepness, log_half);
    dose[i] = effective;
    good[i] = effective * in.quality;
  }
}

}  // namespace graduasi
