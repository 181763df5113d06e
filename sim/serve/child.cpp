#include "serve/child.h"

#include "base/errors.h"
#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace graduasi {

namespace {

/// A page.json of a large sweep has some 50 megabytes.
constexpr off_t most_answered = off_t{256} << 20;

[[noreturn]] void fail(std::string_view what) {
  throw FileError(std::string(what) + ": " + std::strerror(errno));
}

/// A file that lives in memory alone, with some text and its place at the start.
int file_in_memory(char const* name, std::string_view text) {
  int const file = memfd_create(name, MFD_CLOEXEC);
  if (file < 0) fail("no file in memory can be made");
  for (std::string_view rest = text; !rest.empty();) {
    auto const written = write(file, rest.data(), rest.size());
    if (written <= 0) {
      close(file);
      fail("a file in memory cannot be written");
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

/// Becomes the program; only what may be done between fork and exec is done here.
[[noreturn]] void become(char const* program, char* const* words, int input, int answer, int notes,
                         pid_t parent) {
  setpgid(0, 0);  // Ctrl+C on the terminal is for the server, which asks its children to stop
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(127);  // it was gone before it could be watched
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  if (dup2(input, STDIN_FILENO) >= 0 && dup2(answer, STDOUT_FILENO) >= 0 &&
      dup2(notes, STDERR_FILENO) >= 0)
    execv(program, words);
  _exit(127);
}

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

Child::Child(std::vector<std::string> const& words, std::string_view input) {
  std::string const program = program_file().string();
  std::vector<char*> all{const_cast<char*>("graduasi")};
  for (auto const& word : words) all.push_back(const_cast<char*>(word.c_str()));
  all.push_back(nullptr);
  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) fail("no pipe can be made");
  notes_ = pipe[0];
  int const text = file_in_memory("input", input);
  answer_ = file_in_memory("answer", {});
  pid_t const parent = getpid();
  process_ = fork();
  if (process_ == 0) become(program.c_str(), all.data(), text, answer_, pipe[1], parent);
  int const error = errno;
  close(text);
  close(pipe[1]);
  if (process_ > 0) return;
  close(answer_);
  close(notes_);
  errno = error;
  fail("the program cannot be started");
}

Child::~Child() {
  if (process_ > 0) {
    kill();
    (void)wait();
  }
  close(answer_);
  close(notes_);
}

std::optional<std::string> Child::next_line() {
  for (;;) {
    auto const end = unread_.find('\n');
    if (end != std::string::npos) {
      auto line = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return line;
    }
    std::array<char, 4096> block;
    auto const read_now = read(notes_, block.data(), block.size());
    if (read_now < 0 && errno == EINTR) continue;
    if (read_now <= 0) return std::nullopt;
    unread_.append(block.data(), static_cast<std::size_t>(read_now));
  }
}

void Child::signal(int number) {
  std::scoped_lock const lock(guard_);
  if (process_ > 0) ::kill(process_, number);
}

void Child::interrupt() { signal(SIGINT); }
void Child::kill() { signal(SIGKILL); }

Ended Child::wait() {
  while (next_line()) {
  }  // else it might wait for a reader
  // Its number goes to no other process before it is taken back, and then nobody has it here.
  siginfo_t how;
  while (waitid(P_PID, static_cast<id_t>(process_), &how, WEXITED | WNOWAIT) < 0 &&
         errno == EINTR) {
  }
  int status = 0;
  {
    std::scoped_lock const lock(guard_);
    waitpid(process_, &status, 0);
    process_ = -1;
  }
  struct stat facts {};
  if (fstat(answer_, &facts) != 0 || facts.st_size > most_answered)
    throw FileError("the program answered more than 256 megabytes");
  Ended ended{.code = code_of(status),
              .answer = std::string(static_cast<std::size_t>(facts.st_size), '\0')};
  std::size_t have = 0;
  while (have < ended.answer.size()) {
    auto const now = pread(answer_, ended.answer.data() + have, ended.answer.size() - have,
                           static_cast<off_t>(have));
    if (now <= 0) fail("what the program answered cannot be read");
    have += static_cast<std::size_t>(now);
  }
  return ended;
}

Ended carried_out(std::vector<std::string> const& words, std::string_view input) {
  return Child(words, input).wait();
}

}  // namespace graduasi
