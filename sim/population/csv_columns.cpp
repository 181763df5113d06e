#include "population/csv_columns.h"

#include "base/files.h"
#include "base/text.h"

#include <algorithm>
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

/// Why this is not a line of comma-separated names; empty when it may be one.
std::string_view no_header(CsvRow const& header) {
  auto const holds = [&](char c) {
    return std::ranges::any_of(
        header, [c](CsvField const& field) { return field.text.find(c) != std::string::npos; });
  };
  if (holds('\0') || header.front().text.starts_with("\xFF\xFE") ||
      header.front().text.starts_with("\xFE\xFF"))
    return "the file is not text in UTF-8 (UTF-16 perhaps); save it as \"CSV UTF-8\"";
  if (holds('\r')) return "lines end in a carriage return alone; line feeds are needed";
  if (header.size() > 1) return {};
  if (holds(';')) return "the fields are separated by semicolons; commas are needed";
  if (holds('\t')) return "the fields are separated by tabs; commas are needed";
  return {};
}

}  // namespace

std::string text_of_table(std::filesystem::path const& file, std::string_view what) {
  auto bytes = read_bytes(file);
  if (bytes.trouble.empty()) return std::move(bytes.text);
  throw ScenarioError({{file.string(), std::string(what) + " " + bytes.trouble}});
}

CsvColumns::CsvColumns(std::string_view text, std::string name)
    : name_(std::move(name)), table_(parse_csv(text, name_)), problems_(table_.problems) {}

bool CsvColumns::complete(CsvRow const& row) {
  auto const columns = table_.rows.front().size();
  if (row.size() == columns) return true;
  if (lists("number of fields", row.front().line)) {
    report(row.front(), "the row has " + std::to_string(row.size()) + " fields; the header has " +
                            std::to_string(columns));
  }
  return false;
}

std::optional<std::vector<std::size_t>> CsvColumns::find(
    std::span<std::string_view const> names,
    std::map<std::string_view, std::string_view> const& aliases) {
  if (table_.rows.empty()) {
    report("the file is empty; it needs a header and at least one row");
    return {};
  }
  auto const& header = table_.rows.front();
  if (auto const reason = no_header(header); !reason.empty()) {
    report(header[0], std::string(reason));
    return {};
  }
  std::vector<std::size_t> at(names.size(), absent);
  for (std::size_t i = 0; i < header.size(); ++i) {
    std::string_view const written = header[i].text;
    auto const alias = aliases.find(written);
    auto const known = std::ranges::find(names, alias == aliases.end() ? written : alias->second);
    if (known == names.end()) {
      unknown_.push_back(header[i].text);
      continue;
    }
    auto& place = at[static_cast<std::size_t>(known - names.begin())];
    if (place == absent) {
      place = i;
    } else {
      report(header[i], "column " + shown(header[i].text) + " is given twice (first in column " +
                            std::to_string(place + 1) + ")");
    }
  }
  if (table_.rows.size() == 1) report(header[0], "no row follows the header");
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
  report(table_.rows.front().front(), std::move(text));
}

void CsvColumns::report(CsvField const& field, std::string text) {
  problems_.push_back({place_of(name_, field), std::move(text)});
}

void CsvColumns::report(std::string text) {
  problems_.push_back({name_ + ":1:1", std::move(text)});
}

bool CsvColumns::lists(std::string_view column, int line) {
  auto& fault = faults_[std::string(column)];
  if (++fault.rows > most_listed && fault.first_line == 0) fault.first_line = line;
  return fault.rows <= most_listed;
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
  auto const value = number_in(field.text);
  if (value && rule.allowed(*value)) return value;
  if (!lists(rule.name, field.line)) return {};
  if (field.text.empty()) {
    report(field, name + " is empty; a number is needed");
  } else if (!value) {
    report(field, name + " is \"" + shown(field.text) +
                      "\"; a number is needed, with a decimal point and without separators of "
                      "thousands");
  } else {
    report(field, name + " is " + shown(field.text) + " " + std::string(rule.unit) + "; " +
                      std::string(rule.must));
  }
  return {};
}

void CsvColumns::throw_if_any() {
  for (auto const& [column, fault] : faults_) {
    int const more = fault.rows - most_listed;
    if (more <= 0) continue;
    problems_.push_back({name_ + ":" + std::to_string(fault.first_line) + ":1",
                         std::to_string(more) + " more row" + (more == 1 ? "" : "s") +
                             " with wrong " + column + ", of which this is the first"});
  }
  if (!problems_.empty()) throw ScenarioError(problems_);
}

std::vector<Warning> CsvColumns::warnings() const {
  std::vector<Warning> all;
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
