// Luck of a family and of its district: shocks that fade, setbacks such as illness or theft, and
// the business cycle.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Luck of a family and of its district.
struct ShocksParameters {
  bool on = true;
  float keep = 0.975f;
  float cycle_sd = 0.03f;
  float cycle_keep = 0.95f;
  float setback_rate = 0.004f;
  float setback_loss = 0.3f;
  float health_effect = 0.1f;
};

template <>
struct Table<ShocksParameters> {
  static constexpr std::string_view group = "shocks";
  static constexpr auto rows = std::to_array<Parameter<ShocksParameters>>({
      {"on",
       &ShocksParameters::on,
       "",
       {0, 1},
       "whether shocks and the cycle move and setbacks strike; off, the first day's luck stays",
       "choice of the user"},
      {"keep",
       &ShocksParameters::keep,
       "per month",
       {0, 0.9999},
       "part of a persistent shock that is left after a month",
       "E156, E157: 0.74 a year"},
      {"cycle_sd",
       &ShocksParameters::cycle_sd,
       "log points",
       {0, 0.3},
       "spread of a district's business cycle",
       "assumption, 0 to 0.08"},
      {"cycle_keep",
       &ShocksParameters::cycle_keep,
       "per month",
       {0, 0.9999},
       "part of the cycle that is left after a month",
       "assumption, 0.9 to 0.98"},
      {"setback_rate",
       &ShocksParameters::setback_rate,
       "per month",
       {0, 0.2},
       "chance of a setback: illness, theft, a failed harvest",
       "assumption, 0 to 0.02"},
      {"setback_loss",
       &ShocksParameters::setback_loss,
       "share",
       {0, 1},
       "part of savings and assets that a setback takes",
       "assumption, 0.1 to 0.6"},
      {"health_effect",
       &ShocksParameters::health_effect,
       "share",
       {0, 1},
       "of setbacks prevented where all contact is about health (policy.mentoring.health_share), "
       "at "
       "full dose and quality",
       "assumption: no controlled study of the content of P2K2 was found; exactly 0 in four draws "
       "of "
       "ten, else 0 to 0.6"},
  });
  static_assert(describes(rows));
};

/// The persistent part of a family's luck: an autoregression whose spread stays `sd` for good.
/// @param shock  log points, one per slot, changed in place
/// @param luck   standard normal draws
/// @param sd     spread of the shock in this district, log points
inline void move_shocks(std::span<float> shock, std::span<float const> luck, float sd,
                        ShocksParameters const& p) {
  float const fresh = sd * std::sqrt(1.0f - p.keep * p.keep);
  auto const slots = shock.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) shock[i] = p.keep * shock[i] + fresh * luck[i];
}

/// What decides over setbacks.
struct SetbackInputs {
  std::span<float const> draw;  ///< uniform in [0, 1)
  std::span<float const> good;  ///< dose times quality of the contact remembered, [0, 1)
  float prevented = 0;  ///< share of setbacks, by contact of full dose and quality on health
};

/// Illness, theft or a failed harvest: rare, and it takes part of savings and assets.
/// @param hit      out: 1 if a setback struck this month, else 0
/// @param savings, assets  line-months, changed in place
inline void strike(std::span<float> hit, std::span<float> savings, std::span<float> assets,
                   SetbackInputs const& in, ShocksParameters const& p) {
  auto const slots = hit.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const chance = p.setback_rate * (1.0f - in.prevented * in.good[i]);
    float const struck = in.draw[i] < chance ? 1.0f : 0.0f;
    hit[i] = struck;
    savings[i] -= struck * p.setback_loss * savings[i];
    assets[i] -= struck * p.setback_loss * assets[i];
  }
}

/// A district's business cycle after a month, log points of earnings.
inline float cycle_after_month(float cycle, float luck, ShocksParameters const& p) {
  return p.cycle_keep * cycle + p.cycle_sd * std::sqrt(1.0f - p.cycle_keep * p.cycle_keep) * luck;
}

}  // namespace graduasi
