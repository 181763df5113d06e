#include "parameters/sources.h"

#include "base/contract.h"
#include "base/csv_reader.h"

#include <algorithm>
#include <charconv>

namespace graduasi {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_word(char c) { return is_digit(c) || is_small(c) || (c >= 'A' && c <= 'Z') || c == '_'; }

/// The code that begins here: one of four letters, two or three digits, at most one small letter.
std::string_view code_at(std::string_view text, std::size_t at) {
  constexpr std::string_view letters = "SEDR";
  if (at > 0 && is_word(text[at - 1])) return {};
  if (letters.find(text[at]) == letters.npos) return {};
  auto end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  auto const digits = end - at - 1;
  if (digits < 2 || digits > 3) return {};
  if (end < text.size() && is_small(text[end])) ++end;
  if (end < text.size() && is_word(text[end])) return {};
  return text.substr(at, end - at);
}

int number_of(std::string_view code) {
  int number = 0;
  std::from_chars(code.data() + 1, code.data() + code.size(), number);
  return number;
}

std::string code_of(char letter, int number, std::size_t digits) {
  auto const text = std::to_string(number);
  return letter + std::string(digits - std::min(digits, text.size()), '0') + text;
}

}  // namespace

std::vector<CitedSource> read_sources(std::string_view csv) {
  TextStream stream(csv);
  CsvReader reader(stream, {.by_hand = false}, "scenarios/sources.csv");
  std::vector<CitedSource> all;
  CsvRow row;
  for (bool header = true; reader.next(row); header = false) {
    expects(row.size() == 7, "a source has seven fields");
    if (header) continue;
    all.push_back({row[0].text, row[1].text, row[2].text, row[3].text, row[4].text, row[5].text,
                   row[6].text});
  }
  expects(reader.problems().empty(), "quotes in the list of sources close");
  return all;
}

std::vector<CitedSource> const& all_sources() {
  static std::vector<CitedSource> const all = read_sources(embedded_sources());
  return all;
}

CitedSource const* source_of(std::string_view code) {
  auto const found = std::ranges::find(all_sources(), code, &CitedSource::code);
  return found == all_sources().end() ? nullptr : &*found;
}

std::vector<std::string> codes_in(std::string_view text) {
  std::vector<std::string> codes;
  auto const add = [&](std::string code) {
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(std::move(code));
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto const code = code_at(text, at);
    if (code.empty()) continue;
    add(std::string(code));
    at += code.size() - 1;
    bool const dash = at + 2 < text.size() && text[at + 1] == '-';
    auto const last = dash ? code_at(text, at + 2) : std::string_view();
    if (last.empty() || last[0] != code[0]) continue;
    for (int n = number_of(code) + 1; n < number_of(last); ++n)
      add(code_of(code[0], n, code.size() - 1));
  }
  return codes;
}

}  // namespace graduasi
