#include "base/characters.h"

#include <algorithm>
#include <array>

namespace graduasi {

namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

}  // namespace

Character first_character(std::string_view text) {
  if (text.empty()) return {};
  auto const first = byte_at(text, 0);
  if (first < 0x80) return {1, first};
  std::size_t const bytes = 0xC2 <= first && first <= 0xDF   ? 2
                            : (first & 0xF0) == 0xE0         ? 3
                            : 0xF0 <= first && first <= 0xF4 ? 4
                                                             : 0;
  if (bytes == 0 || bytes > text.size()) return {};
  char32_t code = first & (0x7Fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte_at(text, i) & 0xC0u) != 0x80u) return {};
    code = code << 6 | (byte_at(text, i) & 0x3Fu);
  }
  constexpr auto min = std::to_array<char32_t>({0, 0, 0x80, 0x800, 0x10000});
  bool const surrogate = 0xD800 <= code && code <= 0xDFFF;
  if (code < min[bytes] || code > 0x10FFFF || surrogate) return {};
  return {bytes, code};
}

std::string hexadecimal(char32_t code, int digits) {
  constexpr std::string_view digit = "0123456789ABCDEF";
  std::string text;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += digit[code >> shift & 0xF];
  return text;
}

bool turns_direction(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (0x202A <= code && code <= 0x202E) ||
         (0x2066 <= code && code <= 0x2069);
}

bool breaks_line(char32_t code) {
  return code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool is_obeyed(char32_t code) {
  return code < 0x20 || (0x7F <= code && code < 0xA0) || breaks_line(code) || turns_direction(code);
}

bool passes_for_blank(char32_t code) {
  return code == 0xA0 || code == 0xAD || code == 0x1680 || (0x2000 <= code && code <= 0x200B) ||
         code == 0x202F || code == 0x205F || code == 0x2060 || code == 0x3000 || code == 0xFEFF;
}

std::string code_name(char32_t code) { return "U+" + hexadecimal(code, code > 0xFFFF ? 6 : 4); }

std::string printable(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    auto const [bytes, code] = first_character(text);
    if (bytes == 0)
      all += '?';
    else if (is_obeyed(code))
      all += ' ';
    else
      all += text.substr(0, bytes);
    text.remove_prefix(std::max<std::size_t>(bytes, 1));
  }
  return all;
}

std::string with_blanks_named(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    auto const [bytes, code] = first_character(text);
    auto const length = std::max<std::size_t>(bytes, 1);
    if (passes_for_blank(code))
      all += "<" + code_name(code) + ">";
    else
      all += text.substr(0, length);
    text.remove_prefix(length);
  }
  return all;
}

}  // namespace graduasi
