// One track of quarters for every kind of eligible member. A family keeps four members, one byte
// each, in one word; the byte says age, class and time to the next change at once.
#pragma once

#include <cstdint>

namespace graduasi::track {

/// First quarter of each stage. Benefits are paid by quarter and school years begin in July, so a
/// byte in 8..79 is congruent, modulo 4, to the quarters gone by since July.
enum : std::uint32_t {
  nobody = 0,
  pregnancy = 1,          ///< 1..3
  early_childhood = 4,    ///< 4..31, to the July at an age of 6.0 to 6.75 years; born at 5..8
  primary = 32,           ///< 32..55
  junior_secondary = 56,  ///< 56..67
  senior_secondary = 68,  ///< 68..79
  school_over = 80,       ///< emptied on arrival
  disabled = 127,         ///< stands still
  adult = 128,            ///< 128 + quarters since the 50th birthday; stands still at 255
};

/// First byte of each stage of a member's risks, after a quarter's step.
inline constexpr std::uint32_t risk_from[] = {early_childhood,
                                              early_childhood + 1,
                                              primary + 1,
                                              junior_secondary,
                                              junior_secondary + 1,
                                              senior_secondary,
                                              senior_secondary + 1,
                                              school_over,
                                              school_over + 1,
                                              disabled,
                                              adult,
                                              adult + 40,
                                              adult + 80};

/// The byte of a child born in a school quarter (0 = the quarter that opens in July).
constexpr std::uint32_t newborn(int school_quarter) {
  return 8u - static_cast<std::uint32_t>((4 - school_quarter) % 4);
}

/// Quarters of life from which an adult is on the track: 50 years.
inline constexpr int adult_from = 200;

/// The byte of an adult of so many quarters of life, `adult_from` or more.
constexpr std::uint32_t adult_of(int quarters_of_life) {
  int const since = quarters_of_life - adult_from;
  return adult + static_cast<std::uint32_t>(since < 127 ? since : 127);
}

/// The byte from which an adult counts as elderly.
constexpr std::uint32_t elderly_from(int years) {
  return adult + static_cast<std::uint32_t>(years - 50) * 4;
}

/// The byte at one of the four places of a word.
constexpr std::uint32_t member(std::uint32_t members, int byte_index) {
  return members >> (8 * byte_index) & 0xffu;
}

/// The word with a byte written into its first empty place; unchanged when there is none.
constexpr std::uint32_t with_member(std::uint32_t members, std::uint32_t byte) {
  for (int byte_index = 0; byte_index < 4; ++byte_index) {
    if (member(members, byte_index) == nobody) return members | byte << (8 * byte_index);
  }
  return members;
}

}  // namespace graduasi::track
