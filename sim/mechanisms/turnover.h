// Turnover of facilitators: who leaves the post, how long it is vacant, the colleagues who cover
// it, and the trust that a change of person costs.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Facilitators who leave, vacant posts, and the colleagues who cover them.
struct TurnoverParameters {
  bool on = true;
  float leaving = 0.02f;
  float leaving_fatigue = 0.12f;
  float filling = 0.25f;
  float newcomer_fatigue = 0.1f;
  int team = 5;
  float contact_kept = 0.5f;
  float habit_lost = 0.1f;
};

template <>
struct Table<TurnoverParameters> {
  static constexpr std::string_view group = "turnover";
  static constexpr auto rows = std::to_array<Parameter<TurnoverParameters>>({
      {"on",
       &TurnoverParameters::on,
       "",
       {0, 1},
       "whether facilitators leave; off, everybody stays for good",
       "choice of the user"},
      {"leaving",
       &TurnoverParameters::leaving,
       "per year",
       {0, 1},
       "rested facilitators who leave",
       "assumption, 0.01 to 0.04; with fatigue about 0.04 (facilitator_attrition)"},
      {"leaving_fatigue",
       &TurnoverParameters::leaving_fatigue,
       "per year",
       {0, 1},
       "what full fatigue adds; it acts by its square",
       "assumption, 0 to 0.3; with rested leavers about 0.04 (facilitator_attrition 0.02 to 0.10)"},
      {"filling",
       &TurnoverParameters::filling,
       "per month",
       {0.01, 1},
       "vacant posts that are filled",
       "assumption, 0.08 to 0.5: four months to fill a post"},
      {"newcomer_fatigue",
       &TurnoverParameters::newcomer_fatigue,
       "share",
       {0, 1},
       "fatigue of who begins",
       "assumption"},
      {"team",
       &TurnoverParameters::team,
       "facilitators",
       {2, 50},
       "neighbours who cover a vacant post among them",
       "assumption, 2 to 10: those of a sub-district"},
      {"contact_kept",
       &TurnoverParameters::contact_kept,
       "share",
       {0, 1},
       "of remembered contact that is left when somebody new takes over a caseload",
       "assumption, 0.2 to 0.8"},
      {"habit_lost",
       &TurnoverParameters::habit_lost,
       "share",
       {0, 1},
       "of the habit of coming that is lost when somebody new takes over a caseload",
       "assumption, 0 to 0.2: E125 clients are lost where staff change"},
  });
  static_assert(describes(rows));
};

/// Chance in a month that a facilitator leaves; it rises with the square of fatigue.
inline float chance_to_leave(float fatigue, TurnoverParameters const& p) {
  if (!p.on) return 0.0f;
  return (p.leaving + p.leaving_fatigue * fatigue * fatigue) * (1.0f / 12.0f);
}

/// Families meet somebody whom they do not know.
/// @param contact  visit hours per month, remembered; changed in place
/// @param habit    of coming, share in [0, 1]; changed in place
inline void begin_with_stranger(std::span<float> contact, std::span<float> habit,
                                TurnoverParameters const& p) {
  float const still_comes = 1.0f - p.habit_lost;
  auto const slots = contact.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    contact[i] *= p.contact_kept;
    habit[i] *= still_comes;
  }
}

/// A team that covers its vacant posts.
struct Cover {
  float lent;     ///< families that each present member takes on, per own family, [0, 1]
  float covered;  ///< part of the vacant posts' families that have somebody, [0, 1]
};

/// Each present member works for his families and a share of those left alone, but nobody for more
/// than twice his own.
/// @param present, vacant  families of the team's present members and of its vacant posts, >= 0
inline Cover cover(float present, float vacant, VacancyCover rule) {
  if (rule == VacancyCover::nobody || vacant <= 0.0f || present <= 0.0f) return {0, 0};
  float const lent = math::min(vacant / present, 1.0f);
  return {.lent = lent, .covered = vacant <= present ? 1.0f : present / vacant};
}

}  // namespace graduasi
