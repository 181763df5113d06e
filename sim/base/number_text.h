// What somebody may have meant by a text that should be a number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// Whether `separator` is where it would separate thousands: "650.000", "1.234.567", but not
/// "0.123" or "1234.567".
bool groups_thousands(std::string_view text, char separator);

/// The numbers that a text may mean to whoever typed it: with a currency, a percent sign, "ribu" or
/// "juta", blanks or apostrophes between thousands, a comma or a point before decimals or between
/// thousands. Decimals come first where both fit: "1.250" is 1.25, then 1250. Empty when it is
/// none.
std::vector<double> readings_of(std::string_view text);

/// A number as somebody would type it: all digits of a whole one, else seven.
std::string typed_number(double value);

}  // namespace graduasi
