#include "population/csv_table.h"

#include "base/text.h"

#include <utility>

namespace graduasi {

namespace {

/// A fault that the whole file has is said so many times, then counted.
constexpr std::size_t most_faults = 100;

/// Walks over the text once and knows where it is.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::string const& name) : text_(text), name_(name) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  CsvTable read() {
    while (!at_end()) {
      if (text_[at_] == '#') {
        skip_line();
      } else if (!take_line_end()) {
        table_.rows.push_back(read_row());
      }
    }
    if (faults_ > most_faults) {
      table_.problems.push_back(
          {name_, std::to_string(faults_ - most_faults) + " more fields have wrong quotes"});
    }
    return std::move(table_);
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  bool at_line_end() const {
    return at_end() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
  }

  char take() {
    char const c = text_[at_++];
    // Bytes inside a character of UTF-8 are not columns of their own.
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
      ++column_;
    }
    return c;
  }

  bool take_line_end() {
    if (at_end() || !at_line_end()) return false;
    while (take() != '\n') {
    }
    return true;
  }

  void skip_line() {
    while (!at_line_end()) take();
    take_line_end();
  }

  CsvRow read_row() {
    CsvRow row;
    for (;;) {
      row.push_back(read_field());
      if (take_line_end() || at_end()) return row;
      take();  // the comma
    }
  }

  CsvField read_field() {
    CsvField field{{}, line_, column_};
    if (!at_end() && text_[at_] == '"') {
      read_quoted(field);
    } else {
      while (!at_line_end() && text_[at_] != ',') field.text += take();
      if (field.text.find('"') != std::string::npos) {
        report(field, "a quote stands in the middle of a field; the whole field must be quoted");
      }
    }
    field.text = std::string(trimmed(field.text));
    return field;
  }

  void read_quoted(CsvField& field) {
    take();
    for (;;) {
      if (at_end()) return report(field, "the quoted field does not end");
      char const c = take();
      if (c != '"') {
        field.text += c;
      } else if (!at_end() && text_[at_] == '"') {
        field.text += take();
      } else {
        break;
      }
    }
    if (at_line_end() || text_[at_] == ',') return;
    report(field, "text follows the closing quote; a comma or the end of the line is needed");
    while (!at_line_end() && text_[at_] != ',') take();
  }

  void report(CsvField const& field, std::string text) {
    if (++faults_ > most_faults) return;
    table_.problems.push_back({place_of(name_, field), std::move(text)});
  }

  std::string_view text_;
  std::string const& name_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  std::size_t faults_ = 0;
  CsvTable table_;
};

}  // namespace

std::string place_of(std::string const& name, CsvField const& field) {
  return name + ":" + std::to_string(field.line) + ":" + std::to_string(field.column);
}

CsvTable parse_csv(std::string_view text, std::string const& name) {
  return CsvReader(text, name).read();
}

}  // namespace graduasi
