// Packed words of families to the working arrays of a month, and back.
#pragma once

#include "model/tile.h"

namespace graduasi {

/// Abilities and livelihood to arrays.
inline void unpack_livelihood(Tile const& t, HouseholdsView const& h) {
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const a = h.abilities[i];
    t.access[i] = ability_step * as_float(abilities::access.get(a));
    t.digital[i] = ability_step * as_float(abilities::digital.get(a));
    std::uint32_t const l = h.livelihood[i];
    t.assets[i] = assets_step * as_float(livelihood::assets.get(l));
    t.assets_start[i] = assets_start_step * as_float(livelihood::assets_start.get(l));
    t.enterprise[i] = as_float(livelihood::enterprise.get(l));
    t.card_away[i] = as_float(livelihood::card_away.get(l));
    t.granted[i] = as_float(livelihood::granted.get(l));
    t.half_years[i] = as_int(livelihood::half_years.get(l));
  }
}

/// Months since the exit: this month's number less that of the exit, so 1 in the first month
/// outside. Stops at 63; 0 in the programme.
inline std::int32_t months_outside(std::uint32_t flags_word, float gone) {
  std::int32_t const before = as_int(flags::since_exit.get(flags_word));
  std::int32_t const now = before < as_int(flags::since_exit.max()) ? before + 1 : before;
  return gone > 0.0f ? now : 0;
}

/// Packed words to arrays.
inline void unpack(Tile const& t, HouseholdsView const& h) {
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const f = h.flags[i];
    float const real = as_float(flags::real.get(f));
    std::uint32_t const status = flags::status.get(f);
    float const active = status == 0 ? real : 0.0f;
    float const waits = status >= static_cast<std::uint32_t>(Status::waiting) ? real : 0.0f;
    t.active[i] = active;
    float const gone = real - active - waits;
    t.gone[i] = gone;
    t.waits[i] = waits;
    t.appealing[i] = status == static_cast<std::uint32_t>(Status::appeal) ? real : 0.0f;
    t.status[i] = as_int(status);
    t.counts[i] = as_int(flags::real.get(f));
    t.since_exit[i] = months_outside(f, gone);
    t.was_poor[i] = as_float(flags::was_poor.get(f));
    t.was_above[i] = as_float(flags::was_above.get(f));
    t.fell_back[i] = as_float(flags::fell_back.get(f));
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
    t.confidence_start[i] = level_step * as_float(start::confidence.get(s));
    t.skills_start[i] = level_step * as_float(start::skills.get(s));
    t.habit_start[i] = level_step * as_float(start::habit.get(s));
    t.access_start[i] = level_step * as_float(start::access.get(s));
    t.digital_start[i] = level_step * as_float(start::digital.get(s));
    t.able_before[i] = as_float(start::able.get(s));
    t.became_able[i] = as_float(start::became_able.get(s));
    std::uint32_t const fixed = h.traits[i];
    t.willing[i] = (as_float(traits::willing.get(fixed)) - 128.0f) * (1.0f / 32.0f);
    t.clash[i] = share_step * as_float(traits::clash.get(fixed));
    t.lot[i] = as_int(traits::lot.get(fixed));
  }
  unpack_livelihood(t, h);
}

/// Puts together what the month leads to: nobody leaves in two ways, since every way looks only at
/// those whom no earlier one has taken.
inline void conclude(Tile const& t) {
  constexpr auto as = [](float yes, Status status) { return yes * static_cast<float>(status); };
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const by_pressure = t.left_raised[i] * t.pushed[i];
    float const leaves =
        as(t.left_raised[i] - by_pressure, Status::raised) +
        as(t.left_own[i], Status::own_request) + as(by_pressure, Status::target) +
        as(t.left_label[i], Status::label) + as(t.booked[i], Status::booked) +
        as(t.leaves_natural[i], Status::natural) + as(t.ends[i], Status::time_limit) +
        as(t.assessed_out[i], Status::assessed_out) + as(t.struck[i], Status::struck_off) +
        as(t.removed[i], Status::removal) + as(t.appeals[i], Status::appeal);
    float const enters = t.returns[i] + t.restored[i];
    std::int32_t const before = enters > 0.0f ? 0 : t.status[i];
    t.leaves_as[i] = counted(leaves);
    t.enters[i] = enters;
    t.outside[i] = t.gone[i] - enters + (counted(leaves) > 0 ? 1.0f : 0.0f);
    t.status[i] = before + counted(leaves);
  }
}

/// A share to the nearest 65,535th.
inline std::uint32_t as_ability(float share) {
  float const clipped = share < 0.0f ? 0.0f : share > 1.0f ? 1.0f : share;
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(clipped * 65535.0f + 0.5f));
}

/// The working pattern back to the traits, in a month that moves it.
inline void pack_work_pattern(HouseholdsView const& h, Tile const& t) {
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const clash = static_cast<std::int32_t>(t.clash[i] * 255.0f + 0.5f);
    h.traits[i] = (h.traits[i] & ~traits::clash.mask()) |
                  traits::clash.put(static_cast<std::uint32_t>(clash));
  }
}

/// Who lives at home beside the members, to arrays.
inline void unpack_home(Tile const& t, HouseholdsView const& h) {
  auto const slots = t.adult.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const word = h.adult[i];
    t.adult[i] = at_home::adult.get(word);
    t.grown[i] = as_int(at_home::grown.get(word));
    t.working[i] = as_int(at_home::working.get(word));
    t.pupil_last[i] = as_int(at_home::pupil_last.get(word));
  }
}

/// And back, in a month that moves it.
inline void pack_home(HouseholdsView const& h, Tile const& t) {
  auto const slots = t.adult.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    h.adult[i] = (h.adult[i] & at_home::seen.mask()) | at_home::adult.put(t.adult[i]) |
                 at_home::grown.put(static_cast<std::uint32_t>(t.grown[i])) |
                 at_home::working.put(static_cast<std::uint32_t>(t.working[i])) |
                 at_home::pupil_last.put(static_cast<std::uint32_t>(t.pupil_last[i]));
  }
}

/// What rules have left behind, to arrays: proposals that wait, and what assessors have seen.
inline void unpack_remembered(Tile const& t, HouseholdsView const& h) {
  auto const slots = t.proposed.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const proposed = as_float(traits::proposed.get(h.traits[i]));
    t.proposed[i] = proposed;
    t.assessable[i] = proposed > 0.0f ? 0.0f : t.active[i];
    t.seen[i] = as_int(at_home::seen.get(h.adult[i]));
  }
}

/// And back: nothing of it outlives the membership of a family.
inline void pack_remembered(HouseholdsView const& h, Tile const& t) {
  auto const slots = t.proposed.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const in = t.status[i] == 0 ? 1 : 0;
    auto const proposed = static_cast<std::uint32_t>(in * counted(t.proposed[i]));
    auto const seen = static_cast<std::uint32_t>(in * t.seen[i]);
    h.traits[i] = (h.traits[i] & ~traits::proposed.mask()) | traits::proposed.put(proposed);
    h.adult[i] = (h.adult[i] & ~at_home::seen.mask()) | at_home::seen.put(seen);
  }
}

/// Abilities and livelihood back to words.
inline void pack_livelihood(HouseholdsView const& h, Tile const& t) {
  auto const slots = t.active.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const bit = [](float yes) { return static_cast<std::uint32_t>(counted(yes)); };
    auto const word = [](float value) {
      return static_cast<std::uint32_t>(static_cast<std::int32_t>(value + 0.5f));
    };
    auto const before = static_cast<std::uint32_t>(t.half_years[i]);
    std::uint32_t const half_years = t.returns[i] > 0.0f ? 0u : before;
    h.abilities[i] = abilities::access.put(as_ability(t.access[i])) |
                     abilities::digital.put(as_ability(t.digital[i]));
    h.livelihood[i] = (h.livelihood[i] & livelihood::assets_start.mask()) |
                      livelihood::assets.put(word(t.assets[i] * (1.0f / assets_step))) |
                      livelihood::enterprise.put(bit(t.enterprise[i])) |
                      livelihood::card_away.put(bit(t.card_away[i])) |
                      livelihood::granted.put(bit(t.granted[i])) |
                      livelihood::half_years.put(half_years);
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
    std::int32_t const since_exit = t.enters[i] > 0.0f ? 0 : t.since_exit[i];
    float const out = t.outside[i];  // a new exit begins anew
    h.flags[i] =
        (old & (flags::real.mask() | flags::left_before.mask() | flags::admitted.mask())) |
        flags::status.put(word(t.status[i])) |
        flags::since_assessed.put(word(t.since_assessed[i])) |
        flags::ready_for.put(word(t.ready_for[i])) | flags::below_for.put(word(t.below_for[i])) |
        flags::since_exit.put(word(since_exit)) | flags::was_poor.put(bit(out * t.was_poor[i])) |
        flags::was_above.put(bit(t.was_above[i])) |
        flags::fell_back.put(bit(out * t.fell_back[i])) |
        flags::left_before.put(static_cast<std::uint32_t>(t.leaves_as[i] != 0));
    h.start[i] |= start::became_able.put(bit(t.became_able[i]));
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    h.record[i] = record::size.put(static_cast<std::uint32_t>(counted(t.persons[i])) - 1u) |
                  record::paid.put(static_cast<std::uint32_t>(counted(t.paid[i]))) |
                  record::entitlement.put(static_cast<std::uint32_t>(counted(t.entitlement[i]))) |
                  record::welfare.put(static_cast<std::uint32_t>(t.recorded[i])) |
                  record::age.put(static_cast<std::uint32_t>(t.record_age[i]));
  }
  pack_livelihood(h, t);
}

}  // namespace graduasi
