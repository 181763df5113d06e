// How far a long command is, on stderr.
#pragma once

#include "command/request.h"

#include <chrono>

namespace graduasi {

/// Progress on stderr: a bar with the time left on a terminal, else a line every tenth; or, for
/// another program, a line "P percent, S s left" for every percent.
class ProgressLine {
 public:
  explicit ProgressLine(Request const& request);
  /// From here on a part of the work is shown, which so many seconds will follow.
  void begin_part(double seconds_after);
  /// @param done  share of the part in [0, 1]; without parts, of the work
  void show(double done);
  /// Takes the bar away before anything else is printed.
  void clear();

 private:
  enum class Form { none, bar, tenths, percent } form_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point part_began_ = began_;
  std::chrono::steady_clock::time_point shown_ = {};
  double seconds_after_ = 0;
  int steps_ = 0;  ///< tenths or percent that have been said
};

}  // namespace graduasi
