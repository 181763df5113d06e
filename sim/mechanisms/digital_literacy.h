// Low digital literacy: whether a family can use its card, a cash machine and a telephone, which
// also keeps cards from being held by others.
#pragma once

#include "base/math.h"
#include "base/past_upkeep.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Being able to use the card, a cash machine, a telephone.
struct DigitalLiteracyParameters {
  bool on = true;
  float learning_rate = 0.05f;
  float session_rate = 0.05f;
  float fading_rate = 0.01f;
};

template <>
struct Table<DigitalLiteracyParameters> {
  static constexpr std::string_view group = "digital_literacy";
  static constexpr auto rows = std::to_array<Parameter<DigitalLiteracyParameters>>({
      {"on",
       &DigitalLiteracyParameters::on,
       "",
       {0, 1},
       "whether digital literacy moves",
       "choice of the user"},
      {"learning_rate",
       &DigitalLiteracyParameters::learning_rate,
       "per month at full dose",
       {0, 1},
       "share of what is missing that good contact closes",
       "assumption, 0.02 to 0.15"},
      {"session_rate",
       &DigitalLiteracyParameters::session_rate,
       "per session",
       {0, 1},
       "share of what is missing that a session given to it closes, at full quality",
       "assumption, 0.01 to 0.1"},
      {"fading_rate",
       &DigitalLiteracyParameters::fading_rate,
       "per month",
       {0, 1},
       "share of the distance to home that is closed: what was gained fades",
       "assumption, 0 to 0.03"},
  });
  static_assert(describes(rows));
};

/// What teaches.
struct DigitalInputs {
  std::span<float const> start;     ///< at month 0, share in [0, 1]
  std::span<float const> good;      ///< dose times quality of contact, [0, 1)
  std::span<float const> attended;  ///< sessions this month
  std::span<float const> waits;     ///< 1 while on the waiting list, else 0
  float digital_share;              ///< of sessions that are given to it, [0, 1]
  float quality;                    ///< of contact, share in [0, 1]
  float upkeep = 0;                 ///< as in SkillInputs
};

/// Contact and sessions given to it close a share of what is missing; it fades toward a home below
/// the start by what past mentoring keeps up, as skills do.
/// @param digital  share in [0, 1], changed in place
inline void learn_digital(std::span<float> digital, DigitalInputs const& in,
                          DigitalLiteracyParameters const& p) {
  float const by_session = p.session_rate * in.digital_share * in.quality;
  auto const slots = digital.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const taught =
        math::min(p.learning_rate * in.good[i] + by_session * in.attended[i], 1.0f);
    float const credited = credited_to_past(in.upkeep, in.waits[i], in.start[i]);
    float const after = digital[i] + taught * (1.0f - digital[i]) - credited -
                        p.fading_rate * (digital[i] - in.start[i]);
    digital[i] = math::clip01(after);
  }
}

}  // namespace graduasi
