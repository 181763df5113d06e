#include "base/number_text.h"

#include "base/names.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace graduasi {

namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  auto const* const end = text.data() + text.size();
  auto const [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || !std::isfinite(value)) return {};
  return value;
}

std::string without(std::string_view text, char c) {
  std::string rest(text);
  std::erase(rest, c);
  return rest;
}

bool take_ending(std::string_view& text, std::string_view ending) {
  if (!text.ends_with(ending)) return false;
  text.remove_suffix(ending.size());
  text = trimmed(text);
  return true;
}

/// Takes what is no part of the number, and returns what it multiplies the number by.
double take_words(std::string_view& text) {
  for (std::string_view const start : {"'", "rp.", "rp", "idr"}) {
    if (text.starts_with(start)) text = trimmed(text.substr(start.size()));
  }
  for (std::string_view const ending : {",-", ",--", "%", "\"", "'"}) take_ending(text, ending);
  if (take_ending(text, "juta") || take_ending(text, "jt")) return 1e6;
  if (take_ending(text, "ribu") || take_ending(text, "rb")) return 1e3;
  return 1;
}

/// With `decimal` before the decimals and `thousands` between groups.
std::optional<double> read_with(std::string_view text, char decimal, char thousands) {
  auto const at = text.find(decimal);
  auto const whole = text.substr(0, at);
  bool const grouped = whole.find(thousands) != std::string_view::npos;
  if (grouped && !groups_thousands(whole, thousands)) return {};
  auto plain = without(whole, thousands);
  if (at != std::string_view::npos) plain += "." + std::string(text.substr(at + 1));
  return number_in(plain);
}

}  // namespace

bool groups_thousands(std::string_view text, char separator) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  auto const groups = split(text, separator);
  auto const first = groups.front();
  if (groups.size() < 2 || first.empty() || first.size() > 3 || first[0] == '0') return false;
  if (!std::ranges::all_of(first, is_digit)) return false;
  return std::ranges::all_of(groups.begin() + 1, groups.end(), [](std::string_view group) {
    return group.size() == 3 && std::ranges::all_of(group, is_digit);
  });
}

std::vector<double> readings_of(std::string_view typed) {
  auto const small = alike(typed);
  std::string_view rest = small;
  double const times = take_words(rest);
  auto text = std::string(rest);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\'' || c == '_'; });
  // A typographic apostrophe, as in Switzerland.
  for (auto at = text.find("\xE2\x80\x99"); at != text.npos; at = text.find("\xE2\x80\x99"))
    text.erase(at, 3);
  std::vector<double> readings;
  for (auto const& [decimal, thousands] : {std::pair('.', ','), std::pair(',', '.')}) {
    auto const value = read_with(text, decimal, thousands);
    if (value && std::ranges::find(readings, times * *value) == readings.end())
      readings.push_back(times * *value);
  }
  // "1,250" is a decimal to one reader and a thousand to the other.
  std::ranges::sort(readings);
  return readings;
}

std::string typed_number(double value) {
  bool const whole = value == std::floor(value) && std::abs(value) < 1e15;
  return whole ? shortest(value) : seven_digits(value);
}

}  // namespace graduasi
