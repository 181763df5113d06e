#include "serve/rough.h"

#include "base/errors.h"
#include "base/files.h"

namespace graduasi {

namespace fs = std::filesystem;

RoughRuns::~RoughRuns() {
  std::error_code error;
  fs::remove_all(folder_, error);
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
