#include "command/serve.h"

#include "command/build_facts.h"
#include "command/interrupt.h"
#include "command/streams.h"
#include "scenario/text/input_files.h"
#include "serve/server.h"

#include <fmt/core.h>

#include <malloc.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

/// Scenarios of the person first, then those that came with the program.
std::vector<fs::path> scenario_folders() {
  std::vector<fs::path> folders{".", "scenarios"};
  if (auto const ours = shipped("scenarios"); !ours.empty()) folders.push_back(ours);
  return folders;
}

/// Opens an address with what the desktop has for it; where there is none the address is printed
/// anyway.
void open_in_browser(std::string const& address) {
  bool const desktop =
      std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
  if (!desktop || fork() != 0) return;
  std::array<char const*, 3> const words{"xdg-open", address.c_str(), nullptr};
  execvp(words[0], const_cast<char* const*>(words.data()));
  _exit(127);
}

}  // namespace

int serve_application(Request const& request) {
  watch_for_interrupts();
  // What is sent is large and soon forgotten: it is to go back to the system, not to wait in the
  // heaps of as many threads as have sent something.
  mallopt(M_MMAP_THRESHOLD, 1 << 18);
  mallopt(M_ARENA_MAX, 2);
  ServerSettings const settings{
      .results = request.output.empty() ? "results" : request.output,
      .folders = scenario_folders(),
      .port = request.port,
      .page = embedded_application(),
      .version = fmt::format("{} ({})", program_version(), program_commit()),
      .stop = &interrupted()};
  serve(settings, [&](std::string const& address) {
    answer("{}\n", address);
    finish_answer();
    say("open it in a browser of this machine; Ctrl+C ends\n");
    if (request.browser) open_in_browser(address);
  });
  return 0;
}

}  // namespace graduasi
