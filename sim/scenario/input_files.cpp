#include "scenario/input_files.h"

#include "base/sha256.h"
#include "base/text.h"

#include <fstream>
#include <iterator>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

// Far above any scenario or table of districts; without a limit a mistyped device never ends.
constexpr std::uintmax_t most_bytes = 64u << 20;

std::string trouble_with(fs::path const& file) {
  std::error_code error;
  auto const status = fs::status(file, error);
  if (error && status.type() != fs::file_type::not_found)
    return "cannot be read: " + error.message();
  if (!fs::exists(status)) return "is not there";
  if (fs::is_directory(status)) return "is a folder";
  if (!fs::is_regular_file(status)) return "is no ordinary file";
  auto const size = fs::file_size(file, error);
  if (error) return "cannot be read: " + error.message();
  if (size > most_bytes) return "is larger than 64 megabytes";
  return {};
}

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

FileBytes read_bytes(fs::path const& file) {
  FileBytes bytes{.trouble = trouble_with(file)};
  if (!bytes.trouble.empty()) return bytes;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return {.trouble = "cannot be opened"};
  bytes.text.assign(std::istreambuf_iterator<char>(stream), {});
  if (stream.bad()) return {.trouble = "cannot be read"};
  return bytes;
}

InputFile input_file(fs::path const& file, std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return {file.generic_string(), hash.finish()};
}

std::optional<std::string> read_named_file(fs::path const& file, std::string const& path,
                                           Place place, Findings& findings,
                                           std::vector<InputFile>& inputs) {
  auto bytes = read_bytes(file);
  if (bytes.trouble.empty()) {
    inputs.push_back(input_file(file, bytes.text));
    return std::move(bytes.text);
  }
  auto text = path + " is " + file.generic_string() + ", which " + bytes.trouble;
  auto const near = near_file(file);
  if (bytes.trouble == "is not there" && !near.empty()) text += "; did you mean " + near + "?";
  findings.add(place, std::move(text));
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
