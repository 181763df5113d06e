// Sheets of an Excel workbook, row by row. The library behind it is included in few places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

struct lxw_chart;
struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace graduasi {

/// How a cell looks.
enum class Look { text, wrapped, heading, title, month, whole, decimal, share };

/// A workbook that is written from start to end. The same content gives the same bytes: the only
/// date in it is the one given.
class Workbook {
 public:
  /// @param created  written in the file's properties; seconds since 1970, in UTC
  /// @throws FileError when memory or temporary files fail
  Workbook(std::filesystem::path path, std::string const& title, std::time_t created);
  ~Workbook();
  Workbook(Workbook const&) = delete;
  Workbook& operator=(Workbook const&) = delete;

  lxw_workbook* handle() const { return book_; }
  lxw_format* format(Look look) const { return formats_[static_cast<std::size_t>(look)]; }

  /// Writes the file.
  /// @throws FileError naming the path, the reason and what to do
  void close();

 private:
  void refuse_lost_rows() const;

  std::filesystem::path path_;
  std::string temporary_folder_;
  lxw_workbook* book_;
  std::vector<lxw_format*> formats_;  ///< by `Look`
};

/// A column of a table: its heading and its width in characters.
struct SheetColumn {
  std::string_view heading;
  double width;
};

/// A sheet that is filled cell after cell, row after row: the library keeps only the last row.
class Sheet {
 public:
  /// A table: headings on top that stay in sight, and a filter for every column.
  Sheet(Workbook& book, std::string const& name, std::vector<SheetColumn> const& columns);

  void text(std::string_view value, Look look = Look::text);
  /// With 7 significant digits, as in the CSV files; an empty cell when not defined.
  void number(double value, Look look);
  /// The first day of the month.
  void month(int year, int month);
  /// A number where the text is one, else the text.
  void number_or_text(std::string const& value);
  void skip() { ++column_; }
  void next_row();

  /// Places the filter over all rows; nothing may be written afterwards.
  void finish();

  std::size_t row() const { return row_; }
  lxw_worksheet* handle() const { return sheet_; }

 private:
  Workbook& book_;
  lxw_worksheet* sheet_;
  std::size_t row_ = 0;
  std::uint16_t column_ = 0;
  std::size_t columns_;
};

/// The most rows that Excel reads.
inline constexpr std::size_t max_sheet_rows = 1048576;

}  // namespace graduasi
