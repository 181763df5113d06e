// Low self-confidence: the belief in being able to manage alone, moved by success, setbacks,
// neighbours and strengths-based mentoring.
#pragma once

#include "base/math.h"
#include "base/past_upkeep.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Belief in being able to manage alone.
struct SelfConfidenceParameters {
  bool on = true;
  float contact_rate = 0.03f;
  float strengths_effect = 0.45f;
  float success_gain = 0.012f;
  float reference_memory = 12;
  float setback_drop = 0.05f;
  float home = 0.01f;
};

template <>
struct Table<SelfConfidenceParameters> {
  static constexpr std::string_view group = "self_confidence";
  static constexpr auto rows = std::to_array<Parameter<SelfConfidenceParameters>>({
      {"on",
       &SelfConfidenceParameters::on,
       "",
       {0, 1},
       "whether self-confidence moves",
       "choice of the user"},
      {"contact_rate",
       &SelfConfidenceParameters::contact_rate,
       "per month at full dose",
       {0, 1},
       "share of the missing confidence that good contact closes",
       "E112: 0.28 SD against weak comparison; 0 to 0.08"},
      {"strengths_effect",
       &SelfConfidenceParameters::strengths_effect,
       "ratio",
       {-1, 3},
       "how much more contact works when it builds on strengths",
       "E113, E114: 0.09 SD over other contact, not significant; the prior includes zero"},
      {"success_gain",
       &SelfConfidenceParameters::success_gain,
       "per month and unit of signal",
       {0, 0.2},
       "rise with earnings above what the family is used to",
       "E130: 0.30 SD per SD of past success"},
      {"reference_memory",
       &SelfConfidenceParameters::reference_memory,
       "months",
       {1, 60},
       "how long the family takes to get used to its earnings",
       "assumption, 6 to 24"},
      {"setback_drop",
       &SelfConfidenceParameters::setback_drop,
       "share",
       {0, 1},
       "of confidence lost with a setback",
       "assumption, 0 to 0.15"},
      {"home",
       &SelfConfidenceParameters::home,
       "per month",
       {0, 1},
       "pull to the family's home, its own level corrected by past mentoring and setbacks",
       "E131, E138: induced change lasts for years; 0.003 to 0.03"},
  });
  static_assert(describes(rows));
};

/// What moves self-confidence.
struct ConfidenceInputs {
  std::span<float const> start;       ///< the family's own level, share in [0, 1]
  std::span<float const> active;      ///< 1 while in the programme, else 0
  std::span<float const> good;        ///< dose times quality of contact, [0, 1]
  std::span<float const> hit;         ///< 1 if a setback struck or a business failed, else 0
  std::span<float const> hurt;        ///< share of it that levies and labels take this month
  std::span<float const> peer_pull;   ///< change toward the circle's mean
  std::span<float const> log_earned;  ///< of this month, log of poverty lines
  std::span<float const> waits;       ///< 1 while on the waiting list, else 0
  float strengths_share;              ///< of contact that builds on strengths, [0, 1]
  float gained = 0;  ///< by past mentoring in a month, share of what is missing at month 0
  float lost = 0;    ///< to setbacks and levies in a month, share of the level at month 0
};

/// Good contact closes a share of what is missing, more so when it builds on strengths; success
/// against what the family is used to lifts, neighbours pull, setbacks, levies and labels drop, and
/// all of it slowly returns to a home: the family's own level, lower by what past mentoring keeps
/// up and higher by what setbacks and levies take, so that it stays there on average.
/// @param confidence  share in [0, 1], changed in place
/// @param reference   earnings the family is used to, log of poverty lines, changed in place
inline void move_confidence(std::span<float> confidence, std::span<float> reference,
                            ConfidenceInputs const& in, SelfConfidenceParameters const& p) {
  float const by_contact = p.contact_rate * (1.0f + in.strengths_share * p.strengths_effect);
  float const gets_used = 1.0f / p.reference_memory;
  auto const slots = confidence.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const surprise = in.log_earned[i] - reference[i];
    float const signal = math::clip(surprise, -0.5f, 0.5f);
    reference[i] += gets_used * surprise;
    float const c = confidence[i];
    float const moved = c + in.active[i] * by_contact * in.good[i] * (1.0f - c) + in.peer_pull[i] +
                        p.success_gain * signal - (p.setback_drop * in.hit[i] + in.hurt[i]) * c +
                        p.home * (in.start[i] - c);
    float const credited = credited_to_past(in.gained, in.waits[i], in.start[i]);
    confidence[i] = math::clip01(moved + in.lost * in.start[i] - credited);
  }
}

}  // namespace graduasi
