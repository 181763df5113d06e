// How long a family waits from one assessment to the next.
#pragma once

#include <cstdint>

namespace graduasi {

/// Months from an assessment to the month in which the next is due. Families differ for good, so
/// that those assessed together do not stay together.
struct AssessmentGap {
  float shortest = 24;  ///< months
  float longer = 0;     ///< months from one step of the lot to the next
  /// Whether all are assessed in the same month of the year. `shortest` is half a year less then,
  /// so that the month nearest to the gap is due.
  bool once_a_year = false;

  float mean() const { return shortest + 63.5f * longer; }
};

inline constexpr std::int32_t half_a_year = 6;

/// The gap of one family.
/// @param lot  a number that the family keeps for good, 0 to 127; what else hangs on it comes in
///             another order
/// @returns    months, at most 127
inline std::int32_t gap_of(std::int32_t lot, AssessmentGap const& gap) {
  std::int32_t const scattered = lot * 37 & 127;
  auto const months =
      static_cast<std::int32_t>(gap.shortest + gap.longer * static_cast<float>(scattered) + 0.5f);
  return months < 127 ? months : 127;
}

/// Years from one assessment of a family to the month in which the next is due, 1 or more, where
/// all are assessed in the same month of the year.
inline std::int32_t years_of(std::int32_t lot, AssessmentGap const& gap) {
  // A year after it, in the month of the year, the last assessment lies eleven full months back.
  std::int32_t const years = (gap_of(lot, gap) + 12) / 12;
  return years < 1 ? 1 : years;
}

/// Turns that go by before a family is due again, on average: months, or months of the year.
inline float mean_turns(AssessmentGap const& gap) {
  if (!gap.once_a_year) return gap.mean();
  std::int32_t years = 0;
  for (std::int32_t lot = 0; lot < 128; ++lot) years += years_of(lot, gap);
  return static_cast<float>(years) * (1.0f / 128.0f) - 1.0f;
}

/// @param since  months since the last assessment
inline bool is_due(std::int32_t since, std::int32_t lot, AssessmentGap const& gap) {
  return since >= gap_of(lot, gap);
}

}  // namespace graduasi
