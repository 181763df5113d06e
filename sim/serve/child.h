// The program itself, started again to do one thing: what the page asks for is what the command
// line does, in a process of its own.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace graduasi {

/// How a child has ended.
struct Ended {
  int code = 0;        ///< as in a shell: 128 and the signal's number where it was killed
  std::string answer;  ///< what it wrote to stdout
};

/// A running program. It ends with the thread that started it, however that ends.
class Child {
 public:
  /// @param words    of its command line, behind the name of the program
  /// @param input    what it reads from stdin
  /// @throws FileError when it cannot be started
  Child(std::vector<std::string> const& words, std::string_view input);
  /// Kills it when it still runs.
  ~Child();
  Child(Child const&) = delete;
  Child& operator=(Child const&) = delete;

  /// The next line that it says on stderr, without its line feed; nothing when it has ended.
  std::optional<std::string> next_line();
  /// Asks it to stop; it keeps what is finished. From any thread, also when it has ended.
  void interrupt();
  /// From any thread as well.
  void kill();
  /// Waits for its end.
  /// @throws FileError where it wrote more to stdout than fits
  Ended wait();

 private:
  void signal(int number);

  std::mutex guard_;
  pid_t process_ = -1;
  int answer_ = -1;  ///< a file in memory
  int notes_ = -1;   ///< the reading end of a pipe
  std::string unread_;
};

/// A child from its start to its end; what it says on stderr is not kept.
Ended carried_out(std::vector<std::string> const& words, std::string_view input);

}  // namespace graduasi
