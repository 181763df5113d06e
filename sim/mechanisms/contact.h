// Mentoring as families receive it: what a month's hours of sessions and visits are worth, by the
// facilitator's competence and the institutional support behind him; too little contact does
// nothing.
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
  float session_weight = 0.2f;
  float memory = 6;
  float dose_floor = 0.4f;
  float dose_half = 1.25f;
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
      {"dose_floor",
       &ContactParameters::dose_floor,
       "visit hours per month",
       {0, 5},
       "contact below which nothing happens",
       "E095 Colombia nothing, E092 Chile some: assumption, 0.15 to 0.75"},
      {"dose_half",
       &ContactParameters::dose_half,
       "visit hours per month",
       {0.05, 20},
       "contact above the floor that gives half of the full dose",
       "assumption, 0.6 to 2.5"},
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
  float quality;                    ///< competence times resources, share in [0, 1]
};

/// Contact is remembered for months, does nothing below a floor, and saturates.
/// @param contact  visit hours per month, remembered; changed in place
/// @param dose     out: share in [0, 1)
/// @param good     out: dose times quality, share in [0, 1)
inline void remember_contact(std::span<float> contact, std::span<float> dose, std::span<float> good,
                             ContactInputs const& in, ContactParameters const& p) {
  float const forgets = 1.0f / p.memory;
  float const session_worth = p.session_weight * in.session_hours;
  float const works = p.on ? 1.0f : 0.0f;
  auto const slots = contact.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const now =
        session_worth * in.attended[i] + in.visit_hours * (in.visits[i] + in.coached[i]);
    float const remembered = contact[i] + forgets * (now - contact[i]);
    contact[i] = remembered;
    float const above = math::max(remembered - p.dose_floor, 0.0f);
    float const effective = works * above / (above + p.dose_half);
    dose[i] = effective;
    good[i] = effective * in.quality;
  }
}

}  // namespace graduasi
