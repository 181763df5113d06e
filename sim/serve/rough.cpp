#include "serve/rough.h"

#include "base/errors.h"
#include "base/files.h"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

/// Whether a process has this number.
bool is_running(std::string const& number) {
  pid_t process = 0;
  auto const* const end = number.data() + number.size();
  auto const [stop, error] = std::from_chars(number.data(), end, process);
  if (error != std::errc() || stop != end || process <= 0) return false;
  return ::kill(process, 0) == 0 || errno == EPERM;
}

}  // namespace

RoughRuns::RoughRuns(fs::path const& folder) : folder_(folder / std::to_string(::getpid())) {
  std::error_code error;
  for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error)) {
    std::error_code stays;
    if (!is_running(i->path().filename().string())) fs::remove_all(i->path(), stays);
  }
}

RoughRuns::~RoughRuns() {
  std::error_code error;
  fs::remove_all(folder_, error);
  fs::remove(folder_.parent_path(), error);  // where it is empty now
}

void RoughRuns::stop() {
  std::scoped_lock const lock(guard_);
  stopped_ = true;
  if (running_) running_->kill();
}

RoughAnswer RoughRuns::answer(std::string const& file, std::string const& yaml,
                              std::string const& language) {
  std::shared_ptr<Child> child;
  std::uint64_t number = 0;
  fs::path folder;
  {
    std::scoped_lock const lock(guard_);
    if (stopped_) return {.state = RoughAnswer::State::replaced};
    if (running_) running_->kill();
    number = ++newest_;
    folder = folder_ / std::to_string(number);
    child = std::make_shared<Child>(
        std::vector<std::string>{"run", "-", "--as", file, "--households", "5000", "--replicates",
                                 "2", "--draws", "1", "--no-report", "--quiet", "--force", "--lang",
                                 language, "-o", folder.string()},
        yaml);
    running_ = child;
  }
  auto const ended = child->wait();
  RoughAnswer answer;
  std::error_code error;
  {
    std::scoped_lock const lock(guard_);
    if (running_ == child) running_.reset();
    if (number != newest_ || stopped_) answer.state = RoughAnswer::State::replaced;
  }
  if (answer.state != RoughAnswer::State::replaced && ended.code == 0) {
    auto bytes = read_bytes(folder / "page.json");
    if (!bytes.trouble.empty()) throw FileError("the page of a rough run " + bytes.trouble);
    answer = {.state = RoughAnswer::State::whole, .page = std::move(bytes.text)};
  }
  fs::remove_all(folder, error);
  return answer;
}

}  // namespace graduasi
