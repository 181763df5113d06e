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
  Form<float> active, gone, waits, fallen, appealing;
  Form<std::int32_t> since_assessed, ready_for, below_for, since_exit;
  // unpacked from record, start and traits
  Form<float> paid, entitlement, persons;
  Form<std::int32_t> recorded, record_age, lot;
  Form<float> confidence_start, skills_start, habit_start, willing, clash;
  // draws
  Form<float> luck, survey, setback, attendance, visit, check, own_request, reluctance;
  Form<float> sight, decision, approval, comeback;
  Form<std::uint32_t> risk_a, risk_b, birth;
  // what happens this month
  Form<float> hit, offered, attended, visit_rate, visits, dose, good;
  Form<std::int32_t> visit_rank;
  Form<float> log_earned, earned, benefit, spending;
  Form<float> checked, leaves_natural, labelled, removed, appeals, struck;
  Form<float> may_leave, assessed, found_able, raised, pushed;
  Form<float> asked, left_raised, left_own, assessed_out, falls, returns, restored;
  // what the month leads to
  Form<std::int32_t> leaves_as;  ///< a Status; 0: does not leave
  Form<std::int32_t> status;     ///< at the end of the month
  Form<float> enters;            ///< 1 if it comes back into the programme
  Form<std::int32_t> counts;     ///< 1 if the family belongs to the stratum at hand, else 0
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
  return {first(s.active),
          first(s.gone),
          first(s.waits),
          first(s.fallen),
          first(s.appealing),
          first(s.since_assessed),
          first(s.ready_for),
          first(s.below_for),
          first(s.since_exit),
          first(s.paid),
          first(s.entitlement),
          first(s.persons),
          first(s.recorded),
          first(s.record_age),
          first(s.lot),
          first(s.confidence_start),
          first(s.skills_start),
          first(s.habit_start),
          first(s.willing),
          first(s.clash),
          first(s.luck),
          first(s.survey),
          first(s.setback),
          first(s.attendance),
          first(s.visit),
          first(s.check),
          first(s.own_request),
          first(s.reluctance),
          first(s.sight),
          first(s.decision),
          first(s.approval),
          first(s.comeback),
          first(s.risk_a),
          first(s.risk_b),
          first(s.birth),
          first(s.hit),
          first(s.offered),
          first(s.attended),
          first(s.visit_rate),
          first(s.visits),
          first(s.dose),
          first(s.good),
          first(s.visit_rank),
          first(s.log_earned),
          first(s.earned),
          first(s.benefit),
          first(s.spending),
          first(s.checked),
          first(s.leaves_natural),
          first(s.labelled),
          first(s.removed),
          first(s.appeals),
          first(s.struck),
          first(s.may_leave),
          first(s.assessed),
          first(s.found_able),
          first(s.raised),
          first(s.pushed),
          first(s.asked),
          first(s.left_raised),
          first(s.left_own),
          first(s.assessed_out),
          first(s.falls),
          first(s.returns),
          first(s.restored),
          first(s.leaves_as),
          first(s.status),
          first(s.enters),
          first(s.counts)};
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
    std::uint32_t const status = flags::status.get(f);
    float const active = status == 0 ? real : 0.0f;
    float const waits = status == static_cast<std::uint32_t>(Status::waiting) ? real : 0.0f;
    t.active[i] = active;
    t.gone[i] = real - active - waits;
    t.waits[i] = waits;
    t.appealing[i] = status == static_cast<std::uint32_t>(Status::appeal) ? real : 0.0f;
    t.status[i] = as_int(status);
    t.counts[i] = as_int(flags::real.get(f));
    t.since_exit[i] = as_int(flags::since_exit.get(f));
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
    t.recorded[i] = as_int(record::welfare.get(r));
    t.record_age[i] = as_int(record::age.get(r));
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
    t.lot[i] = as_int(traits::lot.get(fixed));
  }
}

/// Puts together what the month leads to: nobody leaves in two ways, since every way looks only at
/// those whom no earlier one has taken.
inline void conclude(Tile const& t) {
  constexpr auto as = [](float yes, Status status) {
    return counted(yes) * static_cast<std::int32_t>(status);
  };
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const by_pressure = t.left_raised[i] * t.pushed[i];
    std::int32_t const leaves =
        as(t.left_raised[i] - by_pressure, Status::raised) +
        as(t.left_own[i], Status::own_request) + as(by_pressure, Status::target) +
        as(t.labelled[i], Status::label) + as(t.leaves_natural[i], Status::natural) +
        as(t.assessed_out[i], Status::assessed_out) + as(t.struck[i], Status::struck_off) +
        as(t.removed[i], Status::removal) + as(t.appeals[i], Status::appeal);
    float const enters = t.returns[i] + t.restored[i];
    t.leaves_as[i] = leaves;
    t.enters[i] = enters;
    t.status[i] = t.status[i] * (1 - counted(enters)) + leaves;
  }
}

/// Arrays back to packed words: who left, who came back, and the clocks.
inline void pack(HouseholdsView const& h, Tile const& t) {
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const old = h.flags[i];
    auto const bit = [](float yes) { return static_cast<std::uint32_t>(counted(yes)); };
    auto const word = [](std::int32_t value) { return static_cast<std::uint32_t>(value); };
    std::uint32_t const stays = 1u - bit(t.enters[i]);
    std::uint32_t const since_exit = word(t.since_exit[i]);
    std::uint32_t const longer =
        since_exit + (bit(t.gone[i]) & static_cast<std::uint32_t>(since_exit < 63u));
    h.flags[i] =
        (old & (flags::real.mask() | flags::returned.mask() | flags::left_before.mask() |
                flags::admitted.mask())) |
        flags::status.put(word(t.status[i])) |
        flags::since_assessed.put(word(t.since_assessed[i])) |
        flags::ready_for.put(word(t.ready_for[i])) | flags::below_for.put(word(t.below_for[i])) |
        flags::since_exit.put(longer * stays) | flags::fallen.put(bit(t.fallen[i]) * stays) |
        flags::returned.put(bit(t.returns[i])) |
        flags::left_before.put(static_cast<std::uint32_t>(t.leaves_as[i] != 0));
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const keep = h.record[i] & record::size.mask();
    h.record[i] = keep | record::paid.put(static_cast<std::uint32_t>(counted(t.paid[i]))) |
                  record::entitlement.put(static_cast<std::uint32_t>(counted(t.entitlement[i]))) |
                  record::welfare.put(static_cast<std::uint32_t>(t.recorded[i])) |
                  record::age.put(static_cast<std::uint32_t>(t.record_age[i]));
  }
}

}  // namespace graduasi
