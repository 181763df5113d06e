#include "store/sink.h"

#include "base/errors.h"
#include "base/files.h"
#include "base/text.h"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

namespace graduasi {

namespace {

constexpr std::size_t buffer_bytes = 1 << 20;

std::string remedy(int error) {
  if (error == ENOSPC || error == EDQUOT)
    return "free space there, or choose another folder with --output";
  if (error == EACCES || error == EPERM || error == EROFS) {
    return "allow writing there, or choose another folder with --output";
  }
  if (error == EFBIG) return "raise the limit of file sizes (ulimit -f)";
  return "choose another folder with --output";
}

}  // namespace

Sink::Sink(std::filesystem::path path) : Sink(open_new(path), path) {}

Sink::Sink(int file, std::filesystem::path path) : path_(std::move(path)), file_(file) {
  if (file_ < 0) fail(errno);
  buffer_.reserve(buffer_bytes);
}

Sink::~Sink() {
  if (file_ >= 0) ::close(file_);
}

void Sink::number(double value) {
  // Whole numbers below 10^7 have at most 7 digits: the same text as the general way, sooner.
  if (value > -1e7 && value < 1e7) {
    auto const whole = static_cast<int>(value);
    if (static_cast<double>(whole) == value) {
      char text[16];
      put({text, std::to_chars(text, text + sizeof text, whole).ptr});
      return;
    }
  }
  put(seven_digits(value));
}

std::string Sink::close() {
  flush();
  // Pipes and devices cannot be synced (EINVAL); a disk that lost the bytes says so here or in
  // close.
  if (::fsync(file_) != 0 && errno != EINVAL) fail(errno);
  if (::close(std::exchange(file_, -1)) != 0) fail(errno);
  return hash_.finish();
}

void Sink::flush() {
  write_all(buffer_);
  hash_.add(buffer_);
  buffer_.clear();
}

void Sink::write_all(std::string_view text) {
  while (!text.empty()) {
    auto const written = ::write(file_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Sink::fail(int error) const {
  throw FileError(path_.string() + ": cannot be written (" + std::strerror(error) + "); " +
                  remedy(error));
}

}  // namespace graduasi
