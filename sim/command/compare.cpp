#include "command/compare.h"

#include "base/errors.h"
#include "command/screen.h"
#include "command/streams.h"
#include "output/run_comparison.h"
#include "store/folder.h"

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// The file to write, once nothing forbids it.
fs::path comparison_file(Request const& request) {
  auto const file = request.output / "comparison.csv";
  if (fs::exists(request.output / "manifest.json")) {
    throw FileError(request.output.generic_string() +
                    ": holds a result, whose comparison.csv would be lost; choose another folder "
                    "with --output");
  }
  if (fs::exists(file) && !request.force) {
    throw FileError(file.generic_string() +
                    ": is there already; choose another folder with --output, or replace it with "
                    "--force");
  }
  return file;
}

}  // namespace

int compare_results(Request const& request) {
  auto const file = request.output.empty() ? fs::path() : comparison_file(request);
  auto const baseline = read_result(request.results.front());
  std::vector<RunComparison> comparisons;
  for (std::size_t i = 1; i < request.results.size(); ++i) {
    comparisons.push_back(compare_runs(baseline, read_result(request.results[i])));
  }
  if (!file.empty()) {
    replace_file(file, [&](Sink& sink) { write_run_comparison(sink, comparisons); });
    say("{} is written\n", file.generic_string());
  }
  answer("{}", request.json ? run_comparison_json(comparisons)
                            : run_comparison_table(comparisons, color_of(request)));
  return 0;
}

}  // namespace graduasi
