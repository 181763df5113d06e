#include "command/progress_line.h"

#include "command/streams.h"

#include <unistd.h>

#include <string>

namespace graduasi {

ProgressLine::ProgressLine(Request const& request) : form_(Form::none) {
  bool const terminal = isatty(STDERR_FILENO) != 0;
  bool const never = request.quiet || request.progress == Request::When::never;
  bool const always = request.progress == Request::When::always;
  if (never || (!terminal && !always)) return;
  form_ = terminal ? Form::bar : Form::lines;
}

void ProgressLine::show(double done) {
  auto const now = std::chrono::steady_clock::now();
  if (form_ == Form::lines) {
    auto const tenths = static_cast<int>(done * 10 + 1e-9);
    if (tenths > tenths_) say("{} % done\n", tenths * 10);
    tenths_ = tenths;
    return;
  }
  if (form_ == Form::none || now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  constexpr int width = 30;
  auto const full = static_cast<std::size_t>(done * width);
  double const spent = std::chrono::duration<double>(now - began_).count();
  double const left = done > 0 ? spent * (1 - done) / done : 0;
  say("\r[{}{}] {:3.0f} %, {:.0f} s left  ", std::string(full, '#'), std::string(width - full, ' '),
      done * 100, left);
}

void ProgressLine::clear() {
  if (form_ == Form::bar) say("\r{}\r", std::string(60, ' '));
}

}  // namespace graduasi
