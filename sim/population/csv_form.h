// How somebody's table is written: in which encoding, with which separators and decimals.
#pragma once

#include "base/errors.h"

#include <optional>
#include <string>
#include <string_view>

namespace graduasi {

/// Where the rows of a table begin and what separates their fields.
struct CsvForm {
  std::string_view rows;  ///< without a byte order mark and a `sep=` line
  int first_line = 1;     ///< number of the line with which `rows` begin
  char separator = ',';   ///< the one that the header line has most of: , ; or a tab
};

CsvForm form_of(std::string_view text);

/// What keeps a text from being read at all, at its place: UTF-16, bytes that are not UTF-8, NUL,
/// lines that end in a carriage return alone.
/// @param name  the file, for the place
std::optional<Problem> fault_of_text(std::string_view text, std::string const& name);

/// What a number says about how decimals are written in its file.
enum class Decimals {
  either,  ///< "12", "650.000"
  point,   ///< "12.5", "1,234.5", "1,234,567"
  comma,   ///< "12,5", "1.234,5", "1.234.567"
};

/// `either` too for what is no number.
Decimals decimals_of(std::string_view number);

/// A number with a decimal comma as one with a decimal point and nothing between thousands; nothing
/// where its points and commas do not fit that.
std::optional<std::string> from_decimal_comma(std::string_view number);

}  // namespace graduasi
