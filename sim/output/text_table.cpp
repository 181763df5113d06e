#include "output/text_table.h"

#include "base/characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace graduasi {

namespace {

/// Characters, not bytes: names may hold more than ASCII.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string aligned(std::string const& text, std::size_t width, Side side) {
  std::string const blanks(width - std::min(width, width_of(text)), ' ');
  return side == Side::left ? text + blanks : blanks + text;
}

}  // namespace

std::string in_color(std::string_view text, std::string_view code, Color color) {
  if (color == Color::never) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string text_table(std::vector<TextLine> const& cells, std::vector<Side> const& sides,
                       Color color) {
  // Names may come from a folder that a stranger wrote.
  auto lines = cells;
  for (auto& line : lines)
    for (auto& cell : line) cell = printable(cell);
  std::vector<std::size_t> widths(sides.size(), 0);
  for (auto const& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], width_of(line[i]));
  }
  std::string text;
  for (auto const& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (i > 0) row += "  ";
      row += aligned(line[i], widths[i], sides[i]);
    }
    row.erase(row.find_last_not_of(' ') + 1);
    text += &line == &lines.front() ? in_color(row, "1", color) : row;
    text += '\n';
  }
  return text;
}

}  // namespace graduasi
