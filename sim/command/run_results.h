// The files of a run's folder, and what is printed of it.
#pragma once

#include "analysis/one_way_sensitivity.h"
#include "analysis/value.h"
#include "command/request.h"
#include "outcome/run_results.h"
#include "output/workbook/workbook.h"
#include "scenario/scenario.h"
#include "store/folder.h"
#include "store/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What a run brought, and what was calculated from it.
struct RunReport {
  RunResults const& results;
  Scenario const& scenario;  ///< as it was run
  Sensitivities const& sensitivities;
  CostsAndValue const& costs;
};

/// The workbooks that are asked for.
std::vector<WorkbookKind> workbooks_of(Request const& request);

/// Every file of the folder; the manifest last.
/// @returns a line to cite the result by
std::string write_results(ResultFolder& folder, RunReport const& report, Store& store,
                          Request const& request);

/// What `graduasi merge` needs of a part of a run: its store, its scenario and a manifest.
void write_shard(ResultFolder& folder, RunResults const& results, Scenario const& scenario,
                 Store& store);

/// The comparison on stdout, as a table or as JSON.
void print_results(RunReport const& report, std::string_view cite, Request const& request);

}  // namespace graduasi
