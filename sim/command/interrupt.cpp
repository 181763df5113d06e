#include "command/interrupt.h"

#include <csignal>

namespace graduasi {

namespace {

std::atomic<bool>& flag() {
  static std::atomic<bool> raised = false;
  return raised;
}

extern "C" void on_signal(int signal) {
  flag().store(true);
  std::signal(signal, SIG_DFL);
}

}  // namespace

void watch_for_interrupts() {
  flag();
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
}

std::atomic<bool> const& interrupted() { return flag(); }

}  // namespace graduasi
