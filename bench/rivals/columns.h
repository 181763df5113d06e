// The mini model as graduasi writes a month: columns, keyed draws, a short loop for each rule.
#pragma once

#include "base/columns.h"
#include "base/math.h"
#include "random/threefry.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi::bench {

/// The numbers of the rules.
struct MiniParameters {
  float attendance = 0.5f, of_confidence = 0.4f;  ///< chance to attend in a month
  float learning = 0.02f, growth = 0.01f;         ///< shares of what is missing, each session
  float kept = 0.995f;                            ///< of self-confidence, in a month without
  float pull = 0.05f;                             ///< of log earnings to their level, each month
  float of_skill = 0.3f, level = -0.1f;           ///< log points
  float shock = 0.2f;                             ///< width of a month's luck, log points
  float put_aside = 0.1f, needs = 0.95f;          ///< share of what is earned beyond needs
  float enough_earned = 1.3f, enough_saved = 0.5f;
  float leaving = 0.02f;  ///< chance in a month at full self-confidence
};

/// One value per family. Spans view, columns own.
template <template <class> class Form>
struct MiniColumns {
  Form<float> confidence, skill, log_earnings, savings;
  Form<float> active;  ///< 1 until the family leaves, then 0
};

using MiniFamilies = MiniColumns<SpanOf>;

/// Slots that are walked at a time, so that what a month touches stays in the first cache.
inline constexpr std::size_t mini_slots = 512;

/// What a month needs of `mini_slots` families besides their columns.
struct alignas(64) MiniTile {
  float attend[mini_slots + lanes], luck[mini_slots + lanes], leave[mini_slots + lanes];
  float earned[mini_slots + lanes];
};

/// Three uniform numbers in [0, 1) for each family: of its number, the month and the key alone.
inline void draw_month(std::span<float> attend, std::span<float> luck, std::span<float> leave,
                       std::uint32_t first_id, std::uint32_t month, Key key) {
  auto const slots = whole_registers(attend.size());
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words = threefry4x32(first_id + static_cast<std::uint32_t>(i), month, 0, 0, key.seed,
                                    key.replicate);
    attend[i] = math::uniform(words.word[0]);
    luck[i] = math::uniform(words.word[1]);
    leave[i] = math::uniform(words.word[2]);
  }
}

/// Who attends learns and gains confidence; who does not, loses a little.
inline void attend_sessions(MiniFamilies const& f, std::span<float const> draw,
                            MiniParameters const& p) {
  std::span<float> const confidence = f.confidence, skill = f.skill, active = f.active;
  auto const slots = whole_registers(confidence.size());
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const chance = p.attendance + p.of_confidence * confidence[i];
    float const came = draw[i] < chance ? active[i] : 0.0f;
    float const encouraged = confidence[i] + p.growth * (1.0f - confidence[i]);
    skill[i] += came * p.learning * (1.0f - skill[i]);
    confidence[i] = came > 0.0f ? encouraged : confidence[i] * p.kept;
  }
}

/// Earnings move to where skill has them, by luck; what is left after needs is put aside.
inline void earn(MiniFamilies const& f, std::span<float> earned, std::span<float const> luck,
                 MiniParameters const& p) {
  std::span<float> const log_earnings = f.log_earnings, savings = f.savings;
  std::span<float const> const skill = f.skill;
  auto const slots = whole_registers(earned.size());
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const expected = p.of_skill * skill[i] + p.level;
    log_earnings[i] += p.pull * (expected - log_earnings[i]) + p.shock * (luck[i] - 0.5f);
    earned[i] = math::exp(log_earnings[i]);
    savings[i] = math::max(0.0f, savings[i] + p.put_aside * (earned[i] - p.needs));
  }
}

/// Families that earn and own enough may leave.
inline void weigh_leaving(MiniFamilies const& f, std::span<float const> earned,
                          std::span<float const> draw, MiniParameters const& p) {
  std::span<float> const active = f.active;
  std::span<float const> const confidence = f.confidence, savings = f.savings;
  auto const slots = whole_registers(active.size());
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const chance = earned[i] > p.enough_earned ? p.leaving * confidence[i] : 0.0f;
    float const weighed = savings[i] > p.enough_saved ? chance : 0.0f;
    active[i] = draw[i] < weighed ? 0.0f : active[i];
  }
}

/// A month of all families.
inline void mini_month(MiniFamilies const& all, MiniTile& tile, std::uint32_t month, Key key,
                       MiniParameters const& p) {
  for (std::size_t first = 0; first < all.active.size(); first += mini_slots) {
    auto const slots = std::min(mini_slots, all.active.size() - first);
    MiniFamilies const f = {all.confidence.subspan(first, slots), all.skill.subspan(first, slots),
                            all.log_earnings.subspan(first, slots),
                            all.savings.subspan(first, slots), all.active.subspan(first, slots)};
    std::span const attend(tile.attend, slots), luck(tile.luck, slots), leave(tile.leave, slots),
        earned(tile.earned, slots);
    draw_month(attend, luck, leave, static_cast<std::uint32_t>(first), month, key);
    attend_sessions(f, attend, p);
    earn(f, earned, luck, p);
    weigh_leaving(f, earned, leave, p);
  }
}

}  // namespace graduasi::bench
