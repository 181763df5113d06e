// Families that stand for everybody, and a quarter of their lives by the steps of the month.
#pragma once

#include "mechanisms/care.h"
#include "mechanisms/life_cycle.h"
#include "mechanisms/member_clocks.h"
#include "random/draws.h"

#include <cstdint>
#include <span>

namespace graduasi {

/// Columns of typical families, a multiple of `lanes` long, and the quarter through which they
/// live.
struct TypicalLives {
  std::span<std::uint32_t> members, adult;       ///< see `Followed`; changed in place
  std::span<float> persons;                      ///< changed in place
  std::span<std::int32_t> grown, working;        ///< see `AtHome`; changed in place
  std::span<std::uint32_t const> female_headed;  ///< 1 where a woman heads the family, else 0
  std::span<float> change;                       ///< out: of lasting earnings, log points
  std::span<float> hours_before, hours;          ///< room: log of earning hours left by care
  MemberDraws draws;                             ///< room
  std::span<std::uint32_t> happened;             ///< room
  std::span<float> entitlement;                  ///< room
  std::span<float const> nothing;                ///< zeros
  int quarter;                                   ///< of their lives, from 1 on
  Key key;
  QuarterRisks const& risks;
  LifeQuarter const& life;
  CareNeeds care;
  BenefitLevers const& pays;
};

/// Earnings move with the hours that care frees or takes.
inline void add_freed_hours(TypicalLives const& t) {
  std::span<float> const change = t.change;
  std::span<float const> const before = t.hours_before, now = t.hours;
  auto const slots = change.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) change[i] += now[i] - before[i];
}

inline void live_typical_quarter(TypicalLives const& t) {
  draw_members(t.draws,
               {.first_id = 0, .month = static_cast<std::uint32_t>(t.quarter), .key = t.key},
               Monthly::members);
  if (t.care.any()) look_at_care(t.hours_before, t.members, t.grown, t.female_headed, t.care);
  pass_quarter(t.members, t.adult, t.entitlement, t.happened,
               {.risk_a = t.draws.risk_a,
                .risk_b = t.draws.risk_b,
                .birth = t.draws.birth,
                .unpaid = t.nothing,
                .good = t.nothing},
               t.risks, t.pays);
  live_a_quarter(t.persons, t.grown, t.working, t.change,
                 {.members = t.members,
                  .happened = t.happened,
                  .leavers_a = t.draws.leavers_a,
                  .leavers_b = t.draws.leavers_b,
                  .moves = t.draws.moves},
                 t.life);
  if (!t.care.any()) return;
  look_at_care(t.hours, t.members, t.grown, t.female_headed, t.care);
  add_freed_hours(t);
}

}  // namespace graduasi
