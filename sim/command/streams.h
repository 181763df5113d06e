// What the program prints: answers on stdout, everything beside them on stderr.
#pragma once

#include <fmt/core.h>

#include <string_view>
#include <utility>

namespace graduasi {

/// Comes first in `main`. A stream that is closed stays one that cannot be written, and is not
/// taken for the next file that is opened. A reader that has gone away and a file that may not grow
/// (`ulimit -f`) become errors of writing instead of the end of the process.
void secure_streams();

/// From here on nothing that is written to stdout or stderr is heard.
/// @returns a copy of stderr as it was, or a negative number
int mute_streams();

/// Writes to stdout what the user asked for. Whether it arrives is asked once, at the end.
void put_answer(std::string_view text);

template <class... Parts>
void answer(fmt::format_string<Parts...> form, Parts&&... parts) {
  put_answer(fmt::format(form, std::forward<Parts>(parts)...));
}

/// Sees that everything answered has arrived.
/// @throws FileError
void finish_answer();

/// Writes a note, a warning or an error to stderr. Not being heard is no reason to stop: when
/// stderr cannot be written, nothing happens.
void put_note(std::string_view text);

template <class... Parts>
void say(fmt::format_string<Parts...> form, Parts&&... parts) {
  put_note(fmt::format(form, std::forward<Parts>(parts)...));
}

}  // namespace graduasi
