// What `run` prints on stdout.
#pragma once

#include "base/language.h"
#include "outcome/run_results.h"
#include "output/text_table.h"
#include "output/value_tables.h"
#include "scenario/scenario.h"

#include <string>
#include <string_view>

namespace graduasi {

/// The table of policies with the remarks below it; ends with a line end.
std::string comparison_table(RunResults const& results, Style const& style);

/// The warnings, one a line; empty when there is none.
std::string warning_list(std::vector<Warning> const& warnings,
                         Language language = Language::english);

/// The table as one JSON document with the line to cite it by, for `--json`; ends with a line end.
std::string comparison_json(RunResults const& results, Scenario const& scenario,
                            std::string_view citation, CostsAndValue const& costs = {});

}  // namespace graduasi
