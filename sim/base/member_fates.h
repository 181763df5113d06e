// What a quarter did to the eligible members of a family, counted in one word, and where a new one
// finds a place.
#pragma once

#include "base/member_track.h"

#include <cstdint>

namespace graduasi {

/// What happened to the members of a family in a quarter: five counts of four bits each in a word.
namespace fates {
inline constexpr unsigned born = 0;
inline constexpr unsigned lost_to_school = 4;  ///< who left school because nothing was paid
inline constexpr unsigned out_of_school = 8;   ///< pupils from SMP on who are members no longer
inline constexpr unsigned pupils_gone = 16;    ///< the same, and pupils of SD
inline constexpr unsigned others_gone = 24;    ///< disabled members and adults past 50

constexpr std::int32_t count(std::uint32_t word, unsigned from) {
  return static_cast<std::int32_t>(word >> from & 0xfu);
}
}  // namespace fates

/// What happened to one member, given its place on the track before the quarter and after it.
[[gnu::always_inline]] inline std::uint32_t fate_of(std::uint32_t before, std::uint32_t after) {
  auto const gone = static_cast<std::uint32_t>(after == 0);
  auto const from_to = [before](std::uint32_t from, std::uint32_t to) {
    return static_cast<std::uint32_t>(before >= from) - static_cast<std::uint32_t>(before >= to);
  };
  return from_to(track::early_childhood - 1, track::early_childhood) * (1 - gone) << fates::born |
         from_to(track::junior_secondary, track::school_over) * gone << fates::out_of_school |
         from_to(track::primary, track::school_over) * gone << fates::pupils_gone |
         static_cast<std::uint32_t>(before >= track::disabled) * gone << fates::others_gone;
}

/// The high bit of every empty byte of a word.
inline std::uint32_t empty_bytes(std::uint32_t members) {
  return ~(((members & 0x7f7f7f7fu) + 0x7f7f7f7fu) | members) & 0x80808080u;
}

/// 1 in the lowest of the bytes marked by `empty_bytes`, 0 when there is none.
inline std::uint32_t lowest_byte(std::uint32_t empty) { return (empty & (~empty + 1)) >> 7; }

}  // namespace graduasi
