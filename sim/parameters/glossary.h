// The words of the programme and of this program: docs/glossary.md, which travels inside the
// program.
#pragma once

#include "base/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// One line of the glossary.
struct Term {
  Bilingual term;     ///< all its names: "group session, P2K2, FDS"
  Bilingual meaning;  ///< without full stop
};

/// All of them, in the order of the file.
std::vector<Term> const& glossary();

/// The lines of all tables with four columns: word, its Indonesian, meaning in both languages.
/// @param markdown  the text of such a page
std::vector<Term> read_glossary(std::string_view markdown);

/// The text of docs/glossary.md as it was when the program was built.
std::string_view embedded_glossary();

}  // namespace graduasi
