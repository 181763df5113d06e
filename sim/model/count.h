// Counts a caseload's month, in 32-bit integers inside a tile and 64 bits above.
#pragma once

#include "mechanisms/readiness.h"
#include "model/tile.h"
#include "tallies/tally.h"

namespace graduasi {

/// A share or a line-month in units of 1/65,536.
inline std::int32_t in_units(float x) { return static_cast<std::int32_t>(x * 65536.0f); }

/// Families by state, before this month's exits are packed into the flags.
inline void count_states(Tally& tally, Tile const& t, HouseholdsView const& h, int ready_months,
                         float poorest_below) {
  auto const slots = t.active.size();
  std::int32_t families = 0, active = 0, without = 0, able = 0, outside = 0;
  std::int32_t raised = 0, own = 0, natural = 0;
#pragma omp simd reduction(+ : families, active, without, able, outside)
  for (std::size_t i = 0; i < slots; ++i) {
    float const in =
        t.active[i] - t.leaves_natural[i] - t.left_raised[i] - t.left_own[i] + t.returns[i];
    float const none = t.entitlement[i] > 0.0f ? 0.0f : in;
    float const ready = t.ready_for[i] >= ready_months ? in : 0.0f;
    float const rich = h.permanent[i] + h.shock[i] > poorest_below ? in : 0.0f;
    families += counted(t.active[i] + t.gone[i]);
    active += counted(in);
    without += counted(none);
    able += counted(ready);
    outside += counted(rich);
  }
#pragma omp simd reduction(+ : raised, own, natural)
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const status = flags::status.get(h.flags[i]);
    float const stays_out = t.gone[i] - t.returns[i];
    raised += counted((status == 1u ? stays_out : 0.0f) + t.left_raised[i]);
    own += counted((status == 2u ? stays_out : 0.0f) + t.left_own[i]);
    natural += counted((status == 5u ? stays_out : 0.0f) + t.leaves_natural[i]);
  }
  tally[Count::families] += families;
  tally[Count::active] += active;
  tally[Count::without_component] += without;
  tally[Count::able] += able;
  tally[Count::outside_poorest] += outside;
  tally[Count::raised] += raised;
  tally[Count::own_request] += own;
  tally[Count::natural] += natural;
}

/// Sums over active families, and poverty over all persons.
inline void count_welfare(Tally& tally, Tile const& t, HouseholdsView const& h) {
  auto const slots = t.active.size();
  std::int32_t persons = 0, poor = 0, gap = 0, confidence = 0, skills = 0, paid = 0;
#pragma omp simd reduction(+ : persons, poor, gap)
  for (std::size_t i = 0; i < slots; ++i) {
    float const size = (t.active[i] + t.gone[i]) * t.persons[i];
    float const below = t.spending[i] < 1.0f ? size : 0.0f;
    persons += counted(size);
    poor += counted(below);
    gap += in_units(below * (1.0f - t.spending[i]));
  }
#pragma omp simd reduction(+ : confidence, skills, paid)
  for (std::size_t i = 0; i < slots; ++i) {
    float const in =
        t.active[i] - t.leaves_natural[i] - t.left_raised[i] - t.left_own[i] + t.returns[i];
    confidence += in_units(in * h.confidence[i]);
    skills += in_units(in * h.skills[i]);
    paid += counted(in * t.paid[i]);
  }
  tally[Count::persons] += persons;
  tally[Count::poor_persons] += poor;
  tally[Count::poverty_gap] += gap;
  tally[Count::confidence] += confidence;
  tally[Count::skills] += skills;
  tally[Count::paid] += paid;
}

/// Exits, and whether they were right.
inline void count_exits(Tally& tally, Tile const& t, HouseholdsView const& h, int ready_months) {
  auto const slots = t.active.size();
  std::int32_t raised = 0, own = 0, natural = 0, first_self = 0, first_natural = 0;
  std::int32_t premature = 0, missed = 0, sustained = 0, fallen = 0, returned = 0;
#pragma omp simd reduction(+ : raised, own, natural, first_self, first_natural)
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const self = counted(t.left_raised[i] + t.left_own[i]);
    std::int32_t const first = 1 - as_int(flags::left_before.get(h.flags[i]));
    raised += counted(t.left_raised[i]);
    own += counted(t.left_own[i]);
    natural += counted(t.leaves_natural[i]);
    first_self += self * first;
    first_natural += counted(t.leaves_natural[i]) * first;
  }
#pragma omp simd reduction(+ : premature, missed, sustained, fallen, returned)
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const f = h.flags[i];
    float const self = t.left_raised[i] + t.left_own[i];
    float const stays = t.active[i] - t.leaves_natural[i] - self;
    premature += counted(t.ready_for[i] < ready_months ? self : 0.0f);
    missed += counted(t.ready_for[i] == ready_months + 12 ? stays : 0.0f);
    // 23 before this month's step: the 24th month outside ends now.
    float const two_years = flags::since_exit.get(f) == 23u ? t.gone[i] : 0.0f;
    float const self_reliant = flags::status.get(f) < 3u ? two_years : 0.0f;
    sustained += counted(self_reliant * (1.0f - t.fallen[i]) * (1.0f - t.returns[i]));
    fallen += counted(t.falls[i]);
    returned += counted(t.returns[i]);
  }
  tally[Count::left_raised] += raised;
  tally[Count::left_own_request] += own;
  tally[Count::left_natural] += natural;
  tally[Count::first_left_self_reliant] += first_self;
  tally[Count::first_left_natural] += first_natural;
  tally[Count::premature] += premature;
  tally[Count::missed] += missed;
  tally[Count::sustained] += sustained;
  tally[Count::fallen_back] += fallen;
  tally[Count::returned] += returned;
}

/// What facilitators did with these families.
struct Served {
  std::int32_t visits = 0, offered = 0, assessed = 0, active = 0;
};

inline Served count_contacts(Tally& tally, Tile const& t) {
  auto const slots = t.active.size();
  std::int32_t visits = 0, offered = 0, attended = 0, assessed = 0, found = 0, active = 0;
  std::int32_t asked = 0, clearly = 0, agreed = 0;
#pragma omp simd reduction(+ : visits, offered, attended, assessed, found, active)
  for (std::size_t i = 0; i < slots; ++i) {
    visits += counted(t.visits[i]);
    offered += counted(t.offered[i] * t.active[i]);
    attended += counted(t.attended[i]);
    assessed += counted(t.assessed[i]);
    found += counted(t.found_able[i]);
    active += counted(t.active[i] - t.leaves_natural[i] - t.left_raised[i] - t.left_own[i] +
                      t.returns[i]);
  }
  constexpr float log_of_three_halves = 0.405465108f;
#pragma omp simd reduction(+ : asked, clearly, agreed)
  for (std::size_t i = 0; i < slots; ++i) {
    float const clear = t.log_earned[i] > log_of_three_halves ? t.asked[i] : 0.0f;
    asked += counted(t.asked[i]);
    clearly += counted(clear);
    agreed += counted(clear * (t.left_raised[i] + t.left_own[i]));
  }
  tally[Count::visits] += visits;
  tally[Count::offered] += offered;
  tally[Count::attended] += attended;
  tally[Count::assessed] += assessed;
  tally[Count::found_able] += found;
  tally[Count::asked] += asked;
  tally[Count::asked_clearly_able] += clearly;
  tally[Count::agreed_clearly_able] += agreed;
  return {visits, offered, assessed, active};
}

}  // namespace graduasi
