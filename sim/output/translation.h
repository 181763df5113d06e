// Messages of the program in another language.
#pragma once

#include "base/errors.h"
#include "base/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A message in the language. It is put together from clauses, as in "run.months is 0 months; it
/// must lie in [1, 600]"; each clause has its row in `message_rows.h`, whose places keep what was
/// filled in. A message with a clause that has no row stays English as a whole.
std::string translated(std::string_view message, Language language);

/// The same of what every problem says; places stay as they are.
std::vector<Problem> translated(std::vector<Problem> problems, Language language);

/// Whether every clause has a row.
bool is_translated(std::string_view message);

}  // namespace graduasi
