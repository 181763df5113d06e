// The files of a run's folder, and what is printed of it.
#pragma once

#include "analysis/one_at_a_time.h"
#include "analysis/value.h"
#include "command/request.h"
#include "outcome/outcome.h"
#include "scenario/scenario.h"
#include "store/folder.h"
#include "store/store.h"

#include <string>
#include <string_view>

namespace graduasi {

/// What a run brought, and what was calculated from it.
struct RunResults {
  Outcome const& outcome;
  Scenario const& scenario;  ///< as it was run
  Influences const& influences;
  CostsAndValue const& costs;
};

/// Every file of the folder; the manifest last.
/// @returns a line to cite the result by
std::string write_results(ResultFolder& folder, RunResults const& results, Store& store,
                          Request const& request);

/// The comparison on stdout, as a table or as JSON.
void print_results(RunResults const& results, std::string_view cite, Request const& request);

}  // namespace graduasi
