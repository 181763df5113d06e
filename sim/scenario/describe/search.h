// Finds parameters and words of the programme by what people call them, in either language.
#pragma once

#include "base/language.h"
#include "parameters/glossary.h"
#include "parameters/labels.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What some words lead to.
struct Found {
  std::vector<Term const*> terms;
  std::vector<ParameterLabel const*> parameters;  ///< by rank, then in the order of the tables

  bool empty() const { return terms.empty() && parameters.empty(); }
};

/// Terms that are called so, and parameters with all of these words in path, label or help, in one
/// language. Whole words count, whatever their capitals; "session" finds "sessions" too. A name
/// that no parameter has finds those that have another name of the same term: FDS those of P2K2.
Found found_by(std::string_view words);

/// The nearest word of a label or of a term, for "did you mean"; empty when none is near.
std::string nearest_word(std::string_view word);

/// The terms with their meaning, then the parameters with their labels, a line each.
/// @param max  parameters that are shown at most; of the others only their number is
std::string list_of_found(Found const& found, Language language, std::size_t max);

/// The same, all of them, each with its help.
std::string list_with_help(Found const& found, Language language);

}  // namespace graduasi
