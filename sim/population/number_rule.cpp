#include "population/number_rule.h"

#include "base/names.h"
#include "base/number_text.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace graduasi {

namespace {

/// What a figure in the units that are often taken instead is multiplied by.
std::span<double const> factors_of(std::string_view unit) {
  static constexpr double percent[] = {100, 0.1};       // a share, per mille
  static constexpr double share[] = {0.01};             // percent
  static constexpr double rupiah[] = {1000, 1e6};       // thousands, millions
  static constexpr double thousands[] = {0.001, 1000};  // persons, millions
  static constexpr double counts[] = {1000};            // thousands
  if (unit == "percent") return percent;
  if (unit == "share") return share;
  if (unit == "rupiah") return rupiah;
  if (unit == "thousand persons") return thousands;
  if (unit == "households") return counts;
  return {};
}

/// "yes" and "no" of a survey.
std::vector<double> answers_in(std::string_view typed) {
  auto const word = alike(typed);
  for (std::string_view const yes : {"yes", "y", "ya", "true", "x"})
    if (word == yes) return {1};
  for (std::string_view const no : {"no", "n", "tidak", "false", "t"})
    if (word == no) return {0};
  return {};
}

}  // namespace

bool allows(NumberRule const& rule, double value) {
  if (rule.values == Values::yes_or_no) return value == 0 || value == 1;
  if (rule.values == Values::whole && value != std::floor(value)) return false;
  return (rule.or_zero && value == 0) || (rule.min <= value && value <= rule.max);
}

std::string bounds_of(NumberRule const& rule) {
  if (rule.values == Values::yes_or_no) return "0 or 1";
  return (rule.or_zero ? "0 or [" : "[") + typed_number(rule.min) + ", " + typed_number(rule.max) +
         "]";
}

std::string must_of(NumberRule const& rule) {
  auto const bounds = bounds_of(rule);
  if (rule.values == Values::yes_or_no) return "it must be 0 or 1";
  if (rule.values == Values::whole) return "it must be a whole number in " + bounds;
  if (rule.or_zero) return "it must be 0 or lie in " + bounds.substr(bounds.find('['));
  return "it must lie in " + bounds;
}

std::string meant(std::string_view typed, NumberRule const& rule) {
  auto numbers = rule.values == Values::yes_or_no ? answers_in(typed) : readings_of(typed);
  auto const refused = [&](double value) { return !allows(rule, value); };
  auto const readings = numbers;
  std::erase_if(numbers, refused);
  // A point before three digits is no decimal point where only whole numbers make sense.
  if (rule.values == Values::whole && numbers.size() > 1) numbers.erase(numbers.begin());
  if (numbers.empty()) {
    for (double const factor : factors_of(rule.unit)) {
      for (double const reading : readings)
        if (allows(rule, factor * reading)) numbers.push_back(factor * reading);
      if (!numbers.empty()) break;
    }
  }
  std::vector<std::string> texts;
  for (double const number : numbers) texts.push_back(typed_number(number));
  if (texts.empty()) return {};
  return "; did you mean " + texts[0] + (texts.size() > 1 ? " or " + texts[1] : "") + "?";
}

}  // namespace graduasi
