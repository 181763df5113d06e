// Ctrl+C and a request to terminate, which end a long command in order.
#pragma once

#include <atomic>

namespace graduasi {

/// Lets Ctrl+C, and a request to terminate, end the run early but orderly; a second one ends it at
/// once.
void watch_for_interrupts();

/// Whether one has come. The flag lives as long as the process, since signals have no other place.
std::atomic<bool> const& interrupted();

}  // namespace graduasi
