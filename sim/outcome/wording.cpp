#include "outcome/wording.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace graduasi {

namespace {

struct Magnitude {
  double size;
  Text name;
};

constexpr auto magnitudes = std::to_array<Magnitude>(
    {{1e12, {"trillion", "triliun"}}, {1e9, {"billion", "miliar"}}, {1e6, {"million", "juta"}}});

constexpr Text thousands(",", ".");

}  // namespace

std::string with_decimals(std::string number, Language language) {
  if (language == Language::indonesian) std::ranges::replace(number, '.', ',');
  return number;
}

std::string grouped(double value, Language language) {
  if (std::isnan(value)) return "-";
  auto text = std::to_string(static_cast<std::int64_t>(std::round(std::abs(value))));
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), thousands.in(language));
  }
  return std::round(value) < 0 ? "-" + text : text;
}

std::string signed_grouped(double value, Language language) {
  auto text = grouped(value, language);
  return std::round(value) > 0 ? "+" + text : text;
}

std::string in_words(double value, Language language) {
  if (std::isnan(value)) return "-";
  for (auto const& [size, name] : magnitudes) {
    double const count = std::abs(value) / size;
    // 999.5 of a kind would be written as 1000 of it: it belongs to the next larger one.
    if (count < 0.9995) continue;
    int const decimals = count < 9.995 ? 2 : count < 99.95 ? 1 : 0;
    return with_decimals(fmt::format("{:.{}f}", value / size, decimals), language) + " " +
           std::string(name.in(language));
  }
  return grouped(value, language);
}

std::string size_in_words(double value, Language language) {
  for (auto const& [size, name] : magnitudes) {
    if (value >= size)
      return with_decimals(seven_digits(value / size), language) + " " +
             std::string(name.in(language));
  }
  return grouped(value, language);
}

std::string compact(double value, Language language) {
  if (std::isnan(value)) return "-";
  return std::abs(value) < 100 && value != 0 ? with_decimals(fmt::format("{:.4g}", value), language)
                                             : in_words(value, language);
}

std::string percent(double share, Language language) {
  return std::isnan(share) ? "-" : with_decimals(fmt::format("{:.1f} %", 100 * share), language);
}

}  // namespace graduasi
