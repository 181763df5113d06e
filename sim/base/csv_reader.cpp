#include "base/csv_reader.h"

#include "base/text.h"

#include <algorithm>

namespace graduasi {

void CsvReader::take(std::string* into) {
  char const c = static_cast<char>(source_.sbumpc());
  if (into != nullptr) *into += c;
  // Bytes inside a character of UTF-8 are not columns of their own.
  if (c == '\n') {
    ++line_;
    column_ = 1;
  } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
    ++column_;
  }
}

/// Takes LF or CRLF. A carriage return alone ends nothing and goes to `into`.
bool CsvReader::take_line_end(std::string* into) {
  if (peek() == '\n') {
    take();
    return true;
  }
  if (peek() != '\r') return false;
  take();
  if (peek() == '\n') {
    take();
    return true;
  }
  if (into != nullptr) *into += '\r';
  return false;
}

void CsvReader::skip_line() {
  while (peek() != end && !take_line_end(nullptr))
    if (peek() != end && peek() != '\r' && peek() != '\n') take();
}

bool CsvReader::next(CsvRow& row) {
  while (peek() != end) {
    problems_.clear();
    if (dialect_.by_hand && peek() == '#') {
      skip_line();
      continue;
    }
    read_row(row);
    bool const empty = std::ranges::all_of(row, [](auto const& f) { return f.text.empty(); });
    if (!dialect_.by_hand || !empty || !problems_.empty()) return true;
  }
  return false;
}

void CsvReader::read_row(CsvRow& row) {
  row_ended_ = false;
  std::size_t fields = 0;
  while (!row_ended_) {
    if (fields == row.size()) row.emplace_back();
    auto& field = row[fields++];
    field.text.clear();
    field.line = line_;
    field.column = column_;
    read_field(field);
    if (dialect_.by_hand) {
      auto const text = trimmed(field.text);
      if (text.size() < field.text.size()) field.text = std::string(text);
    }
  }
  row.resize(fields);
}

void CsvReader::read_field(CsvField& field) {
  if (peek() == '"') return read_quoted(field);
  row_ended_ = read_plain(field.text);
  if (field.text.find('"') != std::string::npos) {
    report(field, "a quote is in the middle of a field; the whole field must be quoted");
  }
}

/// Up to a separator, which is taken, or to the end of the row.
/// @returns whether the row ends
bool CsvReader::read_plain(std::string& text) {
  auto const separator = std::streambuf::traits_type::to_int_type(dialect_.separator);
  for (;;) {
    auto const c = peek();
    if (c == end) return true;
    if (c == separator) {
      take();
      return false;
    }
    if (c == '\n' || c == '\r') {
      if (take_line_end(&text)) return true;
    } else {
      take(&text);
    }
  }
}

void CsvReader::read_quoted(CsvField& field) {
  take();
  for (;;) {
    if (peek() == end) {
      row_ended_ = true;
      return report(field, "the quoted field does not end");
    }
    if (peek() != '"') {
      take(&field.text);
      continue;
    }
    take();
    if (peek() != '"') break;
    take(&field.text);
  }
  std::string behind;
  row_ended_ = read_plain(behind);
  if (!trimmed(behind).empty()) {
    report(field, "text follows the closing quote; a separator or the end of the line is needed");
  }
}

void CsvReader::report(CsvField const& field, std::string text) {
  problems_.push_back({place_of(name_, field), std::move(text)});
}

std::string place_of(std::string const& name, CsvField const& field) {
  return name + ":" + std::to_string(field.line) + ":" + std::to_string(field.column);
}

}  // namespace graduasi
