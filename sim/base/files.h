// Files as others leave them: ordinary ones are read to a limit, new ones are made without
// following links.
#pragma once

#include <cstdint>
#include <filesystem>
#include <streambuf>
#include <string>

#include <sys/types.h>

namespace graduasi {

/// What is read whole is far smaller: a scenario, a table of districts. In bytes.
inline constexpr std::uintmax_t max_input_bytes = std::uintmax_t{64} << 20;

/// The bytes of a file, or why they could not be read ("is not there", "is a folder").
struct FileBytes {
  std::string text{};
  std::string trouble{};  ///< empty when the file was read
};

/// Reads an ordinary file whole. Pipes and devices are refused, since they may wait for ever or
/// have no end.
/// @param max  bytes; a larger file is refused
FileBytes read_bytes(std::filesystem::path const& file, std::uintmax_t max = max_input_bytes);

/// An ordinary file of any size, read block by block; pipes and devices are refused. It ends early
/// when there is trouble.
class FileStream : public std::streambuf {
 public:
  explicit FileStream(std::filesystem::path const& file);
  ~FileStream() override;
  FileStream(FileStream const&) = delete;
  FileStream& operator=(FileStream const&) = delete;

  /// Why the file cannot be read, as in `FileBytes`; empty as long as it can.
  std::string const& trouble() const { return trouble_; }

 private:
  int_type underflow() override;

  std::string trouble_;
  int file_;
  std::string block_;
};

/// Reads an ordinary file line by line.
class LineReader {
 public:
  explicit LineReader(std::filesystem::path const& file) : stream_(file) {}

  /// The next line, without its line feed. False at the end of the file, and when there is trouble.
  bool next(std::string& line);

  /// Why the file cannot be read, as in `FileBytes`; empty as long as it can.
  std::string const& trouble() const { return too_long_.empty() ? stream_.trouble() : too_long_; }

 private:
  FileStream stream_;
  std::string too_long_;
};

/// The file of the program that runs, or empty where the system does not tell.
std::filesystem::path program_file();

/// Opens a new file for reading and writing. What has this name already, be it a link, is removed
/// and not followed: a folder may come from a stranger.
/// @returns the handle, or -1 with the reason in `errno`
int open_new(std::filesystem::path const& file, mode_t permissions = 0666);

}  // namespace graduasi
