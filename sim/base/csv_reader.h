// Rows of separated values after RFC 4180, one at a time, with the place of every field.
#pragma once

#include "base/errors.h"

#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

struct CsvField {
  std::string text;  ///< without quotes
  int line = 0;      ///< both count from 1; columns count characters
  int column = 0;
};

using CsvRow = std::vector<CsvField>;

/// How a file is written.
struct CsvDialect {
  char separator = ',';
  /// A file that somebody typed: blanks at the ends of fields, lines that begin with `#`, empty
  /// lines and rows of nothing but separators count for nothing.
  bool by_hand = true;
};

/// Tables that the program wrote itself.
inline constexpr CsvDialect our_tables{.by_hand = false};

/// A text as a stream, without a copy.
class TextStream : public std::streambuf {
 public:
  explicit TextStream(std::string_view text) {
    auto* const first = const_cast<char*>(text.data());  // never written to
    setg(first, first, first + text.size());
  }
};

/// Reads a stream once. Lines end in LF or CRLF, a field in quotes may hold either.
class CsvReader {
 public:
  /// @param name  the file, for the places of problems
  /// @param line  the number of the first line
  CsvReader(std::streambuf& source, CsvDialect dialect, std::string name, int line = 1)
      : source_(source), dialect_(dialect), name_(std::move(name)), line_(line) {}

  /// The next row; its fields keep their room.
  /// @returns whether there was one
  bool next(CsvRow& row);

  /// Quotes of the last row that do not close or that are in the middle of a field; the row is
  /// not to be used then.
  std::vector<Problem> const& problems() const { return problems_; }

 private:
  static constexpr int end = std::streambuf::traits_type::eof();

  int peek() { return source_.sgetc(); }
  void take(std::string* into = nullptr);
  bool take_line_end(std::string* into);
  void skip_line();
  void read_row(CsvRow& row);
  void read_field(CsvField& field);
  void read_quoted(CsvField& field);
  bool read_plain(std::string& text);
  void report(CsvField const& field, std::string text);

  std::streambuf& source_;
  CsvDialect dialect_;
  std::string name_;
  int line_;
  int column_ = 1;
  bool row_ended_ = false;
  std::vector<Problem> problems_;
};

/// "name:line:column".
std::string place_of(std::string const& name, CsvField const& field);

}  // namespace graduasi
