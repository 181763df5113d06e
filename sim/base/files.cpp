#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t block_bytes = 1 << 16;

/// No line of a table of ours comes near it.
constexpr std::size_t max_line_bytes = 1 << 20;

std::string unreadable(int error) { return std::string("cannot be read: ") + std::strerror(error); }

/// Why what is under this name is no ordinary file; empty when it is one.
std::string trouble_with(fs::file_status const& status) {
  if (!fs::exists(status)) return "is not there";
  if (fs::is_directory(status)) return "is a folder";
  if (!fs::is_regular_file(status)) return "is not an ordinary file";
  return {};
}

/// Opens an ordinary file, and no other: opening a pipe or a device may wait or do something.
/// @returns the handle, or -1 with the reason in `trouble`
int open_ordinary(fs::path const& file, std::string& trouble) {
  std::error_code error;
  auto const status = fs::status(file, error);
  bool const is_gone = status.type() == fs::file_type::not_found;
  trouble = error && !is_gone ? unreadable(error.value()) : trouble_with(status);
  if (!trouble.empty()) return -1;
  // Some files of the system look ordinary and wait for what is to come.
  int const handle = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (handle < 0) trouble = unreadable(errno);
  return handle;
}

/// Appends at most a block to `text`.
/// @returns whether there was anything; false with a reason in `trouble` when reading fails
bool read_block(int handle, std::string& text, std::string& trouble) {
  auto const before = text.size();
  text.resize(before + block_bytes);
  ::ssize_t got = 0;
  do {
    got = ::read(handle, text.data() + before, block_bytes);
  } while (got < 0 && errno == EINTR);
  if (got < 0) trouble = unreadable(errno);
  text.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
  return got > 0;
}

}  // namespace

FileBytes read_bytes(fs::path const& file, std::uintmax_t max) {
  FileBytes bytes;
  int const handle = open_ordinary(file, bytes.trouble);
  if (handle < 0) return bytes;
  auto const too_large = "is larger than " + std::to_string(max >> 20) + " megabytes";
  struct stat now {};
  if (::fstat(handle, &now) == 0 && static_cast<std::uintmax_t>(now.st_size) > max)
    bytes.trouble = too_large;
  // Its size may grow, or be said to be nothing.
  while (bytes.trouble.empty() && read_block(handle, bytes.text, bytes.trouble)) {
    if (bytes.text.size() > max) bytes.trouble = too_large;
  }
  ::close(handle);
  if (!bytes.trouble.empty()) bytes.text.clear();
  return bytes;
}

FileStream::FileStream(fs::path const& file) : file_(open_ordinary(file, trouble_)) {}

FileStream::~FileStream() {
  if (file_ >= 0) ::close(file_);
}

FileStream::int_type FileStream::underflow() {
  block_.clear();
  if (!trouble_.empty() || !read_block(file_, block_, trouble_)) return traits_type::eof();
  setg(block_.data(), block_.data(), block_.data() + block_.size());
  return traits_type::to_int_type(block_.front());
}

bool LineReader::next(std::string& line) {
  line.clear();
  for (int c = stream_.sbumpc(); c != std::streambuf::traits_type::eof(); c = stream_.sbumpc()) {
    if (c == '\n') return true;
    if (line.size() == max_line_bytes) {
      too_long_ = "has a line of more than a megabyte";
      return false;
    }
    line += static_cast<char>(c);
  }
  // The last line may lack its line feed.
  return trouble().empty() && !line.empty();
}

std::filesystem::path program_file() {
  std::error_code error;
  auto const file = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path() : file;
}

int open_new(fs::path const& file, mode_t permissions) {
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) return -1;
  return ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions);
}

}  // namespace graduasi
