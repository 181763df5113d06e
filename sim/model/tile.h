// The working arrays of a caseload's month. A caseload is walked in tiles of at most `tile_slots`
// slots, so that everything a month touches stays in the first cache.
#pragma once

#include "agents/households.h"
#include "base/columns.h"

#include <cstdint>
#include <span>

namespace graduasi {

inline constexpr std::size_t tile_slots = 512;

/// One array per quantity, valid for the month and tile at hand.
template <template <class> class Form>
struct TileColumns {
  // unpacked from the flags
  Form<float> active, gone, fallen;
  Form<std::int32_t> since_assessed, ready_for, below_for;
  // unpacked from record, start and traits
  Form<float> paid, entitlement, persons;
  Form<float> confidence_start, skills_start, habit_start, willing, clash;
  // draws
  Form<float> luck, survey, setback, attendance, visit, check, own_request, reluctance;
  Form<float> sight, decision, approval, comeback;
  Form<std::uint32_t> risk_a, risk_b, birth;
  // what happens this month
  Form<float> hit, offered, attended, visits, dose, good;
  Form<float> log_earned, earned, benefit, spending;
  Form<float> leaves_natural, may_leave, assessed, found_able, raised;
  Form<float> asked, left_raised, left_own, falls, returns;
};

template <class T>
struct alignas(64) TileArray {
  T values[tile_slots];
};

using TileStorage = TileColumns<TileArray>;
using Tile = TileColumns<SpanOf>;

/// The first `slots` places of every array.
inline Tile tile_of(TileStorage& s, std::size_t slots) {
  auto const first = [slots](auto& array) { return std::span(array.values, slots); };
  return {first(s.active),       first(s.gone),
          first(s.fallen),       first(s.since_assessed),
          first(s.ready_for),    first(s.below_for),
          first(s.paid),         first(s.entitlement),
          first(s.persons),      first(s.confidence_start),
          first(s.skills_start), first(s.habit_start),
          first(s.willing),      first(s.clash),
          first(s.luck),         first(s.survey),
          first(s.setback),      first(s.attendance),
          first(s.visit),        first(s.check),
          first(s.own_request),  first(s.reluctance),
          first(s.sight),        first(s.decision),
          first(s.approval),     first(s.comeback),
          first(s.risk_a),       first(s.risk_b),
          first(s.birth),        first(s.hit),
          first(s.offered),      first(s.attended),
          first(s.visits),       first(s.dose),
          first(s.good),         first(s.log_earned),
          first(s.earned),       first(s.benefit),
          first(s.spending),     first(s.leaves_natural),
          first(s.may_leave),    first(s.assessed),
          first(s.found_able),   first(s.raised),
          first(s.asked),        first(s.left_raised),
          first(s.left_own),     first(s.falls),
          first(s.returns)};
}

inline std::int32_t as_int(std::uint32_t word) { return static_cast<std::int32_t>(word); }
inline float as_float(std::uint32_t word) { return static_cast<float>(as_int(word)); }
/// 1 or 0 as an integer.
inline std::int32_t counted(float yes) { return static_cast<std::int32_t>(yes); }

/// Packed words to arrays.
inline void unpack(Tile const& t, HouseholdsView const& h) {
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const f = h.flags[i];
    float const real = as_float(flags::real.get(f));
    float const active = flags::status.get(f) == 0 ? real : 0.0f;
    t.active[i] = active;
    t.gone[i] = real - active;
    t.fallen[i] = as_float(flags::fallen.get(f));
    t.since_assessed[i] = as_int(flags::since_assessed.get(f));
    t.ready_for[i] = as_int(flags::ready_for.get(f));
    t.below_for[i] = as_int(flags::below_for.get(f));
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const r = h.record[i];
    t.paid[i] = as_float(record::paid.get(r));
    t.entitlement[i] = as_float(record::entitlement.get(r));
    t.persons[i] = as_float(record::size.get(r)) + 1.0f;
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const s = h.start[i];
    t.confidence_start[i] = share_step * as_float(start::confidence.get(s));
    t.skills_start[i] = share_step * as_float(start::skills.get(s));
    t.habit_start[i] = share_step * as_float(start::habit.get(s));
    std::uint32_t const fixed = h.traits[i];
    t.willing[i] = (as_float(traits::willing.get(fixed)) - 128.0f) * (1.0f / 32.0f);
    t.clash[i] = share_step * as_float(traits::clash.get(fixed));
  }
}

/// Arrays back to packed words: who left, who came back, and the clocks.
inline void pack(HouseholdsView const& h, Tile const& t) {
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const old = h.flags[i];
    auto const bit = [](float yes) { return static_cast<std::uint32_t>(counted(yes)); };
    std::uint32_t const raised = bit(t.left_raised[i]);
    std::uint32_t const own = bit(t.left_own[i]);
    std::uint32_t const natural = bit(t.leaves_natural[i]);
    std::uint32_t const returns = bit(t.returns[i]);
    std::uint32_t const leaves = raised + own + natural;
    std::uint32_t const stays = 1u - returns;
    std::uint32_t const status = flags::status.get(old) * stays +
                                 raised * static_cast<std::uint32_t>(Status::raised) +
                                 own * static_cast<std::uint32_t>(Status::own_request) +
                                 natural * static_cast<std::uint32_t>(Status::natural);
    std::uint32_t const since_exit = flags::since_exit.get(old);
    std::uint32_t const gone = bit(t.gone[i]);
    std::uint32_t const longer = since_exit + (gone & static_cast<std::uint32_t>(since_exit < 63u));
    std::uint32_t const fallen = bit(t.fallen[i]) * stays;
    h.flags[i] = (old & (flags::real.mask() | flags::returned.mask() | flags::left_before.mask())) |
                 flags::status.put(status) |
                 flags::since_assessed.put(static_cast<std::uint32_t>(t.since_assessed[i])) |
                 flags::ready_for.put(static_cast<std::uint32_t>(t.ready_for[i])) |
                 flags::below_for.put(static_cast<std::uint32_t>(t.below_for[i])) |
                 flags::since_exit.put(longer * stays) | flags::fallen.put(fallen) |
                 flags::returned.put(returns) | flags::left_before.put(leaves);
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const keep = h.record[i] & record::size.mask();
    h.record[i] = keep | record::paid.put(static_cast<std::uint32_t>(counted(t.paid[i]))) |
                  record::entitlement.put(static_cast<std::uint32_t>(counted(t.entitlement[i])));
  }
}

}  // namespace graduasi
