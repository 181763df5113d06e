// Texts of numbers, words and lists, for messages and tables.
#pragma once

#include <ctime>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A number with 7 significant digits, "." as decimal point; empty for NaN. From 0.00001 to below
/// 10^15 it is a plain decimal: spreadsheets and other programs take the exponent of 1e+07 for a
/// rounded number, or for text.
std::string seven_digits(double value);

/// The shortest text that reads back as the same number, plain where `seven_digits` is.
std::string shortest(double value);
std::string shortest(float value);

/// A text for a message: `printable`, with unusual blanks named, cut after 60 characters.
std::string shown(std::string_view text);

/// The candidate nearest to `word` by edit distance without regard to capitals, or empty when none
/// is near enough to help.
std::string_view closest(std::string_view word, std::span<std::string_view const> candidates);

/// "a, b and c".
std::string joined(std::span<std::string_view const> words);

/// Splits at every `separator`; "a..b" gives an empty middle part.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Without leading and trailing blanks.
std::string_view trimmed(std::string_view text);

/// A moment in UTC, as in "2026-12-01T13:29:25Z".
/// @param form  of strftime, where it is to look otherwise; at most 31 characters come of it
std::string utc(std::time_t time, char const* form = "%Y-%m-%dT%H:%M:%SZ");

}  // namespace graduasi
