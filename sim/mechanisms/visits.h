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

/// Visits of a family in a month, at most.
inline constexpr float max_visits = 30;

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

/// Visits per family and month, where those whose assessment is due come first.
struct VisitRates {
  float due = 0, others = 0;
};

/// One visit for each family due, as far as hours last; all others share what is left. Where hours
/// are enough for more than a visit to everybody, all have as many.
/// @param hours        for visits and assessments, >= 0
/// @param visit        hours of a visit, > 0
/// @param assessment   hours that it takes on top where the family is due, >= 0
/// @param due          families, of all `families`; both >= 0
inline VisitRates due_first(float hours, float visit, float assessment, float due, float families) {
  float const equal = (hours - due * assessment) / (visit * math::max(families, 1.0f));
  if (equal >= 1.0f || due <= 0.0f) return {equal, equal};
  float const wanted = due * (visit + assessment);
  float const first = math::min(hours / wanted, 1.0f);
  float const others = (hours - first * wanted) / (visit * math::max(families - due, 1.0f));
  return {first, math::max(others, 0.0f)};
}

/// @param rate  out: visits per month of each family
/// @param due   1 if its assessment is due, else 0
inline void visit_due_first(std::span<float> rate, std::span<float const> due,
                            VisitRates const& rates) {
  auto const slots = rate.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) rate[i] = due[i] > 0.0f ? rates.due : rates.others;
}

}  // namespace graduasi
