// A file that is written once, from start to end.
#pragma once

#include "base/sha256.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graduasi {

/// Collects text in a large buffer, writes it and hashes it on the way. A sink that is given up
/// without `close` leaves its file as it is; whoever made it removes it.
class Sink {
 public:
  /// Makes the file anew; what has its name is removed, a link is not followed.
  /// @throws FileError naming the path, the system's reason and what to do
  explicit Sink(std::filesystem::path path);
  /// Writes to what is open under `file`, and closes it.
  Sink(int file, std::filesystem::path path);
  ~Sink();
  Sink(Sink const&) = delete;
  Sink& operator=(Sink const&) = delete;

  void put(std::string_view text) {
    if (buffer_.size() + text.size() > buffer_.capacity()) flush();
    buffer_.append(text);
  }
  void put(char character) { put(std::string_view(&character, 1)); }

  /// A number with 7 significant digits; nothing for NaN.
  void number(double value);

  /// Says which columns of the table in the file hold text in every row, for the store: the name
  /// "100" is one as well.
  void note_texts(std::vector<std::string> columns) { texts_ = std::move(columns); }
  std::vector<std::string> const& texts() const { return texts_; }

  /// Writes the rest and waits until it is on the disk.
  /// @returns SHA-256 of all bytes
  std::string close();

 private:
  void flush();
  void write_all(std::string_view text);
  [[noreturn]] void fail(int error) const;

  std::filesystem::path path_;
  int file_;
  std::string buffer_;
  std::vector<std::string> texts_;
  Sha256 hash_;
};

}  // namespace graduasi
