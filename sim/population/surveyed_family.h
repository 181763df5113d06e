// A family as a household file describes it.
#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace graduasi {

/// Stands where a household file says nothing of a family.
inline constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// One row of a household file. What is `unknown` is drawn as for families without a file.
struct SurveyedFamily {
  static constexpr std::size_t most_members = 16;

  float weight = 1;                             ///< families that the row stands for
  float spending = unknown;                     ///< rupiah per person and month, benefit included
  std::array<std::uint8_t, most_members> ages;  ///< whole years; the first `members` are there
  std::uint8_t members = 0;                     ///< whose age is known
  std::uint8_t persons = 0;                     ///< in the family, at least `members`
  std::uint8_t pregnant = 0;                    ///< members
  std::uint8_t disabled = 0;                    ///< members, severely
  float pupils = unknown;                       ///< members from 5 to 21 who are at school
  float female_headed = unknown;                ///< 0 or 1
  float months_in_programme = unknown;
  float benefit = unknown;                          ///< rupiah a year that are paid
  float savings = unknown;                          ///< rupiah
  float assets = unknown;                           ///< rupiah, productive
  float enterprise = unknown, card_away = unknown;  ///< 0 or 1
  float confidence = unknown, skill = unknown, habit = unknown, access = unknown, digital = unknown;
  float clash = unknown;  ///< share of meeting hours in working hours
  float months_since_assessed = unknown;
};

}  // namespace graduasi
