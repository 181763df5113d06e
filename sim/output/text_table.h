// Tables of aligned text, for the console.
#pragma once

#include "base/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

enum class Color { never, always };

/// How a console is written to.
struct Style {
  Color color;
  Language language;
  Style(Color c, Language l = Language::english) : color(c), language(l) {}

  /// The text in its language, with its places filled.
  std::string say(Text text, std::initializer_list<std::string_view> parts = {}) const {
    return filled(text.in(language), parts);
  }
};

enum class Side { left, right };

using TextLine = std::vector<std::string>;

/// The text between the codes that a terminal turns into a look ("1" bold, "2" faint).
std::string in_color(std::string_view text, std::string_view code, Color color);

/// Lines with columns of equal width, two blanks apart; the first one is bold.
std::string text_table(std::vector<TextLine> const& lines, std::vector<Side> const& sides,
                       Color color);

}  // namespace graduasi
