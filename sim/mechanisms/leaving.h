// The decision of a family to leave: ready or not, it weighs what it earns, owns, believes and
// would lose.
#pragma once

#include "base/columns.h"
#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// The decision of a family to leave.
struct LeavingParameters {
  bool on = true;
  float own_request_rate = 0.001f;
  float base = -0.2f;
  float of_readiness = 2;
  float of_buffer = 0.8f;
  float of_confidence = 2;
  float of_benefit = 4;
  float of_encouragement = 0.5f;
  float of_norm = 1;
  float of_bonus = 0.3f;
  float of_guarantee = 0.5f;
  float trait_sd = 1;
};

template <>
struct Table<LeavingParameters> {
  static constexpr std::string_view group = "leaving";
  static constexpr auto rows = std::to_array<Parameter<LeavingParameters>>({
      {"on",
       &LeavingParameters::on,
       "",
       {0, 1},
       "whether families may decide to leave",
       "choice of the user"},
      {"own_request_rate",
       &LeavingParameters::own_request_rate,
       "per month",
       {0, 0.1},
       "families above the line that weigh leaving unasked",
       "assumption, 0 to 0.005"},
      {"base",
       &LeavingParameters::base,
       "logit",
       {-6, 6},
       "willingness of an average family",
       "S168d: 0.70 of clearly able families agree"},
      {"of_readiness",
       &LeavingParameters::of_readiness,
       "logit per log point",
       {0, 10},
       "of earnings above the line",
       "assumption, 0.5 to 4"},
      {"of_buffer",
       &LeavingParameters::of_buffer,
       "logit per line-month",
       {0, 10},
       "of savings, up to one line-month",
       "assumption, 0 to 2"},
      {"of_confidence",
       &LeavingParameters::of_confidence,
       "logit per unit",
       {0, 10},
       "of self-confidence",
       "S145: attitude 0.49; 0 to 4"},
      {"of_benefit",
       &LeavingParameters::of_benefit,
       "logit per share of income",
       {0, 20},
       "against leaving: the benefit that would be lost",
       "E192: 1 to 8"},
      {"of_encouragement",
       &LeavingParameters::of_encouragement,
       "logit at full dose and quality",
       {0, 10},
       "of contact; quality counts by its square root",
       "assumption, 0 to 2"},
      {"of_norm",
       &LeavingParameters::of_norm,
       "logit per share",
       {0, 10},
       "of the circle's families that have left self-reliantly, not long ago",
       "S145: norm 0.22; 0 to 3"},
      {"of_bonus",
       &LeavingParameters::of_bonus,
       "logit per line-month",
       {0, 10},
       "of a bonus paid at the exit",
       "assumption, 0 to 1"},
      {"of_guarantee",
       &LeavingParameters::of_guarantee,
       "logit",
       {0, 10},
       "of the promise to be taken back after falling back",
       "assumption, 0 to 1"},
      {"trait_sd",
       &LeavingParameters::trait_sd,
       "logit",
       {0, 4},
       "fixed differences between families",
       "assumption, 0 to 2"},
  });
  static_assert(describes(rows));
};

/// What a family weighs.
struct LeavingInputs {
  std::span<float const> may;              ///< 1 if still in the programme, else 0
  std::span<float const> raised;           ///< 1 if the facilitator proposes it, else 0
  std::span<float const> log_earned;       ///< log of poverty lines
  std::span<float const> earned, benefit;  ///< line-months this month
  std::span<float const> savings;          ///< line-months
  std::span<float const> confidence;       ///< share in [0, 1]
  std::span<float const> dose;             ///< of contact, share in [0, 1)
  float root_quality = 1;                  ///< square root of its quality, share in [0, 1]
  std::span<float const> willing;          ///< fixed trait of the family, standard normal
  std::span<float const> norm;             ///< share of the circle that has left, [0, 1]
  std::span<float const> labelled;         ///< 1 if the house is labelled, else 0
  std::span<float const> own_draw, decision_draw, approval_draw;  ///< uniform in [0, 1)
  float approval = 1;            ///< share of proposals that are approved, [0, 1]
  float assessed_out_share = 0;  ///< of those raised that do not agree, [0, 1]
  float more_requests = 0;       ///< that a label adds, for each usual one
  float bonus = 0;               ///< at the exit, line-months
  float guarantee = 0;  ///< share of those who are poor after it that are taken back, [0, 1]
};

/// Who weighs leaving, and what brought it about. At most one of the three is 1.
/// @param asked   out: 1 if the family weighs leaving, else 0
/// @param raised  out: 1 if it was proposed to it
/// @param own     out: 1 if it asked by itself
/// @param label   out: 1 if only the label made it ask
inline void ask(std::span<float> asked, std::span<float> raised, std::span<float> own,
                std::span<float> label, LeavingInputs const& in, LeavingParameters const& p) {
  float const works = p.on ? 1.0f : 0.0f;
  auto const slots = asked.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const proposed = works * in.may[i] * in.raised[i];
    float const above = in.log_earned[i] > 0.0f ? works * in.may[i] : 0.0f;
    float const usual = in.own_draw[i] < p.own_request_rate ? above : 0.0f;
    float const rate = p.own_request_rate * (1.0f + in.more_requests * in.labelled[i]);
    float const shamed = in.own_draw[i] < rate ? works * in.may[i] * in.labelled[i] : 0.0f;
    float const requests = math::max(usual, shamed);
    float const unasked = requests * (1.0f - proposed);
    asked[i] = proposed + unasked;
    raised[i] = proposed;
    own[i] = unasked * usual;
    label[i] = unasked * (1.0f - usual);
  }
}

/// What those of one register who weigh it answer.
/// @param raised, own, label  1 if the family weighs leaving for that; stays 1 if it leaves
/// @param assessed_out        out: 1 if it refuses and is taken off all the same, else 0
/// @param for_all             inclination that all share, logit
inline void answer(std::span<float> raised, std::span<float> own, std::span<float> label,
                   std::span<float> assessed_out, std::size_t from, float for_all,
                   LeavingInputs const& in, LeavingParameters const& p) {
  float const encouragement = p.of_encouragement * in.root_quality;
#pragma omp simd
  for (std::size_t i = from; i < from + lanes; ++i) {
    float const y = in.log_earned[i];
    float const inclination =
        for_all + p.of_readiness * math::clip(y, -1.0f, 1.0f) +
        p.of_buffer * math::min(in.savings[i], 1.0f) + p.of_confidence * (in.confidence[i] - 0.5f) -
        p.of_benefit * in.benefit[i] / (in.benefit[i] + in.earned[i]) + encouragement * in.dose[i] +
        p.of_norm * in.norm[i] + p.trait_sd * in.willing[i];
    // u < 1 / (1 + e^-x), without the division.
    float const u = in.decision_draw[i];
    float const agrees = u + u * math::exp(-inclination) < 1.0f ? 1.0f : 0.0f;
    float const leaves = in.approval_draw[i] < in.approval ? agrees : 0.0f;
    float const refuses = raised[i] * (1.0f - agrees);
    assessed_out[i] = in.approval_draw[i] < in.assessed_out_share ? refuses : 0.0f;
    raised[i] *= leaves;
    own[i] *= leaves;
    label[i] *= leaves;
  }
}

/// Readiness is not willingness: a family that is approached, or asks by itself, weighs what it
/// earns, its buffer, its confidence and the benefit it would lose; then the proposal needs
/// approval.
/// @param asked        out: 1 if the family weighed leaving, else 0
/// @param left_raised  out: 1 if it leaves after being raised, else 0
/// @param left_own     out: 1 if it leaves at its own request, else 0
/// @param left_label   out: 1 if it leaves by a request that only the label brought about, else 0
/// @param assessed_out out: 1 if it does not agree and is taken off all the same, else 0
inline void decide(std::span<float> asked, std::span<float> left_raised, std::span<float> left_own,
                   std::span<float> left_label, std::span<float> assessed_out,
                   LeavingInputs const& in, LeavingParameters const& p) {
  ask(asked, left_raised, left_own, left_label, in, p);
  float const for_all = p.base + p.of_bonus * in.bonus + p.of_guarantee * in.guarantee;
  for (std::size_t from = 0; from < asked.size(); from += lanes) {
    if (any_in_register(asked, from))
      answer(left_raised, left_own, left_label, assessed_out, from, for_all, in, p);
    else
      for (std::size_t i = from; i < from + lanes; ++i) assessed_out[i] = 0;
  }
}

/// What a family that leaves self-reliantly is paid goes into its savings.
/// @param savings  line-months, changed in place
inline void pay_bonus(std::span<float> savings, std::span<float const> left_raised,
                      std::span<float const> left_own, std::span<float const> left_label,
                      float bonus) {
  auto const slots = savings.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    savings[i] += bonus * (left_raised[i] + left_own[i] + left_label[i]);
}

}  // namespace graduasi
