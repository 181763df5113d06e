// What an official reads of a parameter: a label and a sentence of help in both languages. They are
// sim/parameters/labels.csv, one line for each row of a parameter table, in the order of the tables
// (a test holds that); the file travels inside the program.
#pragma once

#include "base/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// How near to the surface a form shows a parameter.
enum class Rank { shown = 1, folded, expert };

/// One line of labels.csv.
struct ParameterLabel {
  std::string path;  ///< "policy.sessions.per_month"
  Rank rank;
  Bilingual label;  ///< two to six words: "P2K2 sessions per month"
  Bilingual help;   ///< one sentence
};

/// All of them, in the order of the file.
std::vector<ParameterLabel> const& all_labels();

/// Lines of such a file, in its own order.
/// @param csv  the text of the file, its header first
std::vector<ParameterLabel> read_labels(std::string_view csv);

/// The words for the parameter of that path, or nothing.
ParameterLabel const* label_of(std::string_view path);

/// The text of sim/parameters/labels.csv as it was when the program was built.
std::string_view embedded_labels();

}  // namespace graduasi
