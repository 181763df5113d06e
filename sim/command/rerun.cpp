#include "command/rerun.h"

#include "base/errors.h"
#include "base/files.h"
#include "command/build_facts.h"
#include "command/inputs_of_result.h"
#include "command/run.h"
#include "command/screen.h"
#include "command/streams.h"
#include "outcome/wording.h"
#include "output/json.h"
#include "output/stored_result.h"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <set>
#include <string>
#include <vector>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// A new folder of ours alone, in the folder for temporary files.
fs::path temporary_folder() {
  std::error_code error;
  auto const place = fs::temp_directory_path(error);
  if (!error) {
    auto name = (place / "graduasi-rerun-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) return name;
    error = {errno, std::generic_category()};
  }
  auto const* const asked = std::getenv("TMPDIR");
  throw FileError(fmt::format(
      "the second run has no place in the folder for temporary files ({}; TMPDIR is {}); name a "
      "folder with --output, or set TMPDIR",
      error.message(), asked == nullptr ? "not set" : asked));
}

/// A folder for the second run that goes away, unless the user named one.
class RerunFolder {
 public:
  explicit RerunFolder(fs::path const& asked)
      : path_(asked.empty() ? temporary_folder() : asked), goes_away_(asked.empty()) {}
  ~RerunFolder() {
    std::error_code ignored;
    if (goes_away_) fs::remove_all(path_, ignored);
  }
  RerunFolder(RerunFolder const&) = delete;
  RerunFolder& operator=(RerunFolder const&) = delete;
  fs::path const& path() const { return path_; }

 private:
  fs::path path_;
  bool goes_away_;
};

/// One file of the result beside the same one of the second run.
struct ComparedFile {
  std::string name;
  std::size_t lines = 0;      ///< that were compared, the header too
  std::size_t different = 0;  ///< of them, also those that only one has
  std::size_t first = 0;      ///< line that differs first, from 1; 0: none
};

/// A table that is not there has no lines: all of the other one differ.
bool next_line(LineReader& table, std::string& line, fs::path const& file) {
  if (table.next(line)) return true;
  if (table.trouble().empty() || table.trouble() == "is not there") return false;
  throw FileError(file.generic_string() + " " + table.trouble() + "; run its scenario again");
}

ComparedFile compare_lines(std::string const& name, fs::path const& a, fs::path const& b) {
  ComparedFile file{.name = name};
  LineReader before(a), again(b);
  for (std::string one, other;;) {
    bool const has_one = next_line(before, one, a), has_other = next_line(again, other, b);
    if (!has_one && !has_other) return file;
    ++file.lines;
    if (has_one && has_other && one == other) continue;
    ++file.different;
    if (file.first == 0) file.first = file.lines;
  }
}

/// The tables of either result, in the order of their names.
std::set<std::string> tables_in(fs::path const& one, fs::path const& other) {
  std::set<std::string> names;
  for (auto const& folder : {one, other}) {
    for (auto const& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".csv") names.insert(entry.path().filename().string());
    }
  }
  return names;
}

StoredResult whole_result(fs::path const& folder) {
  auto stored = read_manifest(folder);
  if (stored.simulations_finished != stored.simulations) {
    throw FileError(folder.generic_string() +
                    ": holds a partial result, which depends on when it was interrupted; run its "
                    "scenario again");
  }
  if (!fs::exists(folder / "resolved.yaml")) {
    throw FileError(folder.generic_string() +
                    ": has no resolved.yaml, from which it would be run again");
  }
  return stored;
}

Json as_json(StoredResult const& stored, std::vector<ComparedFile> const& files, bool equal) {
  return Json::Members{{"result", stored.folder.generic_string()},
                       {"made_by", stored.version},
                       {"equal", equal},
                       {"files", list_of(files, [](ComparedFile const& file) {
                          return Json::Members{{"file", file.name},
                                               {"lines", file.lines},
                                               {"different", file.different},
                                               {"first_different_line", file.first}};
                        })}};
}

void print_lines(StoredResult const& stored, std::vector<ComparedFile> const& files) {
  std::size_t lines = 0, different = 0;
  for (auto const& file : files) {
    lines += file.lines;
    different += file.different;
    if (file.different == 0) continue;
    answer("{}: {} of {} lines differ, the first is line {}\n", file.name,
           grouped(static_cast<double>(file.different)), grouped(static_cast<double>(file.lines)),
           file.first);
  }
  auto const name = stored.folder.generic_string();
  if (different == 0)
    answer("{}: every figure came out again ({} lines of {} tables)\n", name,
           grouped(static_cast<double>(lines)), files.size());
  auto const now = fmt::format("{} ({})", program_version(), program_commit());
  if (different > 0 && stored.version != now)
    answer("{} was made by {}, this is {}: see sim/changes.md\n", name, stored.version, now);
}

}  // namespace

int rerun_result(Request const& request) {
  auto const& original = request.results.front();
  auto const stored = whole_result(original);
  refuse_to_write_over(original, request.output, "the result itself");
  RerunFolder const folder(request.output);
  Request again = request;
  again.scenario = original / "resolved.yaml";
  again.working_directory = folder_of_inputs(original, stored);
  again.output = folder.path();
  again.csv_full = fs::exists(original / "replicates.csv");
  again.report = false;
  again.table = false;
  again.quiet = true;
  auto const ended = run_scenario(again);
  if (ended != 0) return ended;
  std::vector<ComparedFile> files;
  for (auto const& name : tables_in(original, folder.path()))
    files.push_back(compare_lines(name, original / name, folder.path() / name));
  bool const equal =
      std::ranges::all_of(files, [](ComparedFile const& file) { return file.different == 0; });
  if (request.json)
    answer("{}", in_full(as_json(stored, files, equal)));
  else
    print_lines(stored, files);
  return equal ? 0 : 4;
}

}  // namespace graduasi
