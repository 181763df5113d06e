#include "scenario/text/input_files.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/text.h"

namespace graduasi {

namespace fs = std::filesystem;

namespace {

/// A file of the same folder whose name is nearly the same, or empty.
std::string near_file(fs::path const& file) {
  std::error_code error;
  auto const folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  std::vector<std::string> names;
  for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error)) {
    names.push_back(i->path().filename().string());
  }
  std::vector<std::string_view> const views(names.begin(), names.end());
  return std::string(closest(file.filename().string(), views));
}

}  // namespace

InputFile input_file(fs::path const& file, std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return {file.generic_string(), hash.finish()};
}

std::optional<std::string> read_named_file(fs::path const& file, std::string const& path,
                                           Place place, Problems& problems,
                                           std::vector<InputFile>& inputs) {
  auto bytes = read_bytes(file);
  if (bytes.trouble.empty()) {
    inputs.push_back(input_file(file, bytes.text));
    return std::move(bytes.text);
  }
  auto text = path + " is " + file.generic_string() + ", which " + bytes.trouble;
  auto const near = near_file(file);
  if (bytes.trouble == "is not there" && !near.empty()) text += "; did you mean " + near + "?";
  problems.add(place, std::move(text));
  return std::nullopt;
}

fs::path shipped_areas(fs::path const& scenario_file) {
  fs::path const table = "scenarios/data/provinces.csv";
  std::error_code error;
  for (auto folder = fs::absolute(scenario_file, error).lexically_normal().parent_path();
       !error && !folder.empty(); folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / table, error)) return folder / table;
    error.clear();
    if (folder == folder.root_path()) break;
  }
  fs::path const shipped = fs::path(GRADUASI_SOURCE_DIR) / table;
  return fs::is_regular_file(shipped, error) ? shipped : fs::path();
}

}  // namespace graduasi
