#include "scenario/text/input_files.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/text.h"

#include <initializer_list>

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

/// The first of these that lies in a folder above a file, from the nearest folder up; empty when
/// none has one.
fs::path nearest_above(fs::path const& file, std::initializer_list<fs::path> names) {
  for (auto folder = file.lexically_normal().parent_path(); !folder.empty();
       folder = folder.parent_path()) {
    for (auto const& name : names) {
      std::error_code unreadable;
      if (fs::exists(folder / name, unreadable)) return folder / name;
    }
    if (folder == folder.root_path()) break;
  }
  return {};
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

fs::path shipped(fs::path const& name) {
  auto const program = program_file();
  if (program.empty()) return {};
  return nearest_above(program, {"share/graduasi" / name, name});
}

fs::path shipped_areas(fs::path const& scenario_file) {
  fs::path const table = "scenarios/data/provinces.csv";
  std::error_code error;
  auto const file = fs::absolute(scenario_file, error);
  auto const beside = error ? fs::path() : nearest_above(file, {table});
  return beside.empty() ? shipped(table) : beside;
}

}  // namespace graduasi
