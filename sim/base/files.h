// Files as others leave them: ordinary ones are read to a limit, new ones are made without
// following links.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <sys/types.h>

namespace graduasi {

/// What is read whole is far smaller: a scenario, a table of districts. In bytes.
inline constexpr std::uintmax_t most_input_bytes = std::uintmax_t{64} << 20;

/// The bytes of a file, or why they could not be read ("is not there", "is a folder").
struct FileBytes {
  std::string text{};
  std::string trouble{};  ///< empty when the file was read
};

/// Reads an ordinary file whole. Pipes and devices are refused, since they may wait for ever or
/// have no end.
/// @param most  bytes; a larger file is refused
FileBytes read_bytes(std::filesystem::path const& file, std::uintmax_t most = most_input_bytes);

/// Reads an ordinary file of any size line by line; pipes and devices are refused.
class LineReader {
 public:
  explicit LineReader(std::filesystem::path const& file);
  ~LineReader();
  LineReader(LineReader const&) = delete;
  LineReader& operator=(LineReader const&) = delete;

  /// The next line, without its line feed. False at the end of the file, and when there is trouble.
  bool next(std::string& line);

  /// Why the file cannot be read, as in `FileBytes`; empty as long as it can.
  std::string const& trouble() const { return trouble_; }

 private:
  bool fill();

  std::string trouble_;
  int file_;
  std::string buffer_;
  std::size_t from_ = 0;  ///< where the next line begins in the buffer
};

/// Opens a new file for reading and writing. What has this name already, be it a link, is removed
/// and not followed: a folder may come from a stranger.
/// @returns the handle, or -1 with the reason in `errno`
int open_new(std::filesystem::path const& file, mode_t permissions = 0666);

}  // namespace graduasi
