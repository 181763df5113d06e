// The scenario files from which a person may start.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

struct QuestionFile {
  std::string file;  ///< as a command would be given it
  std::string question;
};

/// Scenario files of some folders, by name, those of the first folder first. A file is one when a
/// line of it begins with "format:" and one with "question:".
std::vector<QuestionFile> questions_in(std::vector<std::filesystem::path> const& folders);

/// What a scenario asks by its own line, or nothing.
std::optional<std::string> question_of(std::string_view yaml);

}  // namespace graduasi
