// Tables of aligned text, for the console.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

enum class Color { never, always };

enum class Side { left, right };

using TextLine = std::vector<std::string>;

/// The text between the codes that a terminal turns into a look ("1" bold, "2" faint).
std::string in_color(std::string_view text, std::string_view code, Color color);

/// Lines with columns of equal width, two blanks apart; the first one is bold.
std::string text_table(std::vector<TextLine> const& lines, std::vector<Side> const& sides,
                       Color color);

}  // namespace graduasi
