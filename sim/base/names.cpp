#include "base/names.h"

#include "base/characters.h"
#include "base/text.h"

#include <algorithm>
#include <vector>

namespace graduasi {

namespace {

std::string fault_of(char32_t code) {
  if (breaks_line(code)) return "it holds a line break";
  if (code == '\t') return "it holds a tab";
  if (turns_direction(code))
    return "it holds " + code_name(code) + ", which turns the direction of writing";
  if (is_obeyed(code)) return "it holds the control character " + code_name(code);
  return {};
}

}  // namespace

std::string fault_of_name(std::string_view text) {
  while (!text.empty()) {
    auto const [bytes, code] = first_character(text);
    if (bytes == 0)
      return "its byte " + hexadecimal(static_cast<unsigned char>(text[0]), 2) + " is not UTF-8";
    if (auto fault = fault_of(code); !fault.empty()) return fault;
    text.remove_prefix(bytes);
  }
  return {};
}

std::string alike(std::string_view name) {
  std::string same;
  bool blank = false;
  while (!name.empty()) {
    auto const [bytes, code] = first_character(name);
    auto const length = std::max<std::size_t>(bytes, 1);
    if (code == ' ' || passes_for_blank(code)) {
      blank = true;
    } else {
      if (blank && !same.empty()) same += ' ';
      blank = false;
      bool const capital = 'A' <= code && code <= 'Z';
      if (capital)
        same += static_cast<char>(code - 'A' + 'a');
      else
        same += name.substr(0, length);
    }
    name.remove_prefix(length);
  }
  return same;
}

bool opens_a_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

Warning formula_warning(std::string place, std::span<std::string const> names) {
  constexpr std::size_t max = 5;
  std::vector<std::string> some;
  for (auto const& name : names.first(std::min(max, names.size()))) some.push_back(shown(name));
  if (names.size() > max) some.push_back(std::to_string(names.size() - max) + " more");
  std::vector<std::string_view> const words(some.begin(), some.end());
  return {std::move(place), "a name begins with = + - or @: " + joined(words),
          "a spreadsheet takes such cells of the CSV tables for formulas; result.xlsx has them as "
          "text"};
}

}  // namespace graduasi
