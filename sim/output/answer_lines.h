// The first lines of a comparison on the console: what each policy brings, and for whom.
#pragma once

#include "analysis/answer.h"
#include "base/language.h"
#include "outcome/run_results.h"
#include "output/text_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// More policies and variants than this are shown in a table of their means alone.
inline constexpr std::size_t max_answer_blocks = 6;

/// How gains are worded, line by line: families that became able, exits, those of them that last,
/// and the premature part.
/// @param can_last  whether exits of this run can last; else the line says so
std::vector<TextLine> gain_lines(Gains const& gains, bool can_last,
                                 Language language = Language::english);

/// The warning where most of the further exits are premature; empty where not.
std::string premature_warning(std::string_view policy, Gains const& gains,
                              Language language = Language::english);

/// For the whole programme, policy by policy, ending with a blank line; empty with one policy.
std::string answer_lines(RunResults const& results, std::vector<Answer> const& answers,
                         Style const& style);

/// The same by groups of families, areas left out: a line for each; empty without groups.
std::string for_whom_lines(RunResults const& results, std::vector<Answer> const& answers,
                           Style const& style);

/// "poorest fifth", "headed by women": a subgroup as a reader of the console names it.
std::string group_in_words(std::string_view subgroup, Language language = Language::english);

}  // namespace graduasi
