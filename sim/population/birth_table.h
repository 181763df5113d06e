// Tables from which the families of the list are drawn: mothers' ages, births, schooling.
#pragma once

#include "population/settings.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace graduasi {

namespace childbearing {
inline constexpr int first_quarter = 15 * 4;  ///< of the mother's life
inline constexpr int quarters = 35 * 4;       ///< to her 50th birthday
inline constexpr int spacing = 6;             ///< quarters from a birth to the earliest next one
inline constexpr int max_births = 12;         ///< as many have a place among the draws
}  // namespace childbearing

/// A share of children of every age, by the byte of base/member_track.h.
using ShareByByte = std::array<float, 80>;

/// Built once for a run, then only read.
struct BirthTable {
  static constexpr std::size_t age_steps = 1024;
  static constexpr std::size_t guide_steps = 1024;

  /// Quantiles of the mother's age on the day of the list, in quarters.
  std::array<float, age_steps + 1> mother_quarters{};
  /// Hazard of a birth accumulated before each quarter since `first_quarter`, spacing left aside.
  std::array<float, childbearing::quarters + 1> hazard_before{};
  /// First quarter in which the accumulated hazard reaches k parts of `guide_steps` of the whole.
  std::array<std::uint8_t, guide_steps + 1> guide{};
  float guide_per_hazard = 0;
  /// Quantiles, in the middle of each of `age_steps` parts, of the mother's age in quarters when
  /// her family is formed.
  std::array<std::uint16_t, age_steps> forming_quarters{};
  /// Share of children still with the family and at school, in 65,536ths, by byte.
  std::array<std::uint32_t, 80> at_school{};
};

/// Works the tables out.
///
/// Births follow a bell of hazards by the mother's age with at least 18 months between them; its
/// height is solved, quarter by quarter and exactly, for `completed_fertility` births by the age of
/// 50. A cumulative hazard can be inverted: a birth happens in the quarter in which the hazard
/// since the mother could conceive again exceeds a unit exponential.
/// @param at_school  in [0, 1] by byte 4..79: share of the children born so long ago that are still
///                   with the family and, past 31, at school (the caller knows the drop-out rates)
/// @throws BrokenContract when a share lies outside [0, 1]
BirthTable make_birth_table(FamilySettings const& families, ShareByByte const& at_school);

/// Births that the hazards of a table lead to by the 50th birthday, on average.
double expected_births(BirthTable const& table);

}  // namespace graduasi
