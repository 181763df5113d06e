// Measures that were called otherwise: who still writes the old name is understood, and told once.
#pragma once

#include "base/errors.h"
#include "scenario/text/problems.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace graduasi {

/// A measure of the programme or of families.
struct RenamedMeasure {
  std::string_view before, now;
  std::string_view consequence;  ///< what is different under the new name
};

inline constexpr std::string_view falls_from_above =
    "only families that were above the poverty line when they left or since are counted; left_poor "
    "counts those that left below it";

inline constexpr auto renamed_measures = std::to_array<RenamedMeasure>({
    {"fallen_back", "fell_back", falls_from_above},
    {"fallen_back_this_month", "fell_back_this_month", falls_from_above},
});

/// The row of a name that is no longer one; null for any other.
constexpr RenamedMeasure const* renamed_measure(std::string_view name) {
  auto const* const row = std::ranges::find(renamed_measures, name, &RenamedMeasure::before);
  return row == renamed_measures.end() ? nullptr : row;
}

inline Warning warning_of(RenamedMeasure const& row, std::string place) {
  return {std::move(place),
          std::string(row.before) + " is now called " + std::string(row.now) + ", and read so",
          std::string(row.consequence)};
}

/// What a measure is called now. The first time that an old name is met it is warned of.
inline std::string name_now(std::string const& written, Place place, Problems& problems) {
  auto const* const row = renamed_measure(written);
  if (row == nullptr) return written;
  auto warning = warning_of(*row, problems.text_of(place));
  if (std::ranges::find(problems.warnings, warning.what, &Warning::what) == problems.warnings.end())
    problems.warnings.push_back(std::move(warning));
  return std::string(row->now);
}

}  // namespace graduasi
