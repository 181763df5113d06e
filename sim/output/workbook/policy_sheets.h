// Sheets with a row for each policy: the first ones that a reader opens, and small whatever the
// run.
#pragma once

#include "outcome/run_results.h"
#include "output/workbook/sheets.h"

namespace graduasi {

/// How figures of a measure look.
Look look_of(Measure const& measure);

/// Sheets `policies`, each main measure in a column of its own, at the last month, and `years`, the
/// headline measure at the last month of every year. With groups of families also `groups`, the
/// main measures for each of them. All are means.
void add_policy_sheets(Workbook& book, RunResults const& results);

}  // namespace graduasi
