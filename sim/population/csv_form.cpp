#include "population/csv_form.h"

#include "base/characters.h"
#include "base/names.h"
#include "base/number_text.h"
#include "base/text.h"

#include <algorithm>

namespace graduasi {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The first line, without its end.
std::string_view first_line(std::string_view text) {
  auto const line = text.substr(0, text.find('\n'));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// "sep=;", as spreadsheets understand it.
bool names_separator(std::string_view line) {
  return line.size() == 5 && alike(line.substr(0, 4)) == "sep=";
}

/// The line with the names of the columns; empty when there is none.
std::string_view header_of(std::string_view rows) {
  while (!rows.empty()) {
    auto const line = first_line(rows);
    if (!trimmed(line).empty() && line[0] != '#') return line;
    auto const end = rows.find('\n');
    rows.remove_prefix(end == std::string_view::npos ? rows.size() : end + 1);
  }
  return {};
}

std::string place_at(std::string const& name, std::string_view text, std::size_t at) {
  auto const before = text.substr(0, at);
  auto const line = std::ranges::count(before, '\n') + 1;
  auto const start = before.rfind('\n') + 1;  // npos + 1 is 0
  auto const column = std::ranges::count_if(before.substr(start), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  });
  return name + ":" + std::to_string(line) + ":" + std::to_string(column + 1);
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

}  // namespace

CsvForm form_of(std::string_view text) {
  CsvForm form{.rows = text};
  if (form.rows.starts_with(byte_order_mark)) form.rows.remove_prefix(byte_order_mark.size());
  char named = ',';
  if (auto const line = first_line(form.rows); names_separator(line)) {
    named = line.back();
    form.rows.remove_prefix(std::min(form.rows.size(), form.rows.find('\n')));
    if (!form.rows.empty()) form.rows.remove_prefix(1);
    ++form.first_line;
  }
  auto const header = header_of(form.rows);
  std::ptrdiff_t max = 0;
  for (char const separator : {named, ',', ';', '\t'}) {
    auto const count = std::ranges::count(header, separator);
    if (count <= max) continue;
    max = count;
    form.separator = separator;
  }
  return form;
}

std::optional<Problem> fault_of_text(std::string_view text, std::string const& name) {
  bool const marked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  auto const start = text.substr(0, 200);
  // Every other byte of ASCII in UTF-16.
  if (marked || (std::ranges::count(start, '\0') >= 2 && start.find('\0') < 2))
    return Problem{name + ":1:1",
                   "the file is not text in UTF-8 (UTF-16 perhaps); save it as \"CSV UTF-8\""};
  for (std::size_t at = 0; at < text.size();) {
    auto const [bytes, code] = first_character(text.substr(at));
    if (bytes == 0) {
      auto const byte = static_cast<unsigned char>(text[at]);
      std::string const meant = byte < 0xA0 ? ""
                                : byte < 0xC0
                                    ? std::string("\xC2") + static_cast<char>(byte)
                                    : std::string("\xC3") + static_cast<char>(byte - 0x40);
      return Problem{place_at(name, text, at),
                     "the byte " + hexadecimal(byte, 2) + " is not UTF-8" +
                         (meant.empty() ? "" : " (\"" + meant + "\" in Windows-1252)") +
                         "; save the file as \"CSV UTF-8\""};
    }
    if (code == 0)
      return Problem{place_at(name, text, at),
                     "here is a NUL, which belongs in no text; delete it"};
    at += bytes;
  }
  if (text.find('\r') != text.npos && text.find('\n') == text.npos)
    return Problem{name + ":1:1", "lines end in a carriage return alone; line feeds are needed"};
  return {};
}

Decimals decimals_of(std::string_view number) {
  auto const points = std::ranges::count(number, '.'), commas = std::ranges::count(number, ',');
  auto const last = number.find_last_of(".,");
  if (last == std::string_view::npos || readings_of(number).empty()) return Decimals::either;
  bool const by_point = number[last] == '.';
  if (points > 0 && commas > 0) return by_point ? Decimals::point : Decimals::comma;
  if (points + commas > 1) return by_point ? Decimals::comma : Decimals::point;
  if (groups_thousands(number, number[last])) return Decimals::either;
  return by_point ? Decimals::point : Decimals::comma;
}

std::optional<std::string> from_decimal_comma(std::string_view number) {
  auto const at = number.find(',');
  std::string whole(number.substr(0, at));
  if (groups_thousands(whole, '.')) std::erase(whole, '.');
  bool const fits = whole.find('.') == std::string::npos;
  if (!fits || (at != std::string_view::npos && !all_digits(number.substr(at + 1)))) return {};
  if (at != std::string_view::npos) whole += "." + std::string(number.substr(at + 1));
  return whole;
}

}  // namespace graduasi
