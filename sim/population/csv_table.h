// Comma-separated text after RFC 4180, with the place of every field.
#pragma once

#include "base/errors.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

struct CsvField {
  std::string text;  ///< without quotes and without blanks at the ends
  int line = 0;      ///< both count from 1; columns count characters
  int column = 0;
};

using CsvRow = std::vector<CsvField>;

struct CsvTable {
  std::vector<CsvRow> rows;
  std::vector<Problem> problems;  ///< quotes that do not close or stand in the middle of a field
};

/// All rows of `text`. A byte order mark, empty lines and lines that begin with `#` are skipped;
/// lines end in LF or CRLF.
/// @param name  the file, for the places of problems
CsvTable parse_csv(std::string_view text, std::string const& name);

/// "name:line:column".
std::string place_of(std::string const& name, CsvField const& field);

}  // namespace graduasi
