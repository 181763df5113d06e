#include "base/month_text.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace graduasi {

std::string month_text(CalendarMonth month) {
  auto const digits = [](int number, std::size_t count) {
    auto const text = std::to_string(number);
    return std::string(count - std::min(count, text.size()), '0') + text;
  };
  return digits(month.year(), 4) + "-" + digits(month.month(), 2);
}

std::string first_day_text(CalendarMonth month) { return month_text(month) + "-01"; }

std::optional<CalendarMonth> month_named(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  auto const number_in = [](std::string_view digits) {
    auto const is_digit = [](char c) { return '0' <= c && c <= '9'; };
    int number = -1;
    if (std::ranges::all_of(digits, is_digit))
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  };
  int const year = number_in(text.substr(0, 4)), month = number_in(text.substr(5));
  if (!(1900 <= year && year <= 2200 && 1 <= month && month <= 12)) return std::nullopt;
  return calendar_month(year, month);
}

}  // namespace graduasi
