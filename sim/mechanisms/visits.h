// Targeting of home visits: which families of a caseload are visited, where there are too few hours
// for all.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Places of the scale on which families are ranked for a visit.
inline constexpr std::int32_t visit_ranks = 128;

/// Ranks families for visits: the lowest rank comes first.
/// @param rank      out: 0 to 127 for active families, `visit_ranks` for all others
/// @param recorded  welfare by the record, 0 to 127, higher is better off
/// @param lot       a number that the family keeps for good, 0 to 127
inline void rank_for_visits(std::span<std::int32_t> rank, std::span<float const> active,
                            std::span<std::int32_t const> recorded,
                            std::span<std::int32_t const> lot, VisitTargeting rule) {
  std::int32_t const poorest = rule == VisitTargeting::neediest ? 1 : 0;
  std::int32_t const best = rule == VisitTargeting::nearest ? 1 : 0;
  std::int32_t const by_lot = rule == VisitTargeting::random ? 1 : 0;
  auto const slots = rank.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const here =
        poorest * recorded[i] + best * (visit_ranks - 1 - recorded[i]) + by_lot * lot[i];
    rank[i] = active[i] > 0.0f ? here : visit_ranks;
  }
}

/// Families with a rank below the border.
inline std::int32_t ranked_below(std::span<std::int32_t const> rank, std::int32_t border) {
  std::int32_t below = 0;
  auto const slots = rank.size();
#pragma omp simd reduction(+ : below)
  for (std::size_t i = 0; i < slots; ++i) below += rank[i] < border ? 1 : 0;
  return below;
}

/// Gives all visits to the first part of the ranking; families of the rank at its border share what
/// is left, so that the number of visits is the same under every rule.
/// @param rate   out: visits per month of each family
/// @param equal  visits per month and family if they were spread evenly
/// @param focus  share of families that get all visits, (0, 1]
inline void focus_visits(std::span<float> rate, std::span<std::int32_t const> rank, float equal,
                         float focus) {
  std::int32_t const all = ranked_below(rank, visit_ranks);
  float const wanted = focus * static_cast<float>(all);
  std::int32_t border = 0;
  for (std::int32_t step = visit_ranks / 2; step > 0; step /= 2) {
    bool const short_of = static_cast<float>(ranked_below(rank, border + step)) < wanted;
    border += short_of ? step : 0;
  }
  auto const inside = static_cast<float>(ranked_below(rank, border));
  auto const at_border = static_cast<float>(ranked_below(rank, border + 1)) - inside;
  float const full = equal / focus;
  float const rest = at_border > 0.0f ? full * (wanted - inside) / at_border : 0.0f;
  auto const slots = rate.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const near = rank[i] == border ? rest : 0.0f;
    rate[i] = rank[i] < border ? full : near;
  }
}

}  // namespace graduasi
