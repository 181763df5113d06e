// The cash transfer itself, and what a family saves and spends. Spending is steadier than income:
// savings, kin and credit take part of what a good or a bad month brings.
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
  float passes = 0.7f;
  float buffers = 0.15f;
  float buffer_follows_assets = 0.8f;
  float finance_effect = 0.1f;
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
      {"passes",
       &MoneyParameters::passes,
       "share",
       {0.3, 1},
       "of a family's luck in income that its spending shows, in log points; kin, credit and "
       "savings "
       "take the rest",
       "assumption, 0.5 to 0.9: farmers smooth by livestock, loans and kin (E211, "
       "E212, E213)"},
      {"buffers",
       &MoneyParameters::buffers,
       "share",
       {0, 1},
       "of the luck of a month that spending does not show, what savings take: in while they are "
       "below "
       "their target, out while any are left",
       "assumption, 0 to 0.3"},
      {"buffer_follows_assets",
       &MoneyParameters::buffer_follows_assets,
       "share",
       {0, 1},
       "of the buffer aimed at, what goes with a family's assets at the start: families with more "
       "keep more",
       "assumption, 0.4 to 1: wealth is spread far wider than the same buffer for everybody "
       "(S208)"},
      {"finance_effect",
       &MoneyParameters::finance_effect,
       "line-months",
       {0, 5},
       "savings aimed at beyond the usual where all contact is about managing money "
       "(policy.mentoring.finance_share), at full dose and quality",
       "assumption: no controlled study of the content of P2K2 was found; exactly 0 in four draws "
       "of "
       "ten, else 0 to 0.6"},
  });
  static_assert(describes(rows));
};

/// What a family lives on this month.
struct MoneyInputs {
  std::span<float const> earned;        ///< line-months this month
  std::span<float const> income;        ///< of the business in it, line-months
  std::span<float const> shock;         ///< the family's luck in earnings, log points
  std::span<float const> paid_for;      ///< 1 while paid, else 0
  std::span<float const> top_up;        ///< cash on top of it, line-months
  std::span<float const> more_buffer;   ///< savings aimed at beyond the usual, line-months
  std::span<float const> taken;         ///< share of the payout that a levy takes, [0, 1]
  std::span<float const> paid;          ///< yearly entitlement by the record, 100,000 rupiah
  std::span<float const> persons;       ///< members of the family, >= 1
  std::span<float const> assets_start;  ///< as drawn, line-months
  float usual_assets;                   ///< their mean, line-months; 0: all aim at the same buffer
  float line_rupiah;                    ///< poverty line, rupiah per person and month
};

/// Spread of the luck in income of families whose spending shows a spread of `spending_sd`.
inline float income_shock_sd(float spending_sd, MoneyParameters const& p) {
  return spending_sd / p.passes;
}

/// Benefits are paid by quarter and spent a third a month. Of its luck a family's spending shows a
/// part, so that the law of spending stays that of the first day: savings take some of the rest,
/// while they last or lack something, kin and credit what is left. Besides, it saves toward a
/// buffer, the larger the more assets it began with.
/// @param savings  line-months, >= 0, changed in place
/// @param put_aside out: toward the buffer, line-months this month; negative: what it has too much
/// @param benefit  out: line-months this month, after levies
/// @param spending out: line-months this month, at least a tenth
inline void live_on(std::span<float> savings, std::span<float> put_aside, std::span<float> benefit,
                    std::span<float> spending, MoneyInputs const& in, MoneyParameters const& p) {
  float const per_person = (p.benefit_on ? 100000.0f / 12.0f : 0.0f) / in.line_rupiah;
  float const speed = p.saving_on ? p.buffer_speed : 0.0f;
  float const buffers = p.saving_on ? p.buffers : 0.0f;
  float const hidden = 1.0f - p.passes;
  float const follows = in.usual_assets > 0.0f ? p.buffer_follows_assets : 0.0f;
  float const same = p.buffer_target * (1.0f - follows);
  float const by_assets = follows > 0.0f ? p.buffer_target * follows / in.usual_assets : 0.0f;
  auto const slots = savings.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const earned = in.earned[i];
    float const payout = in.paid_for[i] * in.paid[i] * per_person / in.persons[i];
    float const paid = payout * (1.0f - in.taken[i]) + in.top_up[i];
    float const target = same + by_assets * in.assets_start[i] + in.more_buffer[i];
    float const put = math::clip(speed * (target - savings[i]), -savings[i], 0.1f * earned);
    float const wages = earned - in.income[i];
    float const beyond = wages - wages * math::exp(-hidden * in.shock[i]);
    float const saved = savings[i] + put;
    float const room = math::max(target - saved, 0.0f);
    put_aside[i] = put;
    benefit[i] = paid;
    savings[i] = saved + math::clip(buffers * beyond, -saved, room);
    spending[i] = math::max(earned - beyond + paid - put, 0.1f);
  }
}

}  // namespace graduasi
