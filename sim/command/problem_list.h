// Problems of a scenario or a command line, for people and for programs.
#pragma once

#include "base/errors.h"
#include "base/language.h"
#include "output/json.h"

#include <string>
#include <vector>

namespace graduasi {

/// One a line, the first hundred of them, and how many there are; ends with a line end.
std::string problem_list(std::vector<Problem> const& problems,
                         Language language = Language::english);

/// All of them: `place` as people read it, with `file`, `line` and `column` where it is one in a
/// text (else null), `path` of the parameter or section (null when it is about none), `message`.
Json problems_json(std::vector<Problem> const& problems, Language language = Language::english);

}  // namespace graduasi
