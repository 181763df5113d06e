// What can go wrong outside the program: in a scenario, or in files and folders.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace graduasi {

/// Something wrong in what the user wrote: where it is and what it says.
struct Problem {
  std::string place;  ///< "file:line:column", a flag of the command line, or a path of parameters
  std::string text;   ///< "path is VALUE UNIT; what is allowed; did you mean"
};

/// The scenario, a file it names or the command line is wrong; holds all problems. Exit code 1.
struct ScenarioError : std::runtime_error {
  explicit ScenarioError(std::vector<Problem> all)
      : std::runtime_error("the scenario has problems"), problems(std::move(all)) {}
  std::vector<Problem> problems;
};

/// The surroundings fail: a file cannot be read, a folder cannot be written. Exit code 2.
struct FileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A place, what is odd there and what follows for the results. Printed at the end of a run.
struct Warning {
  std::string place;
  std::string what;
  std::string consequence;
};

/// Joins warnings that were found in one place to those of another, in the order in which they were
/// found.
inline void append(std::vector<Warning>& warnings, std::vector<Warning> const& more) {
  warnings.insert(warnings.end(), more.begin(), more.end());
}

}  // namespace graduasi
