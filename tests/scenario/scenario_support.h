// Small helpers of the scenario tests.
#pragma once

#include "base/errors.h"
#include "scenario/read.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

namespace graduasi::testing {

inline std::string bytes_of(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The text with every `part` taken out.
inline std::string without(std::string const& part, std::string text) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.erase(at, part.size());
  }
  return text;
}

/// What a ScenarioError says, one line for each problem; empty when nothing was thrown.
inline std::string problems_of(std::function<void()> const& act) {
  try {
    act();
  } catch (ScenarioError const& error) {
    std::string lines;
    for (auto const& [place, text] : error.problems) lines += place + ": " + text + "\n";
    return lines;
  }
  return {};
}

/// A folder that is gone when the test ends.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / unused_name()) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  /// Writes a file into the folder, and folders above it as needed.
  std::filesystem::path file(std::string const& name, std::string const& text) const {
    auto const file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }

  std::filesystem::path const& path() const { return path_; }

 private:
  static std::string unused_name() {
    for (int number = 0;; ++number) {
      auto const name =
          "graduasi-scenario-" + std::to_string(::getpid()) + "-" + std::to_string(number);
      if (!std::filesystem::exists(std::filesystem::temp_directory_path() / name)) return name;
    }
  }

  std::filesystem::path path_;
};

/// The scenario of a text with format and question put before it.
inline Scenario scenario_of(std::string const& text,
                            std::vector<std::string> const& settings = {}) {
  Folder const folder;
  return read_scenario(folder.file("scenario.yaml", "format: 1\nquestion: Which one?\n" + text),
                       settings);
}

/// What the reader says against such a text; "scenario.yaml:3:1: ...".
inline std::string refusal_of(std::string const& text,
                              std::vector<std::string> const& settings = {}) {
  Folder const folder;
  auto const file = folder.file("scenario.yaml", "format: 1\nquestion: Which one?\n" + text);
  return without(folder.path().generic_string() + "/",
                 problems_of([&] { (void)read_scenario(file, settings); }));
}

}  // namespace graduasi::testing
