#include "parameters/glossary.h"

#include "base/contract.h"
#include "base/text.h"

namespace graduasi {

std::vector<Term> read_glossary(std::string_view markdown) {
  std::vector<Term> all;
  bool in_table = false;
  for (auto const line : split(markdown, '\n')) {
    if (!line.starts_with("| ")) {
      in_table = line.starts_with("|--");
      continue;
    }
    if (!in_table) continue;  // the head of the table
    auto const cells = split(line, '|');
    expects(cells.size() == 6, "a line of the glossary has four cells");
    auto const cell = [&](std::size_t at) { return std::string(trimmed(cells[at])); };
    all.push_back({{cell(1), cell(2)}, {cell(3), cell(4)}});
  }
  return all;
}

std::vector<Term> const& glossary() {
  static std::vector<Term> const all = read_glossary(embedded_glossary());
  return all;
}

}  // namespace graduasi
