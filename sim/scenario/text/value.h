// One value of a scenario: its form, its type and its range.
#pragma once

#include "base/calendar.h"
#include "parameters/lookup.h"
#include "scenario/text/entry.h"

#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// What a value may be.
struct Rule {
  Kind kind = Kind::number;
  std::string_view unit;
  Range range;
  std::span<std::string_view const> words{};  ///< of a choice or a set
};

inline Rule rule_of(Row const& row) { return {row.kind, row.unit, row.range, row.words}; }

/// A drawn or swept value as the parameter can hold it: whole numbers are rounded.
inline double value_for(Row const& row, double value) {
  return row.kind == Kind::whole_number ? std::floor(value + 0.5) : value;
}

/// The value, or nothing when it is not one, and then the problems say why.
/// @param path  as the user knows it: "policies[1].caseload.households_per_facilitator"
std::optional<double> checked_value(Entry const& entry, std::string const& path, Rule const& rule,
                                    Problems& problems);

/// `2026-01`.
std::optional<CalendarMonth> checked_month(Entry const& entry, std::string const& path,
                                           Problems& problems);

/// A text in one line that is not empty.
std::optional<std::string> checked_text(Entry const& entry, std::string const& path,
                                        Problems& problems);

/// Whether this is a map, or a section left empty; if not, the problems say so.
bool is_section(Entry const& entry, std::string const& path, Problems& problems);

/// The whole number that the text is, in digits only.
std::optional<double> whole_number_in(std::string_view text);

/// "2026-01".
std::string text_of(CalendarMonth month);

/// "[1, 1000]".
std::string text_of(Range range);

/// "; did you mean X?" with the candidate that is nearest to the word or begins with it, or empty.
std::string suggestion(std::string_view word, std::span<std::string_view const> candidates);

}  // namespace graduasi
