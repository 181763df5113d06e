// Characters of UTF-8, and how those that cannot be seen are called.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace graduasi {

struct Character {
  std::size_t bytes = 0;  ///< 0: no character of UTF-8 begins here
  char32_t code = 0;
};

/// The character that a text begins with. Overlong forms, surrogates and codes above U+10FFFF are
/// none, as in Unicode 15, table 3-7.
Character first_character(std::string_view text);

/// Whether a terminal would obey it instead of showing it: control characters (C0, delete, C1),
/// separators of lines, and marks that turn the direction of writing.
bool is_obeyed(char32_t code);

/// Whether it cannot be told from a blank, or cannot be seen at all: no-break and other blanks,
/// joiners of width zero, a byte order mark inside a text. A blank itself is none.
bool passes_for_blank(char32_t code);

/// "U+00A0".
std::string code_name(char32_t code);

/// Whether it turns the direction of the writing behind it.
bool turns_direction(char32_t code);

/// Whether it ends a line, in a file or on a screen.
bool breaks_line(char32_t code);

/// "E9".
std::string hexadecimal(char32_t code, int digits);

/// The text with blanks for what a terminal would obey and "?" for what is no character. Safe to
/// print.
std::string printable(std::string_view text);

/// "12.33<U+00A0>": with the names of what passes for a blank.
std::string with_blanks_named(std::string_view text);

}  // namespace graduasi
