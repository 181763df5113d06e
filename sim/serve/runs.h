// Runs that were asked for on the page: one at a time, each by the program itself into a folder of
// its own. What was asked for is kept beside the results until it is done, so that it can be taken
// up again after the server has ended, however it ended.
#pragma once

#include "serve/child.h"
#include "serve/history.h"
#include "serve/kinds.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace graduasi {

class Runs {
 public:
  /// Takes up what an earlier server has left; nothing of it runs before it is resumed.
  /// @param results  folder of all results; it is made when the first run is asked for
  explicit Runs(std::filesystem::path results);
  /// Stops what runs, which keeps what is finished.
  ~Runs();

  /// @returns the name of its folder
  /// @throws FileError when it cannot be kept
  std::string add(RunWanted const& wanted);

  enum class Done { yes, unknown, impossible };
  /// Stops one that waits or runs; takes one off the list that is partial or has failed. Its folder
  /// stays.
  Done cancel(std::string_view id);
  /// Lets one go on that is partial or has failed.
  Done resume(std::string_view id);

  /// Those asked for here and all others of the folder, the newest first.
  std::vector<RunFacts> all();

  /// Waits until something has changed since `seen`, or for so long.
  /// @returns how often something has changed
  std::uint64_t wait_for_change(std::uint64_t seen, double seconds);

  /// No child is started from here on, and the one that runs is stopped.
  void stop();

 private:
  struct Asked {
    RunFacts facts;
    RunWanted wanted;
    bool cancelled = false;
  };

  void work();
  void carry_out(Asked& asked);
  void listen_to(Child& child, Asked& asked);
  void changed();
  Asked* find(std::string_view id);
  Done not_asked(std::string_view id) const;
  std::filesystem::path kept(std::string_view id) const;
  void take_up();

  std::filesystem::path results_;
  std::mutex guard_;
  std::condition_variable news_;
  std::deque<std::unique_ptr<Asked>> asked_;  ///< in the order in which they were asked for
  std::shared_ptr<Child> running_;
  std::uint64_t changes_ = 0;
  bool stopped_ = false;
  std::jthread worker_;
};

}  // namespace graduasi
