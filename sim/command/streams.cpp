#include "command/streams.h"

#include "base/errors.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace graduasi {

void secure_streams() {
  for (int const stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    // Opened the wrong way round, so that using it still fails. It gets the lowest free number.
    [[maybe_unused]] auto const taken =
        ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

int mute_streams() {
  int const copy = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  int const nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  for (int const stream : {STDOUT_FILENO, STDERR_FILENO})
    [[maybe_unused]] auto const replaced = ::dup2(nowhere, stream);
  ::close(nowhere);
  return copy;
}

void put_answer(std::string_view text) {
  // The stream itself remembers a failure.
  [[maybe_unused]] auto const written = std::fwrite(text.data(), 1, text.size(), stdout);
}

void finish_answer() {
  errno = 0;
  bool const is_flushed = std::fflush(stdout) == 0;
  // A disk over the network may refuse the bytes only when the file is closed.
  int const copy = ::dup(STDOUT_FILENO);
  bool const is_closed = copy < 0 || ::close(copy) == 0;
  if (is_flushed && is_closed && std::ferror(stdout) == 0) return;
  throw FileError(std::string("stdout: cannot be written (") +
                  (errno != 0 ? std::strerror(errno) : "an earlier part was lost") +
                  "); what was asked for is not whole there; free space, or send it elsewhere");
}

void put_note(std::string_view text) {
  [[maybe_unused]] auto const written = std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace graduasi
