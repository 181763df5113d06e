#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace graduasi {

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t const replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row[b.size()];
}

template <class Number>
std::string shortest_of(Number value) {
  // Left alone, to_chars writes 200000 as 2e+05.
  auto const size = std::abs(value);
  bool const plain = size == 0 || (1e-5 <= size && size < 1e15);
  auto const form = plain ? std::chars_format::fixed : std::chars_format::scientific;
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, value, form).ptr};
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

/// Bytes of the character of UTF-8 that begins here; 0 when none does.
std::size_t length_of_character(std::string_view rest) {
  auto const first = static_cast<unsigned char>(rest.front());
  std::size_t const length = first < 0x80             ? 1
                             : (first & 0xE0) == 0xC0 ? 2
                             : (first & 0xF0) == 0xE0 ? 3
                             : (first & 0xF8) == 0xF0 ? 4
                                                      : 0;
  if (length > rest.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(rest[i]) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// Whether a terminal would obey it instead of showing it: control characters, and marks that turn
/// the direction of writing.
bool is_obeyed(std::string_view character) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
  if (character.size() != 3 || byte(0) != 0xE2) return false;
  bool const marks = byte(1) == 0x80 &&
                     (byte(2) == 0x8E || byte(2) == 0x8F || (0xA8 <= byte(2) && byte(2) <= 0xAE));
  return marks || (byte(1) == 0x81 && 0xA6 <= byte(2) && byte(2) <= 0xA9);
}

/// The text with blanks for what a terminal would obey and "?" for what is no character.
std::string printable(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    auto const length = length_of_character(text);
    if (length == 0) {
      all += '?';
      text.remove_prefix(1);
      continue;
    }
    auto const character = text.substr(0, length);
    if (is_obeyed(character))
      all += ' ';
    else
      all += character;
    text.remove_prefix(length);
  }
  return all;
}

}  // namespace

std::string seven_digits(double value) {
  if (!std::isfinite(value)) return {};
  if (value == 0) return "0";  // also for minus zero
  char text[40];
  auto const end =
      std::to_chars(text, text + sizeof text, value, std::chars_format::general, 7).ptr;
  return {text, end};
}

std::string shortest(double value) { return shortest_of(value); }

std::string shortest(float value) { return shortest_of(value); }

std::string shown(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string line(text.substr(0, longest));
  // A cut inside a character of several bytes would leave half of it.
  if (text.size() > longest) {
    while (!line.empty() && (static_cast<unsigned char>(text[line.size()]) & 0xC0) == 0x80)
      line.pop_back();
    line += "...";
  }
  return printable(line);
}

std::string_view closest(std::string_view word, std::span<std::string_view const> candidates) {
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (auto const candidate : candidates) {
    auto const distance = edit_distance(lower_case(word), lower_case(candidate));
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string joined(std::span<std::string_view const> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0;;) {
    auto const to = text.find(separator, from);
    parts.push_back(text.substr(from, to - from));
    if (to == std::string_view::npos) return parts;
    from = to + 1;
  }
}

std::string_view trimmed(std::string_view text) {
  auto const blank = " \t\r\n";
  auto const from = text.find_first_not_of(blank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blank) - from + 1);
}

}  // namespace graduasi
