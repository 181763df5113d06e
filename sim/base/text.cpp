#include "base/text.h"

#include "base/characters.h"

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

/// Whether a number is written as a plain decimal, without an exponent.
template <class Number>
bool is_plain(Number value) {
  auto const size = std::abs(value);
  return size == 0 || (1e-5 <= size && size < 1e15);
}

template <class Number>
std::string shortest_of(Number value) {
  // Left alone, to_chars writes 200000 as 2e+05.
  auto const form = is_plain(value) ? std::chars_format::fixed : std::chars_format::scientific;
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, value, form).ptr};
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

}  // namespace

std::string seven_digits(double value) {
  if (!std::isfinite(value)) return {};
  if (value == 0) return "0";  // also for minus zero
  char text[40];
  char* const end =
      std::to_chars(text, text + sizeof text, value, std::chars_format::general, 7).ptr;
  bool const has_exponent = std::find(text, end, 'e') != end;
  double rounded = value;
  if (has_exponent) std::from_chars(text, end, rounded);
  return has_exponent && is_plain(rounded) ? shortest(rounded) : std::string(text, end);
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
  return with_blanks_named(printable(line));
}

std::string_view closest(std::string_view word, std::span<std::string_view const> candidates) {
  std::string_view best;
  std::size_t min = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (auto const candidate : candidates) {
    auto const distance = edit_distance(lower_case(word), lower_case(candidate));
    if (distance < min) {
      min = distance;
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

std::string utc(std::time_t time, char const* form) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, form, &parts)};
}

}  // namespace graduasi
