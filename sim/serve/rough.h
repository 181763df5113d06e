// A quick answer to what is being typed: a small run whose files nobody keeps.
#pragma once

#include "serve/child.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace graduasi {

/// What became of a rough run.
struct RoughAnswer {
  enum class State { whole, replaced, wrong } state = State::wrong;
  std::string page = {};  ///< page.json of a whole one
};

/// One at a time: what is typed now matters, what was typed before does not.
class RoughRuns {
 public:
  /// @param folder  below which each server has a folder of its own, and each run one in that
  ///                while it runs. Those of servers that were killed are removed.
  explicit RoughRuns(std::filesystem::path const& folder);
  ~RoughRuns();

  /// Runs 5,000 families twice; an earlier run that is not done yet is ended.
  /// @throws FileError when the program cannot be started or what it wrote cannot be read
  RoughAnswer answer(std::string const& file, std::string const& yaml, std::string const& language);

  /// Ends the one that runs.
  void stop();

 private:
  std::filesystem::path folder_;
  std::mutex guard_;
  std::shared_ptr<Child> running_;
  std::uint64_t newest_ = 0;
  bool stopped_ = false;
};

}  // namespace graduasi
