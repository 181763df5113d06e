#include "command/screen.h"

#include <unistd.h>

#include <cstdlib>

namespace graduasi {

Color color_of(Request const& request) {
  bool const is_wanted = request.color == Request::When::automatic
                             ? isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr
                             : request.color == Request::When::always;
  return is_wanted ? Color::always : Color::never;
}

Style style_of(Request const& request) { return {color_of(request), request.said_in()}; }

std::string in_full(Json const& document) { return text_of(document, Layout::indented) + "\n"; }

}  // namespace graduasi
