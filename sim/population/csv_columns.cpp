#include "population/csv_columns.h"

#include "base/files.h"
#include "base/names.h"
#include "base/number_text.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace graduasi {

namespace {

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return {};
  return value;
}

/// "line 3", "4 lines: 3, 5, 6 and 9", "900 lines: 3, 5, 6, 9, 12 and others".
std::string lines_text(std::vector<int> const& lines) {
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < lines.size() && i < 5; ++i) shown.push_back(std::to_string(lines[i]));
  if (lines.size() > shown.size()) shown.push_back("others");
  std::vector<std::string_view> const words(shown.begin(), shown.end());
  return (lines.size() == 1 ? "line " : std::to_string(lines.size()) + " lines: ") + joined(words);
}

bool is_empty(CsvField const& field) { return field.text.empty(); }

/// What people and programs write where they have no figure.
bool stands_for_nothing(std::string_view text) {
  auto const word = alike(text);
  constexpr auto words =
      std::to_array<std::string_view>({"-", "--", "n/a", "na", "nan", "null", "none", ".", "..",
                                       "...", "?", "#n/a", "\xE2\x80\x93"});
  return std::ranges::find(words, word) != words.end();
}

std::string_view name_of_separator(char separator) {
  return separator == ';' ? "semicolons" : separator == '\t' ? "tabs" : "another sign than commas";
}

}  // namespace

std::string text_of_table(std::filesystem::path const& file, std::string_view what,
                          int max_megabytes) {
  auto bytes = read_bytes(file, static_cast<std::uintmax_t>(max_megabytes) << 20);
  if (bytes.trouble.empty()) return std::move(bytes.text);
  bool const too_long = bytes.trouble.starts_with("is larger");
  throw ScenarioError({{file.string(), std::string(what) + " " + bytes.trouble +
                                           (too_long ? "; no such table is that long" : "")}});
}

CsvColumns::CsvColumns(std::string_view text, std::string name)
    : name_(std::move(name)),
      form_(form_of(text)),
      stream_(form_.rows),
      reader_(stream_, {.separator = form_.separator}, name_, form_.first_line) {
  if (auto fault = fault_of_text(text, name_))
    problems_.push_back(std::move(*fault));
  else if (reader_.next(header_))
    problems_ = reader_.problems();
  else
    report("the file is empty; it needs a header and at least one row");
}

bool CsvColumns::next(CsvRow& row) {
  while (reader_.next(row)) {
    has_rows_ = true;
    for (auto const& problem : reader_.problems())
      if (lists("quotes", row.front().line)) problems_.push_back(problem);
    if (!reader_.problems().empty() || !complete(row)) continue;
    note_nameless(row);
    return true;
  }
  if (!has_rows_) report(header_[0], "no row follows the header");
  has_rows_ = true;
  return false;
}

/// Whether a row has as many fields as the header; says so when it has not. Empty fields behind the
/// last column are those of a spreadsheet.
bool CsvColumns::complete(CsvRow& row) {
  auto const columns = header_.size();
  if (row.size() > columns &&
      std::all_of(row.begin() + static_cast<std::ptrdiff_t>(columns), row.end(), is_empty))
    row.resize(columns);
  if (row.size() == columns) return true;
  bool const decimals = row.size() > columns && form_.separator == ',';
  list("number of fields", row.front(),
       "the row has " + std::to_string(row.size()) + " fields; the header has " +
           std::to_string(columns) +
           (decimals ? "; are decimals written with a comma? write a point, or separate fields by "
                       "semicolons"
                     : ""));
  return false;
}

void CsvColumns::note_nameless(CsvRow const& row) {
  for (auto const at : nameless_) {
    if (!row[at].text.empty())
      note("column " + std::to_string(at + 1) + " has no name in the header and a value",
           "it is ignored", row[at].line);
  }
}

void CsvColumns::decide_decimals(std::span<std::size_t const> number_columns) {
  // Where commas separate fields, a decimal point is the only way that needs no quotes.
  if (form_.separator == ',') return;
  TextStream stream(form_.rows);
  CsvReader reader(stream, {.separator = form_.separator}, name_);
  bool point = false, comma = false;
  CsvRow row;
  reader.next(row);
  while (reader.next(row)) {
    for (auto const at : number_columns) {
      if (at >= row.size()) continue;
      auto const written = decimals_of(row[at].text);
      point = point || written == Decimals::point;
      comma = comma || written == Decimals::comma;
    }
  }
  // Semicolons are written where the comma is taken for decimals.
  bool const usual = form_.separator == ';' && !point;
  decimals_ = comma || usual ? Decimals::comma : Decimals::point;
}

std::optional<std::vector<std::size_t>> CsvColumns::find(
    std::span<std::string_view const> names,
    std::map<std::string_view, std::string_view> const& aliases) {
  if (!fine()) return {};
  for (auto const& field : header_) {
    if (field.text.find('\r') == std::string::npos) continue;
    report(field, "lines end in a carriage return alone; line feeds are needed");
    return {};
  }
  std::vector<std::size_t> at(names.size(), absent);
  for (std::size_t i = 0; i < header_.size(); ++i) {
    std::string_view const written = header_[i].text;
    if (written.empty()) {
      nameless_.push_back(i);
      continue;
    }
    auto const alias = aliases.find(written);
    auto const known = std::ranges::find(names, alias == aliases.end() ? written : alias->second);
    if (known == names.end()) {
      unknown_.push_back(header_[i].text);
      continue;
    }
    auto& place = at[static_cast<std::size_t>(known - names.begin())];
    if (place == absent) {
      place = i;
    } else {
      report(header_[i], "column " + shown(header_[i].text) + " is given twice (first in column " +
                             std::to_string(place + 1) + ")");
    }
  }
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (at[k] == absent) unused_.push_back(names[k]);
  }
  return at;
}

void CsvColumns::missing(std::string_view column, std::string_view instead) {
  std::vector<std::string_view> const present(unknown_.begin(), unknown_.end());
  std::string text = "column " + std::string(column) + " is missing" + std::string(instead);
  if (auto const near = closest(column, present); !near.empty()) {
    text += "; did you mean " + shown(near) + "?";
  }
  report(header_.front(), std::move(text));
}

void CsvColumns::report(CsvField const& field, std::string text) {
  problems_.push_back({place_of(name_, field), std::move(text)});
}

void CsvColumns::report(std::string text) {
  problems_.push_back({name_ + ":1:1", std::move(text)});
}

bool CsvColumns::lists(std::string_view column, int line, int max) {
  auto& fault = faults_[std::string(column)];
  if (++fault.rows > max && fault.first_line == 0) fault.first_line = line;
  fault.listed = std::min(fault.rows, max);
  return fault.rows <= max;
}

void CsvColumns::list(std::string_view fault, CsvField const& field, std::string text) {
  if (lists(fault, field.line)) report(field, std::move(text));
}

void CsvColumns::note(std::string_view what, std::string_view consequence, int line) {
  auto at = std::ranges::find(noted_, what, &Noted::what);
  if (at == noted_.end()) at = noted_.insert(at, {std::string(what), std::string(consequence), {}});
  at->lines.push_back(line);
}

std::optional<double> CsvColumns::number(CsvField const& field, NumberRule const& rule) {
  std::string const name(rule.name);
  if (field.text.empty() && rule.need != Need::required) {
    note(name + " is empty", rule.when_empty, field.line);
    return {};
  }
  bool const by_comma = decimals_ == Decimals::comma;
  auto const plain = by_comma ? from_decimal_comma(field.text) : std::optional(field.text);
  auto const value = plain ? number_in(*plain) : std::nullopt;
  bool const in_doubt = rule.values == Values::whole && plain && groups_thousands(*plain, '.');
  if (value && allows(rule, *value) && !in_doubt) return value;
  auto instead = meant(plain.value_or(field.text), rule);
  if (by_comma) std::ranges::replace(instead, '.', ',');
  if (instead.empty() && rule.need != Need::required && stands_for_nothing(field.text))
    instead = "; leave the cell empty where it is not known";
  bool const by_factor = value && !instead.empty();
  if (by_factor ? !lists(name + ", off by a factor", field.line, max_listed_of_factor)
                : !lists(name, field.line))
    return {};
  if (field.text.empty()) {
    report(field, name + " is empty; a number is needed");
    return {};
  }
  auto const unit = value && !rule.unit.empty() ? " " + std::string(rule.unit) : "";
  auto const needed =
      value || rule.values == Values::yes_or_no ? must_of(rule) + std::string(rule.aside)
      : by_comma ? std::string("a number is needed, with a comma before decimals as in other rows")
                 : std::string(
                       "a number is needed, with a decimal point and without separators of "
                       "thousands");
  auto const is = value ? shown(field.text) : "\"" + shown(field.text) + "\"";
  report(field, name + " is " + is + unit + "; " + needed + instead);
  return {};
}

void CsvColumns::throw_if_any() {
  for (auto const& [column, fault] : faults_) {
    int const more = fault.rows - fault.listed;
    if (more <= 0) continue;
    problems_.push_back({name_ + ":" + std::to_string(fault.first_line) + ":1",
                         std::to_string(more) + " more row" + (more == 1 ? "" : "s") +
                             " with wrong " + column + ", of which this is the first"});
  }
  if (!problems_.empty()) throw ScenarioError(problems_);
}

std::optional<Warning> CsvColumns::note_of_form() const {
  if (form_.separator == ',') return {};
  auto const what = "fields are separated by " + std::string(name_of_separator(form_.separator));
  if (decimals_ == Decimals::comma)
    return Warning{name_, what + ", decimals by a comma",
                   "they are read so: 12,33 is 12.33, and 650.000 is 650000"};
  return Warning{name_, what, "they are read so, with a decimal point"};
}

std::vector<Warning> CsvColumns::warnings() const {
  std::vector<Warning> all;
  if (auto form = note_of_form()) all.push_back(std::move(*form));
  if (!unknown_.empty()) {
    std::vector<std::string> names;
    for (auto const& column : unknown_) {
      auto const near = closest(column, unused_);
      names.push_back(shown(column) + (near.empty() ? "" : " (" + std::string(near) + "?)"));
    }
    std::vector<std::string_view> const words(names.begin(), names.end());
    all.push_back(
        {name_, "columns that the program does not know: " + joined(words), "they are ignored"});
  }
  for (auto const& [what, consequence, lines] : noted_)
    all.push_back({name_, what + " on " + lines_text(lines), consequence});
  return all;
}

}  // namespace graduasi
