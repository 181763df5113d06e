#include "output/workbook/sheets.h"

#include "base/errors.h"
#include "base/text.h"

#include <xlsxwriter.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

namespace graduasi {

namespace {

// Excel refuses a file with a longer text in a cell.
constexpr std::size_t longest_text = 32767;

lxw_format* made(lxw_workbook* book, Look look) {
  auto* const format = workbook_add_format(book);
  switch (look) {
    case Look::text:
      break;
    case Look::wrapped:
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      break;
    case Look::heading:
      format_set_bold(format);
      format_set_bg_color(format, 0xE8EEF4);
      format_set_bottom(format, LXW_BORDER_THIN);
      break;
    case Look::title:
      format_set_bold(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      break;
    case Look::month:
      format_set_num_format(format, "yyyy-mm");
      break;
    case Look::whole:
      format_set_num_format(format, "#,##0");
      break;
    case Look::decimal:
      format_set_num_format(format, "#,##0.000");
      break;
    case Look::share:
      format_set_num_format(format, "0.0%");
      break;
  }
  return format;
}

/// The nearest number of 7 significant digits: the last bits of a sum differ between machines.
double rounded(double value) {
  auto const text = seven_digits(value);
  double result = value;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

/// At most `longest_text` bytes, without half of a character at the end.
std::string cut(std::string_view text) {
  auto length = std::min(text.size(), longest_text);
  while (length < text.size() && length > 0 &&
         (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) {
    --length;
  }
  return std::string(text.substr(0, length));
}

/// Stderr is sent nowhere while this lives: the library prints errors by itself, and they are ours
/// to say.
class SilentLibrary {
 public:
  SilentLibrary() : stderr_(::dup(STDERR_FILENO)) {
    int const nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (stderr_ >= 0 && nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
    if (nowhere >= 0) ::close(nowhere);
  }
  ~SilentLibrary() {
    if (stderr_ < 0) return;
    ::dup2(stderr_, STDERR_FILENO);
    ::close(stderr_);
  }
  SilentLibrary(SilentLibrary const&) = delete;
  SilentLibrary& operator=(SilentLibrary const&) = delete;

 private:
  int stderr_;
};

}  // namespace

Workbook::Workbook(std::filesystem::path path, std::string const& title, std::time_t created)
    : path_(std::move(path)), temporary_folder_(path_.parent_path().string()) {
  lxw_workbook_options options{};
  // Rows go to temporary files: a sheet may be larger than memory. They lie where there has to be
  // room for the result anyway.
  options.constant_memory = LXW_TRUE;
  options.tmpdir = temporary_folder_.empty() ? nullptr : temporary_folder_.data();
  options.use_zip64 = LXW_FALSE;
  book_ = workbook_new_opt(path_.c_str(), &options);
  if (book_ == nullptr) throw FileError(path_.string() + ": cannot be written (no memory)");
  lxw_doc_properties properties{};
  std::string name = title, author = "graduasi";
  properties.title = name.data();
  properties.author = author.data();
  properties.created = created;
  workbook_set_properties(book_, &properties);
  for (auto const look : {Look::text, Look::wrapped, Look::heading, Look::title, Look::month,
                          Look::whole, Look::decimal, Look::share}) {
    formats_.push_back(made(book_, look));
  }
}

Workbook::~Workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

/// The library does not look whether its temporary files could be written.
void Workbook::refuse_lost_rows() const {
  lxw_worksheet* sheet = nullptr;
  STAILQ_FOREACH(sheet, book_->worksheets, list_pointers) {
    auto* const rows = sheet->optimize_tmpfile;
    if (rows != nullptr && (std::fflush(rows) != 0 || std::ferror(rows) != 0))
      throw FileError(path_.string() +
                      ": cannot be written (a temporary file beside it is cut short); free space "
                      "there or raise the limit of file sizes (ulimit -f), or choose another "
                      "folder with --output");
  }
}

void Workbook::close() {
  SilentLibrary const silent;
  refuse_lost_rows();
  auto const error = workbook_close(std::exchange(book_, nullptr));
  if (error == LXW_NO_ERROR) return;
  throw FileError(path_.string() + ": cannot be written (" + lxw_strerror(error) +
                  "); free space there, or choose another folder with --output");
}

Sheet::Sheet(Workbook& book, std::string const& name, std::vector<SheetColumn> const& columns)
    : book_(book),
      sheet_(workbook_add_worksheet(book.handle(), name.c_str())),
      columns_(columns.size()) {
  if (sheet_ == nullptr) throw FileError(name + ": the sheet cannot be made (no temporary file)");
  bool const has_headings = !columns.empty() && !columns.front().heading.empty();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    auto const at = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet_, at, at, columns[i].width, nullptr);
    if (has_headings) text(columns[i].heading, Look::heading);
  }
  // On paper: A4 across, as many sheets long as it takes but one wide, headings on each.
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet_, a4);
  worksheet_set_landscape(sheet_);
  worksheet_fit_to_pages(sheet_, 1, 0);
  if (!has_headings) return;
  worksheet_repeat_rows(sheet_, 0, 0);
  worksheet_freeze_panes(sheet_, 1, 0);
  next_row();
}

void Sheet::text(std::string_view value, Look look) {
  auto const at = static_cast<lxw_row_t>(row_);
  if (!value.empty()) {
    worksheet_write_string(sheet_, at, column_, cut(value).c_str(), book_.format(look));
  }
  ++column_;
}

void Sheet::number(double value, Look look) {
  auto const at = static_cast<lxw_row_t>(row_);
  if (!std::isnan(value)) {
    worksheet_write_number(sheet_, at, column_, rounded(value), book_.format(look));
  }
  ++column_;
}

void Sheet::month(int year, int month) {
  lxw_datetime date{year, month, 1, 0, 0, 0};
  worksheet_write_datetime(sheet_, static_cast<lxw_row_t>(row_), column_++, &date,
                           book_.format(Look::month));
}

void Sheet::number_or_text(std::string const& value) {
  double number = 0;
  auto const* const end = value.data() + value.size();
  auto const [stop, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stop != end) return text(value);
  worksheet_write_number(sheet_, static_cast<lxw_row_t>(row_), column_++, number, nullptr);
}

void Sheet::next_row() {
  ++row_;
  column_ = 0;
}

void Sheet::finish() {
  if (row_ < 2) return;
  worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(row_ - 1),
                       static_cast<lxw_col_t>(columns_ - 1));
}

}  // namespace graduasi
