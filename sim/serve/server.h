// One page on this machine, and what it asks for.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

struct ServerSettings {
  std::filesystem::path results;               ///< folder of all results
  std::vector<std::filesystem::path> folders;  ///< where scenarios are looked for
  int port = 0;                                ///< 0: any that is free
  std::string_view page;                       ///< what is shown at /
  std::string version;                         ///< of the program
  std::atomic<bool> const* stop = nullptr;     ///< set to end
};

/// Answers until it is told to stop.
/// @param listens  called with the address once requests are answered
/// @throws FileError when the port is taken
void serve(ServerSettings const& settings, std::function<void(std::string const&)> const& listens);

}  // namespace graduasi
