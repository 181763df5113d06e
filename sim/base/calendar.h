// Months of the calendar, as scenarios write them.
#pragma once

#include <compare>

namespace graduasi {

/// A month of the calendar, counted from January of year 0, so that months can be subtracted.
struct CalendarMonth {
  int number = 2026 * 12;

  constexpr int year() const { return number / 12; }
  /// 1 = January to 12 = December.
  constexpr int month() const { return number % 12 + 1; }
  constexpr bool is_january() const { return number % 12 == 0; }
  /// Benefits are paid and members' clocks advance in January, April, July and October.
  constexpr bool opens_quarter() const { return number % 3 == 0; }
  /// 0 = the quarter that opens in July, when school years begin, to 3 = the one of April.
  constexpr int school_quarter() const { return (number % 12 / 3 + 2) % 4; }

  friend constexpr bool operator==(CalendarMonth, CalendarMonth) = default;
  friend constexpr auto operator<=>(CalendarMonth a, CalendarMonth b) {
    return a.number <=> b.number;
  }
};

/// The month `months` later.
constexpr CalendarMonth later(CalendarMonth start, int months) { return {start.number + months}; }

/// Quarters that open in the months 1 to `month` of a run, 0 or more.
constexpr int quarters_until(CalendarMonth start, int month) {
  return later(start, month - 1).number / 3 - later(start, -1).number / 3;
}

/// year and month (1 to 12) as one count.
constexpr CalendarMonth calendar_month(int year, int month) { return {year * 12 + month - 1}; }

}  // namespace graduasi
