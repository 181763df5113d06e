// Months of the calendar as texts: "2026-01", and the first day of one as a date.
#pragma once

#include "base/calendar.h"

#include <optional>
#include <string>
#include <string_view>

namespace graduasi {

/// "2026-01".
std::string month_text(CalendarMonth month);

/// "2026-01-01", which spreadsheets, R and pandas take for a date.
std::string first_day_text(CalendarMonth month);

/// The month that such a text names, from 1900-01 to 2200-12; none for any other text.
std::optional<CalendarMonth> month_named(std::string_view text);

}  // namespace graduasi
