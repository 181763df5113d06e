// How long a family waits from one assessment to the next.
#pragma once

#include <cstdint>

namespace graduasi {

/// Months from an assessment to the month in which the next is due. Families differ for good, so
/// that those assessed together do not stay together.
struct AssessmentGap {
  float shortest = 24;  ///< months
  float longer = 0;     ///< months from one step of the lot to the next

  float mean() const { return shortest + 63.5f * longer; }
};

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

/// @param since  months since the last assessment
inline bool is_due(std::int32_t since, std::int32_t lot, AssessmentGap const& gap) {
  return since >= gap_of(lot, gap);
}

}  // namespace graduasi
