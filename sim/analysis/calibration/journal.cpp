#include "analysis/calibration/journal.h"

#include "base/errors.h"
#include "base/files.h"
#include "base/text.h"

#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <sstream>

namespace graduasi {

namespace {

/// Batch, rows, columns, and then the values row by row; "-" where there is none.
std::string line_of(std::size_t batch, Eigen::ArrayXXd const& values) {
  auto line = std::to_string(batch) + " " + std::to_string(values.rows()) + " " +
              std::to_string(values.cols());
  for (Eigen::Index i = 0; i < values.rows(); ++i) {
    for (Eigen::Index k = 0; k < values.cols(); ++k)
      line += " " + (std::isnan(values(i, k)) ? std::string("-") : shortest(values(i, k)));
  }
  return line + " end\n";
}

/// Whether the line is a whole batch.
bool read_line(std::string const& line, std::size_t& batch, Eigen::ArrayXXd& values) {
  constexpr long most = 1 << 20;
  std::istringstream words(line);
  long rows = 0, columns = 0;
  if (!(words >> batch >> rows >> columns) || rows < 0 || columns < 0 || rows > most ||
      columns > most)
    return false;
  values.resize(rows, columns);
  std::string word;
  for (Eigen::Index i = 0; i < rows; ++i) {
    for (Eigen::Index k = 0; k < columns; ++k) {
      if (!(words >> word)) return false;
      values(i, k) = word == "-" ? std::numeric_limits<double>::quiet_NaN()
                                 : std::strtod(word.c_str(), nullptr);
    }
  }
  return (words >> word) && word == "end";
}

}  // namespace

Journal::Journal(std::filesystem::path file, std::string const& identity) : file_(std::move(file)) {
  LineReader reader(file_);
  std::string line;
  if (reader.next(line) && line == identity) {
    std::size_t batch = 0;
    Eigen::ArrayXXd values;
    while (reader.next(line))
      if (read_line(line, batch, values)) batches_[batch] = values;
  }
  resumed_ = batches_.size();
  handle_ = open_new(file_);
  if (handle_ < 0)
    throw FileError(file_.generic_string() + ": cannot be written (" + std::strerror(errno) +
                    "); choose another folder with --output");
  write(identity + "\n");
  for (auto const& [batch, values] : batches_) write(line_of(batch, values));
}

Journal::~Journal() {
  if (handle_ >= 0) ::close(handle_);
}

void Journal::write(std::string_view text) const {
  while (!text.empty()) {
    auto const written = ::write(handle_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0)
      throw FileError(file_.generic_string() + ": cannot be written (" + std::strerror(errno) +
                      "); make room and go on with --resume");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

Eigen::ArrayXXd const* Journal::find(std::size_t batch) const {
  auto const found = batches_.find(batch);
  return found == batches_.end() ? nullptr : &found->second;
}

void Journal::keep(std::size_t batch, Eigen::ArrayXXd const& values) {
  write(line_of(batch, values));
  batches_[batch] = values;
}

void Journal::remove() const {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

}  // namespace graduasi
