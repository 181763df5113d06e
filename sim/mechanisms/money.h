// The cash transfer itself, and what a family saves and spends.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Benefit, savings and spending.
struct MoneyParameters {
  bool benefit_on = true;
  bool saving_on = true;
  float buffer_target = 0.3f;
  float buffer_speed = 0.1f;
};

template <>
struct Table<MoneyParameters> {
  static constexpr std::string_view group = "money";
  static constexpr auto rows = std::to_array<Parameter<MoneyParameters>>({
      {"benefit_on",
       &MoneyParameters::benefit_on,
       "",
       {0, 1},
       "whether active families are paid",
       "choice of the user"},
      {"saving_on",
       &MoneyParameters::saving_on,
       "",
       {0, 1},
       "whether families save and draw on savings",
       "choice of the user"},
      {"buffer_target",
       &MoneyParameters::buffer_target,
       "line-months",
       {0, 5},
       "savings that a family aims at",
       "assumption, 0.1 to 1"},
      {"buffer_speed",
       &MoneyParameters::buffer_speed,
       "per month",
       {0, 1},
       "part of what is missing in the buffer that is saved in a month",
       "assumption, 0.03 to 0.3"},
  });
  static_assert(describes(rows));
};

/// What a family lives on this month.
struct MoneyInputs {
  std::span<float const> earned;       ///< line-months this month
  std::span<float const> paid_for;     ///< 1 while paid, else 0
  std::span<float const> top_up;       ///< cash on top of it, line-months
  std::span<float const> more_buffer;  ///< savings aimed at beyond the usual, line-months
  std::span<float const> taken;        ///< share of the payout that a levy takes, [0, 1]
  std::span<float const> paid;         ///< yearly entitlement by the record, 100,000 rupiah
  std::span<float const> persons;      ///< members of the family, >= 1
  float line_rupiah;                   ///< poverty line, rupiah per person and month
};

/// Benefits are paid by quarter and spent a third a month; a family saves toward a buffer, and
/// draws on it, within what it has.
/// @param savings  line-months, >= 0, changed in place
/// @param put_aside out: into savings, line-months this month; negative: drawn
/// @param benefit  out: line-months this month, after levies
/// @param spending out: line-months this month, at least a tenth
inline void live_on(std::span<float> savings, std::span<float> put_aside, std::span<float> benefit,
                    std::span<float> spending, MoneyInputs const& in, MoneyParameters const& p) {
  float const per_person = (p.benefit_on ? 100000.0f / 12.0f : 0.0f) / in.line_rupiah;
  float const speed = p.saving_on ? p.buffer_speed : 0.0f;
  auto const slots = savings.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const income = in.earned[i];
    float const payout = in.paid_for[i] * in.paid[i] * per_person / in.persons[i];
    float const paid = payout * (1.0f - in.taken[i]) + in.top_up[i];
    float const wish = speed * (p.buffer_target + in.more_buffer[i] - savings[i]);
    float const put = math::clip(wish, -savings[i], 0.1f * income);
    put_aside[i] = put;
    benefit[i] = paid;
    savings[i] += put;
    spending[i] = math::max(income + paid - put, 0.1f);
  }
}

}  // namespace graduasi
