#include "command/progress_line.h"

#include "command/streams.h"

#include <unistd.h>

#include <algorithm>
#include <string>

namespace graduasi {

ProgressLine::ProgressLine(Request const& request) : form_(Form::none) {
  bool const terminal = isatty(STDERR_FILENO) != 0;
  using Progress = Request::Progress;
  bool const never = request.quiet || request.progress == Progress::never;
  if (never || (!terminal && request.progress == Progress::automatic)) return;
  form_ = request.progress == Progress::percent ? Form::percent
          : terminal                            ? Form::bar
                                                : Form::tenths;
}

void ProgressLine::begin_part(double seconds_after) {
  part_began_ = std::chrono::steady_clock::now();
  seconds_after_ = seconds_after;
}

void ProgressLine::show(double of_part) {
  if (form_ == Form::none || !(of_part > 0)) return;
  auto const now = std::chrono::steady_clock::now();
  auto const since = [&](auto began) { return std::chrono::duration<double>(now - began).count(); };
  double const left = since(part_began_) * (1 - of_part) / of_part + seconds_after_;
  double const spent = since(began_);
  double const done = spent / std::max(spent + left, 1e-9);
  if (form_ != Form::bar) {
    int const all = form_ == Form::tenths ? 10 : 100;
    auto const steps = static_cast<int>(done * all + 1e-9);
    if (steps > steps_ && form_ == Form::tenths) say("{} % done\n", steps * 10);
    if (steps > steps_ && form_ == Form::percent) say("{} percent, {:.1f} s left\n", steps, left);
    steps_ = std::max(steps, steps_);
    return;
  }
  if (now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  constexpr int width = 30;
  auto const full = static_cast<std::size_t>(done * width);
  say("\r[{}{}] {:3.0f} %, {:.0f} s left  ", std::string(full, '#'), std::string(width - full, ' '),
      done * 100, left);
}

void ProgressLine::clear() {
  if (form_ == Form::bar) say("\r{}\r", std::string(60, ' '));
}

}  // namespace graduasi
