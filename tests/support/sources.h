// The program's own text, for tests that read it.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace graduasi::testing {

/// A file of sim/, by its path there.
struct SourceFile {
  std::string path;  ///< "mechanisms/skills.h"
  std::vector<std::string> lines;

  std::string folder() const {
    auto const slash = path.find('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
  }
  bool is_header() const { return path.ends_with(".h"); }
};

inline std::filesystem::path source_folder() { return std::filesystem::path(GRADUASI_SOURCE_DIR); }

inline std::vector<std::string> lines_of(std::filesystem::path const& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Headers and sources of sim/, by name.
inline std::vector<SourceFile> sources() {
  std::vector<SourceFile> files;
  auto const sim = source_folder() / "sim";
  for (auto const& entry : std::filesystem::recursive_directory_iterator(sim)) {
    auto const& path = entry.path();
    if (path.extension() != ".h" && path.extension() != ".cpp") continue;
    files.push_back({std::filesystem::relative(path, sim).generic_string(), lines_of(path)});
  }
  std::sort(files.begin(), files.end(),
            [](auto const& a, auto const& b) { return a.path < b.path; });
  return files;
}

/// A line without its comment and without what stands between quotes.
inline std::string code_of(std::string const& line) {
  std::string code;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!quoted && line.compare(i, 2, "//") == 0) break;
    if (line[i] == '\\' && quoted) {
      ++i;
      continue;
    }
    if (line[i] == '"') quoted = !quoted;
    if (!quoted || line[i] == '"') code += line[i];
  }
  return code;
}

}  // namespace graduasi::testing
