#include "scenario/text/value.h"

#include "base/month_text.h"
#include "base/names.h"
#include "base/number_text.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <vector>

namespace graduasi {

namespace {

bool all_digits(std::string_view text) {
  auto const is_digit = [](char c) { return '0' <= c && c <= '9'; };
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

/// 010 is 8 for one reader and 10 for another.
bool has_leading_zero(std::string_view text) {
  text = without_sign(text);
  return text.size() > 1 && text[0] == '0' && '0' <= text[1] && text[1] <= '9';
}

/// [-+]digits[.digits][e[-+]digits], one of the digits around the point may be missing.
bool has_form_of_number(std::string_view text) {
  text = without_sign(text);
  auto const e = text.find_first_of("eE");
  if (e != std::string_view::npos && !all_digits(without_sign(text.substr(e + 1)))) return false;
  auto const mantissa = text.substr(0, e);
  auto const point = mantissa.find('.');
  if (point == std::string_view::npos) return all_digits(mantissa);
  auto const whole = mantissa.substr(0, point), part = mantissa.substr(point + 1);
  return (whole.empty() || all_digits(whole)) && (part.empty() || all_digits(part)) &&
         whole.size() + part.size() > 0;
}

/// The number that the text is; infinite when it is too large for a double.
std::optional<double> number_in(std::string_view text) {
  if (!has_form_of_number(text) || has_leading_zero(text)) return std::nullopt;
  bool const negative = text.starts_with('-');
  double value = 0;
  auto const digits = without_sign(text);
  auto const result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec == std::errc::result_out_of_range) {
    // from_chars does not say at which end; only a number below 1 or a negative exponent is too
    // small.
    bool const tiny = digits.starts_with("0.") || digits.starts_with('.') ||
                      digits.find("e-") != std::string_view::npos ||
                      digits.find("E-") != std::string_view::npos;
    value = tiny ? 0 : std::numeric_limits<double>::infinity();
  }
  return negative ? -value : value;
}

std::string expected(Rule const& rule) {
  switch (rule.kind) {
    case Kind::yes_no:
      return "it must be true or false";
    case Kind::whole_number:
      return "it must be a whole number in " + text_of(rule.range);
    case Kind::choice:
      return "it must be one of " + joined(rule.words);
    case Kind::set:
      return "it must be a list of " + joined(rule.words) + ", such as [" +
             std::string(rule.words.front()) + "]";
    case Kind::number:
      break;
  }
  return "it must be a number in " + text_of(rule.range);
}

/// The boolean that other programs would read here.
std::string meant_boolean(std::string text) {
  for (char& c : text) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (text == "true" || text == "yes" || text == "on" || text == "y" || text == "1") return "true";
  if (text == "false" || text == "no" || text == "off" || text == "n" || text == "0")
    return "false";
  return {};
}

/// The numbers that were meant: without quotes, leading zeros or separators, with a decimal point.
std::vector<std::string> meant_numbers(Entry const& entry, Rule const& rule) {
  auto text = entry.text;
  bool const percent = text.ends_with('%');
  while (has_leading_zero(text)) text.erase(text.find('0'), 1);
  std::vector<std::string> meant;
  // What needs nothing but the quotes taken off keeps its form.
  bool const is_right = rule.kind == Kind::whole_number
                            ? whole_number_in(text).has_value()
                            : number_in(text) && !groups_thousands(text, '.');
  if (is_right) return {text};
  for (double const reading : readings_of(text)) {
    double const value = percent ? reading / 100 : reading;
    bool const fits =
        rule.range.holds(value) && (rule.kind != Kind::whole_number || value == std::floor(value));
    if (fits) meant.push_back(typed_number(value));
  }
  // A point before three digits is no decimal point where only whole numbers make sense.
  if (rule.kind == Kind::whole_number && meant.size() > 1) meant.erase(meant.begin());
  return meant;
}

std::string meant(Entry const& entry, Rule const& rule) {
  if (entry.shape != Entry::Shape::text || entry.text.size() > 40) return {};
  if (rule.kind == Kind::set) return {};
  if (rule.kind == Kind::choice) return suggestion(entry.text, rule.words);
  auto const texts = rule.kind == Kind::yes_no ? std::vector{meant_boolean(entry.text)}
                                               : meant_numbers(entry, rule);
  std::vector<std::string_view> words(texts.begin(), texts.end());
  std::erase_if(words,
                [&](auto word) { return word.empty() || (word == entry.text && !entry.quoted); });
  if (words.empty()) return {};
  return "; did you mean " + std::string(words[0]) +
         (words.size() > 1 ? " or " + std::string(words[1]) : "") +
         (entry.quoted ? " without quotes?" : "?");
}

/// Whether a point may separate thousands: of what is counted, or of rupiah, where the number is
/// allowed with it and without.
bool may_group_thousands(Entry const& entry, double value, Rule const& rule) {
  constexpr auto counted = std::to_array<std::string_view>(
      {"households", "families", "facilitators", "persons", "months", "draws"});
  bool const is_counted =
      rule.unit.starts_with("rupiah") || std::ranges::find(counted, rule.unit) != counted.end();
  return rule.kind == Kind::number && is_counted && groups_thousands(entry.text, '.') &&
         rule.range.holds(value) && rule.range.holds(1000 * value);
}

/// The place of a word among those of a choice.
std::optional<std::size_t> place_of(Entry const& entry, Rule const& rule) {
  if (entry.shape != Entry::Shape::text) return std::nullopt;
  auto const found = std::ranges::find(rule.words, std::string_view(entry.text));
  if (found == rule.words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rule.words.begin());
}

/// A set is written as a list; each of its words is a bit.
std::optional<double> set_in(Entry const& entry, Rule const& rule) {
  if (entry.shape != Entry::Shape::list || entry.items.empty()) return std::nullopt;
  unsigned bits = 0;
  for (auto const& item : entry.items) {
    auto const place = place_of(item, rule);
    if (!place || (bits >> *place & 1u) != 0) return std::nullopt;
    bits |= 1u << *place;
  }
  return bits;
}

/// A list that is no set is shown by what is wrong with it.
std::string shown_as(Entry const& entry, Rule const& rule) {
  if (rule.kind != Kind::set || entry.shape != Entry::Shape::list) return shown(entry);
  if (entry.items.empty()) return "an empty list";
  for (std::size_t i = 0; i < entry.items.size(); ++i) {
    auto const place = place_of(entry.items[i], rule);
    if (!place) return "a list with " + shown(entry.items[i]);
    for (std::size_t before = 0; before < i; ++before) {
      if (place_of(entry.items[before], rule) == place)
        return "a list with " + shown(entry.items[i]) + " twice";
    }
  }
  return shown(entry);
}

std::optional<double> value_in(Entry const& entry, Rule const& rule) {
  if (rule.kind == Kind::set) return set_in(entry, rule);
  if (rule.kind == Kind::choice) {
    auto const place = place_of(entry, rule);
    return place ? std::optional(static_cast<double>(*place)) : std::nullopt;
  }
  if (entry.shape != Entry::Shape::text || entry.quoted) return std::nullopt;
  switch (rule.kind) {
    case Kind::yes_no:
      if (entry.text == "true") return 1;
      if (entry.text == "false") return 0;
      return std::nullopt;
    case Kind::whole_number:
      return whole_number_in(entry.text);
    default:
      break;
  }
  return number_in(entry.text);
}

}  // namespace

std::optional<double> whole_number_in(std::string_view text) {
  return all_digits(without_sign(text)) ? number_in(text) : std::nullopt;
}

std::string text_of(Range range) {
  return "[" + shortest(range.min) + ", " + shortest(range.max) + "]";
}

std::optional<double> checked_value(Entry const& entry, std::string const& path, Rule const& rule,
                                    Problems& problems) {
  auto const value = value_in(entry, rule);
  if (!value) {
    problems.add(entry.place, path + " is " + shown_as(entry, rule) + "; " + expected(rule) +
                                  meant(entry, rule));
    return std::nullopt;
  }
  if (may_group_thousands(entry, *value, rule)) {
    problems.add(entry.place, path + " is " + shown(entry) +
                                  ", whose point may separate thousands; did you mean " +
                                  typed_number(1000 * *value) + ", or " + shortest(*value) + "?");
    return std::nullopt;
  }
  bool const any = rule.kind != Kind::number && rule.kind != Kind::whole_number;
  if (any || rule.range.holds(*value)) return value;
  auto const unit = rule.unit.empty() ? std::string() : " " + std::string(rule.unit);
  problems.add(entry.place,
               path + " is " + shown(entry) + unit + "; it must lie in " + text_of(rule.range));
  return std::nullopt;
}

std::optional<CalendarMonth> checked_month(Entry const& entry, std::string const& path,
                                           Problems& problems) {
  auto const month = entry.shape == Entry::Shape::text ? month_named(entry.text) : std::nullopt;
  if (month) return month;
  problems.add(entry.place, path + " is " + shown(entry) +
                                "; it must be a month from 1900-01 to 2200-12, such as 2026-01");
  return std::nullopt;
}

std::optional<std::string> checked_text(Entry const& entry, std::string const& path,
                                        Problems& problems) {
  auto text = std::string(trimmed(entry.text));
  bool const is_text = entry.shape == Entry::Shape::text && !text.empty();
  auto const fault = is_text ? fault_of_name(text) : std::string();
  if (is_text && fault.empty()) return text;
  problems.add(entry.place, path + " is " + shown(entry) + "; it must be a text in one line" +
                                (fault.empty() ? "" : ", but " + fault));
  return std::nullopt;
}

bool is_section(Entry const& entry, std::string const& path, Problems& problems) {
  if (entry.shape == Entry::Shape::map) return true;
  // A section whose lines are all commented out.
  if (entry.shape == Entry::Shape::empty) return true;
  problems.add(entry.place, path + " is " + shown(entry) + "; it must be a map of keys and values");
  return false;
}

std::string text_of(CalendarMonth month) { return month_text(month); }

std::string suggestion(std::string_view word, std::span<std::string_view const> candidates) {
  // Nobody mistypes a word of this length so that a short one was meant.
  if (word.size() > 64) return {};
  auto near = closest(word, candidates);
  auto const begins_so = [&](std::string_view candidate) { return candidate.starts_with(word); };
  if (near.empty() && word.size() >= 3) {
    auto const found = std::ranges::find_if(candidates, begins_so);
    if (found != candidates.end()) near = *found;
  }
  return near.empty() ? std::string() : "; did you mean " + std::string(near) + "?";
}

}  // namespace graduasi
