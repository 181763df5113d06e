#include "outcome/wording.h"

#include "base/text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace graduasi {

namespace {

struct Magnitude {
  double size;
  std::string_view name;
};

constexpr std::array<Magnitude, 3> magnitudes = {
    {{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}}};

}  // namespace

std::string grouped(double value) {
  if (std::isnan(value)) return "-";
  auto text = std::to_string(static_cast<std::int64_t>(std::round(std::abs(value))));
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), ",");
  }
  return std::round(value) < 0 ? "-" + text : text;
}

std::string signed_grouped(double value) {
  return std::round(value) > 0 ? "+" + grouped(value) : grouped(value);
}

std::string in_words(double value) {
  if (std::isnan(value)) return "-";
  for (auto const& [size, name] : magnitudes) {
    double const count = std::abs(value) / size;
    // 999.5 of a kind would be written as 1000 of it: it belongs to the next larger one.
    if (count < 0.9995) continue;
    int const decimals = count < 9.995 ? 2 : count < 99.95 ? 1 : 0;
    return fmt::format("{:.{}f} {}", value / size, decimals, name);
  }
  return grouped(value);
}

std::string size_in_words(double value) {
  for (auto const& [size, name] : magnitudes) {
    if (value >= size) return seven_digits(value / size) + " " + std::string(name);
  }
  return grouped(value);
}

std::string compact(double value) {
  if (std::isnan(value)) return "-";
  return std::abs(value) < 100 && value != 0 ? fmt::format("{:.4g}", value) : in_words(value);
}

std::string percent(double share) {
  return std::isnan(share) ? "-" : fmt::format("{:.1f} %", 100 * share);
}

}  // namespace graduasi
